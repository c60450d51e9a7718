// In: a host that can read the package's files. Out: the faces, opened by need and shared by all documents.
// Refuses to decide languages and weights: the text says them.
import type { Host } from '../host/types.ts';
import type { Problem } from '../problem.ts';
import { bindFaces, type Candidate, collectNeeded, isPlain } from './bind-faces.ts';
import { FontFile } from './font-file.ts';
import { readKerning } from './kerning.ts';
import { PLAIN, TrueTypeFont } from './true-type-font.ts';
import type { BoundText, FaceId, FaceRequest, FaceRun, FontLibrary, FontObject, Weight } from './types.ts';

type Language = 'sc' | 'jp';

const NO_PROBLEMS: readonly Problem[] = [];

/** The faces that a text may use. */
interface FaceOrder {
  /** Own language, its rare characters, the other language, its rare characters. */
  readonly faces: readonly FaceId[];
  readonly first: FaceId;
  /** Of the last document, what the first face draws as it stands: `bind` asks what `prepare` has asked. */
  readonly plainTexts: Map<string, BoundText>;
}

function fallbackOrder(language: Language, weight: Weight): FaceOrder {
  const other = language === 'sc' ? 'jp' : 'sc';
  const first: FaceId = `${language}-${weight}`;
  const faces: FaceId[] = [first, `${language}-extended`, `${other}-${weight}`, `${other}-extended`];
  return { faces, first, plainTexts: new Map() };
}

function languageOf(tag: string | undefined): Language | null {
  const primary = tag?.split('-', 1)[0]?.toLowerCase();
  return primary === 'ja' ? 'jp' : primary === 'zh' ? 'sc' : null;
}

/** A library keeps what it has read; there is no state outside it. */
export function openFonts(host: Host): FontLibrary {
  const fonts: Partial<Record<FaceId, TrueTypeFont>> = {};
  const loading = new Map<FaceId, Promise<void>>();
  let kerning: Record<Weight, Int16Array> | null = null;
  let kerningLoading: Promise<void> | null = null;
  const orders = {
    sc: { regular: fallbackOrder('sc', 'regular'), bold: fallbackOrder('sc', 'bold') },
    jp: { regular: fallbackOrder('jp', 'regular'), bold: fallbackOrder('jp', 'bold') },
  };

  function orderOf({ lang, around, weight }: FaceRequest): FaceOrder {
    // As our own documents have them.
    if (lang === 'zh-Hans') return orders.sc[weight];
    if (lang === 'ja') return orders.jp[weight];
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

  /** A text that one face draws as it stands, else null. */
  function bindPlain(request: FaceRequest, { first, plainTexts }: FaceOrder): BoundText | null {
    const { text } = request;
    const before = plainTexts.get(text);
    if (before !== undefined) return before;
    const scan = fontOf(first).scan(text);
    if (scan !== PLAIN && !isPlain(request, first, scan)) return null;
    const run: FaceRun = { text, face: first };
    const runs = text === '' ? [] : [run];
    const bound: BoundText = { runs, problems: NO_PROBLEMS };
    // With quotes it depends on the language.
    if (scan === PLAIN) plainTexts.set(text, bound);
    return bound;
  }

  function facesNeeded(requests: readonly FaceRequest[]): FaceId[] {
    const needed = new Set<FaceId>();
    for (const { regular, bold } of [orders.sc, orders.jp]) {
      regular.plainTexts.clear();
      bold.plainTexts.clear();
    }
    let isAsked = true;
    for (const request of requests) {
      const order = orderOf(request);
      if (fonts[order.first] === undefined) {
        needed.add(order.first);
        // All texts come again when it is loaded.
        isAsked = false;
      } else if (isAsked && bindPlain(request, order) === null) {
        collectNeeded(request, candidatesOf(order.faces), needed);
      }
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
      const order = orderOf(request);
      return bindPlain(request, order) ?? bindFaces(request, candidatesOf(order.faces));
    },
    font: (face): FontObject => fontOf(face),
    measure: {
      advanceEm: (face, codePoint) => fontOf(face).advanceEm(codePoint),
      fillAdvances: (face, codePoints, start, end, sizePt, advancePt) =>
        fontOf(face).fillAdvances(codePoints, start, end, sizePt, advancePt),
      kernPairs(face) {
        if (kerning === null) throw new Error('No face is loaded');
        return face === 'sc-bold' || face === 'jp-bold' ? kerning.bold : kerning.regular;
      },
    },
  };
}
