/** The glyphs of one face that a document uses: collected first, then each with a code, then looked up as it is shown. */
import {
  characterKey,
  selectorUnit,
  unitsOfKey,
  widened,
  widerBy,
  widerUnit,
  widerZero,
} from './glyph-keys.ts';
import { escapedBytes } from './serialize.ts';

/** In place of a code: the unit alone does not say which glyph it is. */
export const SEE_KEY = 0xffff;
const COLLECTED = 1;

/** Surrogates and variation selectors stand here and above; what is below, and not before one, is a character. */
const FIRST_SURROGATE = 0xd800;

export class GlyphTable {
  /** Codes by UTF-16 unit, 0 where nothing is drawn: nearly every character is one unit without a selector. */
  readonly codeOfUnit = new Uint16Array(0x10000);
  /** By code: its two bytes, already escaped for a literal string. */
  readonly texts: string[] = [''];
  /** By code, in thousandths of an em. */
  widths: readonly number[] = [];
  private readonly units: number[] = [];
  /** Keys above all units (glyph-keys.ts). */
  private readonly keys = new Set<number>();
  private readonly unitsOfKeys = new Set<number>();
  private readonly codeOfKey = new Map<number, number>();

  collect(text: string, adjustEm: readonly number[] | null): void {
    const { codeOfUnit, units } = this;
    const { length } = text;
    let next = text.charCodeAt(0);
    for (let i = 0, index = 0; i < length; i++, index++) {
      const unit = next;
      next = text.charCodeAt(i + 1);
      // Selectors are collected as characters too; alone they are invisible, and the font leaves them out.
      const key = unit >= FIRST_SURROGATE || next >= FIRST_SURROGATE ? characterKey(text, i) : unit;
      if (key > 0xffff) {
        this.keys.add(key);
        this.unitsOfKeys.add(unit);
        if (unitsOfKey(key) > 1) next = text.charCodeAt(++i + 1);
      } else if (codeOfUnit[unit] === 0) {
        codeOfUnit[unit] = COLLECTED;
        units.push(unit);
      }
      if (adjustEm === null || adjustEm[index] === 0) continue;
      const wider = widerBy(adjustEm[index]);
      if (wider !== 0) this.keys.add(widened(key, wider));
    }
  }

  /**
   * Gives each collected key a code, 0 for none; `widths` has those of all codes afterwards. In the order of the keys, so
   * that outlines of alike characters lie together and deflate better, and codes make ranges; glyphs of another width
   * come last.
   */
  giveCodes(
    widths: readonly number[],
    includeUnits: (units: Uint16Array, codeOfUnit: Uint16Array) => void,
    codeOf: (codePoint: number, selector: number, wider: number) => number,
  ): void {
    const { codeOfUnit, codeOfKey } = this;
    includeUnits(Uint16Array.from(this.units).sort(), codeOfUnit);
    for (const key of Float64Array.from(this.keys).sort()) {
      const character = key % widerUnit;
      const wider = key < widerUnit ? 0 : Math.floor(key / widerUnit) - widerZero;
      const selector = Math.floor(character / selectorUnit);
      codeOfKey.set(key, codeOf(character % selectorUnit, selector, wider));
    }
    for (const unit of this.unitsOfKeys) {
      codeOfKey.set(unit, codeOfUnit[unit]!);
      codeOfUnit[unit] = SEE_KEY;
    }
    this.widths = widths;
    const { texts } = this;
    for (let code = 1; code < widths.length; code++) {
      texts.push(escapedBytes[code >> 8]! + escapedBytes[code & 0xff]!);
    }
  }

  /** For a key that is no unit, and where the table says SEE_KEY; `otherwise` is for a width that the face has not. */
  find(key: number, otherwise = 0): number {
    return this.codeOfKey.get(key) || otherwise;
  }
}
