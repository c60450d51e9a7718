// In: the bytes of a TrueType file, or the file itself. Out: a font object for pdfkit, glyphs and advances by code point.
// Refuses to decide which characters a face is asked for.
// The glyph id is the code point: U+4E00 and U+2F00 share an outline, and each must come out of the PDF as itself.
import { findSubtable, readGlyph, readVariation } from './character-map.ts';
import { isVoicingMark, needsCleaning } from './clean-text.ts';
import { FontFile } from './font-file.ts';
import { FontSubset } from './font-subset.ts';
import { isInvisible, isVariationSelector, SOFT_HYPHEN } from './invisible.ts';
import { OutlinePlaces } from './outlines.ts';
import { RecentPrograms } from './recent-programs.ts';
import { readDirectory, readPostscriptName, readTables, type Tables, tableOf } from './true-type-tables.ts';
import type { FontObject, GlyphPosition, PlacedGlyph } from './types.ts';

/** One more than what is known of a character of the BMP, by its code: 0 is what has not been read. */
const newTable = (): Uint16Array => new Uint16Array(0x10000);

/** What a text is to a face. */
export const NOT_PLAIN = 0;
export const PLAIN = 1;
/** There is one of U+2018 to U+201F in it. */
export const PLAIN_WITH_QUOTES = 2;
export type Scan = typeof NOT_PLAIN | typeof PLAIN | typeof PLAIN_WITH_QUOTES;

/** U+2018 to U+201F. */
const isCurlyQuote = (codePoint: number): boolean => (codePoint & ~7) === 0x2018;

/** Glyph ids of variation sequences start above all code points: base + this × (1 + number of the selector). */
const SEQUENCE_STEP = 0x200000;

const selectorNumber = (selector: number): number =>
  selector < 0xe0100 ? selector - 0xfe00 : selector - 0xe0100 + 16;

const selectorOf = (number: number): number => (number < 16 ? number + 0xfe00 : number - 16 + 0xe0100);

export class TrueTypeFont implements FontObject {
  readonly tables: Tables;
  readonly programs = new RecentPrograms();
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: FontObject['bbox'];
  readonly 'OS/2': { sFamilyClass: number };
  readonly post: { isFixedPitch: number };
  readonly head: { macStyle: { italic: boolean } };
  /** pdfkit takes two fonts of one name for the same font unless these differ; the extended files share names. */
  readonly _tables: { head: { checkSumAdjustment: number } };

  readonly #file: FontFile;
  readonly #glyfOffset: number;
  readonly #outlinePlaces: OutlinePlaces;
  readonly #cmap: DataView;
  readonly #characters: number;
  readonly #variations: number | null;
  readonly #hmtx: DataView;
  readonly #metricCount: number;
  /**
   * Filled one by one: a document uses few characters. What `scan` has to ask about each time is left out, and so is
   * what is above the BMP.
   */
  readonly knownOutlines = newTable();
  readonly knownAdvances = newTable();

