// In: glyph ids in the order in which a PDF uses them. Out: CIDs, and a TrueType program with those glyphs.
// Refuses to decide anything about the PDF around it.
import type { RecentPrograms } from './recent-programs.ts';
import type { Tables } from './true-type-tables.ts';
import type { GlyphSubset } from './types.ts';
import { type OutlineSource, type Widened, writeProgram } from './write-program.ts';

/** Above every glyph id: a code point with a variation selector takes 41 bits. */
const WIDER_UNIT = 2 ** 42;

export interface SubsetSource extends OutlineSource {
  readonly tables: Tables;
  readonly postscriptName: string;
  readonly programs: RecentPrograms;
  readonly unitsPerEm: number;
  /** By character of the BMP, each one more than it is, 0 and 1 where `outlineOfId` and `glyphOf` have to be asked. */
  readonly knownOutlines: Uint16Array;
  readonly knownAdvances: Uint16Array;
  outlineOfId(id: number): number;
  glyphOf(codePoint: number, selector: number): number | null;
  advanceOfGlyph(id: number): number;
}

export class FontSubset implements GlyphSubset {
  readonly #font: SubsetSource;
  /** Glyph id and what it is wider by, in one number, of each CID: few are asked for one by one. */
  readonly #keys: number[] = [0];
  /** Outline of each CID; the same outline may stand twice, under two characters. */
  readonly #outlines: number[] = [0];
  /** Wider glyphs by CID: each repeats another as its one component. */
  readonly #widened = new Map<number, Widened>();
  /** As it stands: pdfkit asks for it again. */
  #program: Uint8Array | null = null;

  constructor(font: SubsetSource) {
    this.#font = font;
  }

  includeGlyph(id: number, wider = 0): number {
    const key = id + wider * WIDER_UNIT;
    const known = this.#keys.indexOf(key);
    if (known >= 0) return known;
    const base = wider === 0 ? 0 : this.includeGlyph(id);
    const outline = this.#font.outlineOfId(id);
    // A box in print is worse than no file: binding must have reported the character before.
    if (outline === 0)
      throw new Error(`${this.#font.postscriptName} has no glyph with the id ${id.toString(16)}`);
    const cid = this.#outlines.length;
    this.#keys.push(key);
    this.#outlines.push(outline);
    this.#program = null;
    if (wider !== 0) this.#widened.set(cid, { base, wider });
    return cid;
  }

  includeCharacters(codePoints: Uint16Array, cids: Uint16Array, widths: number[]): void {
    const font = this.#font;
    const { knownOutlines, knownAdvances, unitsPerEm } = font;
    const outlines = this.#outlines;
    const keys = this.#keys;
    this.#program = null;
    for (let i = 0; i < codePoints.length; i++) {
      const codePoint = codePoints[i] as number;
      const outline = knownOutlines[codePoint] as number;
      let advance = (knownAdvances[codePoint] as number) - 1;
      if (outline > 1 && advance > 0) {
        cids[codePoint] = outlines.length;
        keys.push(codePoint);
        outlines.push(outline - 1);
      } else {
        const isDrawn = font.glyphOf(codePoint, 0) !== null;
        cids[codePoint] = isDrawn ? this.includeGlyph(codePoint) : 0;
        if (!isDrawn) continue;
        advance = font.advanceOfGlyph(codePoint);
      }
      widths.push((advance * 1000) / unitsPerEm);
    }
  }

  encode(): Uint8Array {
    if (this.#program !== null) return this.#program;
    const font = this.#font;
    const parts: number[] = [...this.#outlines];
    for (const [cid, { base, wider }] of this.#widened) parts.push(cid, base, wider);
    // All of 16 bits: a string of them is made quicker than one of their digits.
    this.#program = font.programs.get(String.fromCharCode(...parts), () =>
      writeProgram(font.tables, this.#outlines, this.#widened, font),
    );
    return this.#program;
  }
}
