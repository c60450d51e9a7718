/** The faces that the documents are set in, and what a line needs to know of them. */
import type { Problem } from '../problem.ts';

/** `extended` faces are Regular only and are opened when a rare character is met. */
export type FaceId = 'sc-regular' | 'sc-bold' | 'jp-regular' | 'jp-bold' | 'sc-extended' | 'jp-extended';

export type Weight = 'regular' | 'bold';

/** Measuring, once: after this, lines and pages are arithmetic. */
export interface Measure {
  /** Advance width of a character in em. */
  advanceEm(face: FaceId, codePoint: number): number;
  /** The same for `codePoints[start … end − 1]`, in points of a size, to the same places of `advancePt`. */
  fillAdvances?(
    face: FaceId,
    codePoints: Int32Array,
    start: number,
    end: number,
    sizePt: number,
    advancePt: Float64Array,
  ): void;
}

/** U+0000 to U+007E are kerned, and nothing else. */
export const KERNED_COUNT = 0x7f;

/** Pair kerning of ASCII; digits stay tabular. */
export interface Kerning {
  /** What is added between two characters, at `KERNED_COUNT * left + right`, in thousandths of an em: mostly negative. */
  kernPairs(face: FaceId): Int16Array;
}

/** What faces are chosen by. */
export interface Lettering {
  /** BCP 47 tag of the text itself. */
  lang: string;
  /** Language whose face a text that is neither Chinese nor Japanese borrows; without it zh-Hans. */
  around?: string;
  weight: Weight;
}

/** Texts of which only is asked which faces they take. */
export interface FaceTexts extends Lettering {
  texts: string[];
}

/** Text that has a language and a weight, but no face yet. */
export interface FaceRequest extends Lettering {
  text: string;
  /** Place that a Problem names. */
  path: string;
}

/**
 * Text as it will be drawn in one face. U+200B, U+2060, U+00AD and U+000A are still in it, with no width and no
 * glyph, since line breaking reads them; a variation selector follows its base only where the face has the sequence.
 */
export interface FaceRun {
  text: string;
  face: FaceId;
}

export interface BoundText {
  runs: readonly Readonly<FaceRun>[];
  /** `missing-glyph` (error), `variation-not-in-font` (warning). */
  problems: readonly Problem[];
}

/** One glyph in a laid-out text; `id` is the code point, so that two characters with one outline stay two. */
export interface PlacedGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: number[];
}

export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** The glyphs that one PDF uses of a face: all state of drawing lives here. */
export interface GlyphSubset {
  /**
   * The CID of a glyph id; the first call decides it, 0 is .notdef. `wider` (thousandths of an em, below 0 narrower)
   * asks for the same outline with another advance: a gap that belongs to the glyph is no gap to a text reader.
   */
  includeGlyph(id: number, wider?: number): number;
  /**
   * The same for characters of the BMP that were not asked for before: their CIDs go to `cids`, by code point, and to
   * `widths` the advances in thousandths of an em, by CID. What is never drawn has 0.
   */
  includeCharacters(codePoints: Uint16Array, cids: Uint16Array, widths: number[]): void;
  /** A TrueType program with the included glyphs in CID order. */
  encode(): Uint8Array;
}

/** What pdfkit 0.20 takes for a parsed font: hand it to `registerFont` as it is. Never changes, so it can be shared. */
export interface FontObject {
  layout(text: string): { glyphs: PlacedGlyph[]; positions: GlyphPosition[]; advanceWidth: number };
  /** The id of a character with its variation selector, 0 for none; null where nothing is drawn for it. */
  glyphOf(codePoint: number, selector: number): number | null;
  /** In font units. */
  advanceOfGlyph(id: number): number;
  createSubset(): GlyphSubset;
  getGlyph(id: number): { advanceWidth: number };
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** Metrics in font units, from hhea and OS/2. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
}

/** The faces of the package. One library can serve any number of documents. */
export interface FontLibrary {
  load(faces: readonly FaceId[]): Promise<void>;
  /** Loads until nothing is missing: extended files are opened only for a rare character. */
  prepare(groups: readonly FaceTexts[]): Promise<void>;
  /** Needs `prepare` with the same text first. */
  bind(request: FaceRequest): BoundText;
  /** The face that draws all of a text as it stands, null where `bind` has to say more: mostly it has not. */
  onlyFace(text: string, lang: string, around: string | undefined, weight: Weight): FaceId | null;
  /** A loaded face. */
  font(face: FaceId): FontObject;
  readonly measure: Measure & Kerning;
}