  constructor(bytes: Uint8Array | FontFile) {
    this.#file = bytes instanceof FontFile ? bytes : FontFile.whole(bytes);
    const directory = readDirectory(this.#file);
    this.tables = readTables(this.#file, 'glyf', directory);
    this.#glyfOffset = directory.get('glyf')?.offset ?? 0;
    this.#outlinePlaces = new OutlinePlaces(this.tables);
    const head = tableOf(this.tables, 'head');
    const hhea = tableOf(this.tables, 'hhea');
    const os2 = tableOf(this.tables, 'OS/2');
    const post = tableOf(this.tables, 'post');
    this.postscriptName = readPostscriptName(tableOf(this.tables, 'name'));
    this.unitsPerEm = head.getUint16(18);
    this.bbox = {
      minX: head.getInt16(36),
      minY: head.getInt16(38),
      maxX: head.getInt16(40),
      maxY: head.getInt16(42),
    };
    this.ascent = hhea.getInt16(4);
    this.descent = hhea.getInt16(6);
    this.lineGap = hhea.getInt16(8);
    this.xHeight = os2.getInt16(86);
    this.capHeight = os2.getInt16(88);
    this.italicAngle = post.getInt32(4) / 0x10000;
    this['OS/2'] = { sFamilyClass: os2.getInt16(30) };
    this.post = { isFixedPitch: post.getUint32(12) };
    this.head = { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } };
    this._tables = { head: { checkSumAdjustment: head.getUint32(8) } };

    this.#cmap = tableOf(this.tables, 'cmap');
    const characters = findSubtable(this.#cmap, 12);
    if (characters === null) throw new Error(`${this.postscriptName} has no cmap subtable of format 12`);
    this.#characters = characters;
    this.#variations = findSubtable(this.#cmap, 14);
    this.#hmtx = tableOf(this.tables, 'hmtx');
    this.#metricCount = hhea.getUint16(34);
  }

  /** Index of the outline in the file, 0 where there is none. */
  outlineOf(codePoint: number): number {
    const known = this.knownOutlines[codePoint];
    if (known) return known - 1;
    const outline = readGlyph(this.#cmap, this.#characters, codePoint);
    // Who asks for the outline of a character asks for its advance next.
    const invisible = isInvisible(codePoint);
    this.knownAdvances[codePoint] = invisible ? 1 : this.advanceOfOutline(outline) + 1;
    const isAsked = invisible
      ? needsCleaning(codePoint)
      : isVoicingMark(codePoint) || isCurlyQuote(codePoint);
    if (!isAsked) this.knownOutlines[codePoint] = outline + 1;
    return outline;
  }

  advanceEm(codePoint: number): number {
    const known = this.knownAdvances[codePoint];
    if (known) return (known - 1) / this.unitsPerEm;
    const outline = this.outlineOf(codePoint);
    return isInvisible(codePoint) ? 0 : this.advanceOfOutline(outline) / this.unitsPerEm;
  }

  fillAdvances(
    codePoints: Int32Array,
    start: number,
    end: number,
    sizePt: number,
    advancePt: Float64Array,
  ): void {
    const advances = this.knownAdvances;
    const { unitsPerEm } = this;
    const em = unitsPerEm + 1;
    for (let i = start; i < end; i++) {
      const codePoint = codePoints[i] as number;
      const known = advances[codePoint];
      if (known === em) advancePt[i] = sizePt;
      else advancePt[i] = (known ? (known - 1) / unitsPerEm : this.advanceEm(codePoint)) * sizePt;
    }
  }

  /**
   * Whether the face has all of the text and nothing in it is to be cleaned: the usual case, which is why it is looked
   * up by UTF-16 unit and without an object per character.
   */
  scan(text: string): Scan {
    const outlines = this.knownOutlines;
    const { length } = text;
    let scan: Scan = PLAIN;
    for (let i = 0; i < length; i++) {
      if ((outlines[text.charCodeAt(i)] as number) > 1) continue;
      const codePoint = text.codePointAt(i) as number;
      const outline = this.outlineOf(codePoint);
      // Met for the first time.
      if (outline !== 0 && outlines[codePoint]) continue;
      if (needsCleaning(codePoint)) return NOT_PLAIN;
      if (outline === 0 && !isInvisible(codePoint)) return NOT_PLAIN;
      if (isCurlyQuote(codePoint)) scan = PLAIN_WITH_QUOTES;
      if (codePoint > 0xffff) i++;
    }
    return scan;
  }

  /** Index of the outline of base + selector, null where the face does not have the sequence. */
  outlineOfSequence(base: number, selector: number): number | null {
    if (this.#variations === null) return null;
    const found = readVariation(this.#cmap, this.#variations, base, selector);
    if (found === null) return null;
    const outline = found === 'base' ? this.outlineOf(base) : found;
    return outline === 0 ? null : outline;
  }

  /** Index of the outline of a glyph id, as `layout` gives them out. */
  outlineOfId(id: number): number {
    if (id < SEQUENCE_STEP) return this.outlineOf(id);
    const selector = selectorOf(Math.floor(id / SEQUENCE_STEP) - 1);
    return this.outlineOfSequence(id % SEQUENCE_STEP, selector) ?? 0;
  }

  outlineBytes(outline: number): Uint8Array {
    const places = this.#outlinePlaces;
    places.find(outline);
    return this.#file.read(this.#glyfOffset + places.start, places.end - places.start);
  }

  advanceOfOutline(outline: number): number {
    return this.#hmtx.getUint16(4 * Math.min(outline, this.#metricCount - 1));
  }

  getGlyph(id: number): { advanceWidth: number } {
    return { advanceWidth: id === 0 ? this.advanceOfOutline(0) : this.advanceOfGlyph(id) };
  }

  layout(text: string): { glyphs: PlacedGlyph[]; positions: GlyphPosition[]; advanceWidth: number } {
    const glyphs: PlacedGlyph[] = [];
    const positions: GlyphPosition[] = [];
    let width = 0;
    for (let i = 0; i < text.length; ) {
      const codePoint = text.codePointAt(i) as number;
      i += codePoint > 0xffff ? 2 : 1;
      const next = i < text.length ? (text.codePointAt(i) as number) : 0;
      const id = this.glyphOf(codePoint, isVariationSelector(next) ? next : 0);
      if (id === null) continue;
      const advanceWidth = this.advanceOfGlyph(id);
      glyphs.push({ id, advanceWidth, codePoints: id === codePoint ? [id] : [codePoint, next] });
      // A fresh object each time: pdfkit scales positions in place.
      positions.push({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
      width += advanceWidth;
    }
    // Positions are in font units, but pdfkit sums this one as thousandths of an em.
    return { glyphs, positions, advanceWidth: (width * 1000) / this.unitsPerEm };
  }

  glyphOf(codePoint: number, selector: number): number | null {
    // A soft hyphen comes here only where a line ends with it.
    if (isInvisible(codePoint) && codePoint !== SOFT_HYPHEN) return null;
    if (selector === 0 || this.outlineOfSequence(codePoint, selector) === null) return codePoint;
    return codePoint + SEQUENCE_STEP * (1 + selectorNumber(selector));
  }

  advanceOfGlyph(id: number): number {
    const known = this.knownAdvances[id];
    // A line gives no width to what is invisible, but a soft hyphen at its end is drawn.
    if (known !== undefined && known > 1) return known - 1;
    return this.advanceOfOutline(this.outlineOfId(id));
  }

  createSubset(): FontSubset {
    return new FontSubset(this);
  }
}
