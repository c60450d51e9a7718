// In: a host that can read the package's files. Out: the faces, opened by need and shared by all documents.
// Refuses to decide languages and weights: the text says them.
import type { Host } from '../host/types.ts';
import type { Problem } from '../problem.ts';
import { bindFaces, type Candidate, collectNeeded, isPlain } from './bind-faces.ts';
import { FontFile } from './font-file.ts';
import { readKerning } from './kerning.ts';
import { PLAIN, TrueTypeFont } from './true-type-font.ts';
import type { FaceId, FaceRun, FaceTexts, FontLibrary, FontObject, Weight } from './types.ts';

type Language = 'sc' | 'jp';

const NO_PROBLEMS: readonly Problem[] = [];

/** The faces that a text may use. */
interface FaceOrder {
  /** Own language, its rare characters, the other language, its rare characters. */
  readonly faces: readonly FaceId[];
  readonly first: FaceId;
}

function fallbackOrder(language: Language, weight: Weight): FaceOrder {
  const other = language === 'sc' ? 'jp' : 'sc';
  const first: FaceId = `${language}-${weight}`;
  const faces: FaceId[] = [first, `${language}-extended`, `${other}-${weight}`, `${other}-extended`];
  return { faces, first };
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

  function orderOf(lang: string, around: string | undefined, weight: Weight): FaceOrder {
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
    const path = `fonts/${face}.ttf`;
    const file = host.readPart
      ? new FontFile((offset, length) => host.readPart!(path, offset, length))
      : FontFile.whole(await host.readFile(path));
    fonts[face] = new TrueTypeFont(file);
  }

  async function loadKerning(): Promise<void> {
    kerning = readKerning(await host.readFile('fonts/kerning.json'));
  }

  /** What failed is asked for again the next time. A host may answer, or fail, before it is waited for. */
  function startLoading(face: FaceId): Promise<void> {
    const wait = loadFace(face).finally(() => loading.delete(face));
    loading.set(face, wait);
    return wait;
  }

  async function load(faces: readonly FaceId[]): Promise<void> {
    const waits: Promise<void>[] = [];
    for (const face of faces) {
      if (fonts[face] !== undefined) continue;
      waits.push(loading.get(face) ?? startLoading(face));
    }
    if (kerning === null) {
      kerningLoading ??= loadKerning().finally(() => {
        kerningLoading = null;
      });
      waits.push(kerningLoading);
    }
    await Promise.all(waits);
  }

  /** Further faces without which it is not known how the texts are bound. Knows more after each `load`. */
  function facesNeeded(groups: readonly FaceTexts[]): FaceId[] {
    const needed = new Set<FaceId>();
    for (const group of groups) {
      const { texts, lang } = group;
      const { faces, first } = orderOf(lang, group.around, group.weight);
      const font = fontOf(first);
      for (const text of texts) {
        const scan = font.scan(text);
        if (scan === PLAIN || isPlain(text, lang, first, scan)) continue;
        collectNeeded(text, lang, candidatesOf(faces), needed);
      }
    }
    return [...needed];
  }

  async function prepare(groups: readonly FaceTexts[]): Promise<void> {
    await load(groups.map(({ lang, around, weight }) => orderOf(lang, around, weight).first));
    for (let needed = facesNeeded(groups); needed.length > 0; needed = facesNeeded(groups)) {
      await load(needed);
    }
  }

  const onlyFace: FontLibrary['onlyFace'] = (text, lang, around, weight) => {
    const { first } = orderOf(lang, around, weight);
    const scan = fontOf(first).scan(text);
    return scan === PLAIN || isPlain(text, lang, first, scan) ? first : null;
  };

  return {
    load,
    prepare,
    onlyFace,
    bind(request) {
      const { text, lang, around, weight } = request;
      const face = onlyFace(text, lang, around, weight);
      if (face === null) return bindFaces(request, candidatesOf(orderOf(lang, around, weight).faces));
      const run: FaceRun = { text, face };
      const runs = text === '' ? [] : [run];
      return { runs, problems: NO_PROBLEMS };
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
