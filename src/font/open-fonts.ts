// In: a host that can read the package's files. Out: the faces, opened by need and shared by all documents.
// Refuses to decide languages and weights: the text says them.
import type { Host } from '../host/types.ts';
import { bindFaces, type Candidate, collectNeeded, isPlain } from './bind-faces.ts';
import { FontFile } from './font-file.ts';
import { type KernTable, kernOf, readKerning } from './kerning.ts';
import { TrueTypeFont } from './true-type-font.ts';
import type { FaceId, FaceRequest, FontLibrary, FontObject, Weight } from './types.ts';

type Language = 'sc' | 'jp';

/** Own language, its rare characters, the other language, its rare characters. */
function fallbackOrder(language: Language, weight: Weight): FaceId[] {
  const other = language === 'sc' ? 'jp' : 'sc';
  return [`${language}-${weight}`, `${language}-extended`, `${other}-${weight}`, `${other}-extended`];
}

function languageOf(tag: string | undefined): Language | null {
  // As our own documents have them.
  if (tag === 'zh-Hans') return 'sc';
  if (tag === 'ja') return 'jp';
  const primary = tag?.split('-', 1)[0]?.toLowerCase();
  return primary === 'ja' ? 'jp' : primary === 'zh' ? 'sc' : null;
}

/** A library keeps what it has read; there is no state outside it. */
export function openFonts(host: Host): FontLibrary {
  const fonts: Partial<Record<FaceId, TrueTypeFont>> = {};
  const loading = new Map<FaceId, Promise<void>>();
  let kerning: Record<Weight, KernTable> | null = null;
  let kerningLoading: Promise<void> | null = null;
  const orders = {
    sc: { regular: fallbackOrder('sc', 'regular'), bold: fallbackOrder('sc', 'bold') },
    jp: { regular: fallbackOrder('jp', 'regular'), bold: fallbackOrder('jp', 'bold') },
  };

  function facesOf({ lang, around, weight }: FaceRequest): FaceId[] {
    return orders[languageOf(lang) ?? languageOf(around) ?? 'sc'][weight];
  }

  const candidatesOf = (faces: readonly FaceId[]): Candidate[] =>
    faces.map((face) => ({ face, font: fonts[face] }));

  function fontOf(face: FaceId): TrueTypeFont {
    const font = fonts[face];
    if (font === undefined) throw new Error(`The face ${face} is not loaded`);
    return font;
  }

  async function loadFace(face: FaceId): Promise<void> {
    try {
      const path = `fonts/${face}.ttf`;
      const { readPart } = host;
      const file = readPart
        ? new FontFile((offset, length) => readPart(path, offset, length))
        : FontFile.whole(await host.readFile(path));
      fonts[face] = new TrueTypeFont(file);
    } finally {
      loading.delete(face);
    }
  }

  async function loadKerning(): Promise<void> {
    try {
      kerning = readKerning(await host.readFile('fonts/kerning.json'));
    } finally {
      kerningLoading = null;
    }
  }

  async function load(faces: readonly FaceId[]): Promise<void> {
    const waits: Promise<void>[] = [];
    for (const face of faces) {
      if (fonts[face] !== undefined) continue;
      const wait = loading.get(face) ?? loadFace(face);
      loading.set(face, wait);
      waits.push(wait);
    }
    if (kerning === null) {
      kerningLoading ??= loadKerning();
      waits.push(kerningLoading);
    }
    await Promise.all(waits);
  }

  function facesNeeded(requests: readonly FaceRequest[]): FaceId[] {
    const needed = new Set<FaceId>();
    for (const request of requests) {
      const faces = facesOf(request);
      const face = faces[0] as FaceId;
      const font = fonts[face];
      if (font === undefined) needed.add(face);
      else if (!isPlain(request, face, font)) collectNeeded(request, candidatesOf(faces), needed);
    }
    return [...needed];
  }

  async function prepare(requests: readonly FaceRequest[]): Promise<void> {
    for (let needed = facesNeeded(requests); needed.length > 0; needed = facesNeeded(requests)) {
      await load(needed);
    }
  }

  return {
    facesNeeded,
    load,
    prepare,
    bind(request) {
      const { text } = request;
      const faces = facesOf(request);
      const face = faces[0] as FaceId;
      if (isPlain(request, face, fontOf(face)))
        return { runs: text === '' ? [] : [{ text, face }], problems: [] };
      return bindFaces(request, candidatesOf(faces));
    },
    font: (face): FontObject => fontOf(face),
    measure: {
      advanceEm: (face, codePoint) => fontOf(face).advanceEm(codePoint),
      fillAdvances: (face, codePoints, start, end, sizePt, advancePt) =>
        fontOf(face).fillAdvances(codePoints, start, end, sizePt, advancePt),
      kernEm(face, left, right) {
        if (kerning === null) throw new Error('No face is loaded');
        const weight = face === 'sc-bold' || face === 'jp-bold' ? 'bold' : 'regular';
        return kernOf(kerning[weight], left, right);
      },
    },
  };
}
