/** A glyph of a face as one number: code point, variation selector, and what its width was changed by. */

/** Above a code point in a key. */
export const selectorUnit = 0x200000;

/** A selector follows its base only where the face has the sequence (src/font/types.ts). */
function selectorAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xfe00 && unit <= 0xfe0f) return unit;
  // High surrogate of plane 14, where the ideographic selectors stand.
  return unit === 0xdb40 ? text.codePointAt(index)! : 0;
}

/** The character at an index as one number: the code point, with its variation selector above bit 21. */
export function characterKey(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  // Nearly always: no surrogate, and no selector behind it. Past the end `next` is NaN, and NaN & x is 0.
  if ((unit & 0xf800) !== 0xd800 && (next & 0xfff0) !== 0xfe00 && next !== 0xdb40) return unit;
  const codePoint = text.codePointAt(index)!;
  return codePoint + selectorUnit * selectorAt(text, index + (codePoint > 0xffff ? 2 : 1));
}

/** Above every character in a key: thousandths of an em by which a glyph is wider, counted from here. */
export const widerUnit = 2 ** 42;
export const widerZero = 1000;

/** The automatic gap between Han and Latin (R36): the step of wider and narrower glyphs. */
const STEP = 125;
/** Poppler sees a space from 0.1 em on, and the end of a word where glyphs overlap by 0.2 em; no kerned pair does. */
const GAP_EM = 0.1;
const OVERLAP_EM = -0.18;
/** What is left of a narrow glyph, so that it keeps a place in the text. */
export const LEAST_WIDTH = 20;

/**
 * Thousandths of an em for a glyph with the adjustment behind it in its own width, 0 where there is no need. Readers
 * take a gap for a space, and a trimmed mark that overlaps its neighbour for the end of a word; an advance they don't.
 */
export function widerBy(adjustEm: number | undefined): number {
  if (adjustEm === undefined || (adjustEm > OVERLAP_EM && adjustEm < GAP_EM)) return 0;
  const wider = STEP * Math.round((adjustEm * 1000) / STEP);
  return Math.min(widerZero, Math.max(STEP - widerZero, wider));
}

export const widened = (key: number, wider: number): number =>
  wider === 0 ? key : key + (wider + widerZero) * widerUnit;

/** How many UTF-16 units the base of a key takes. */
export function unitsOfKey(key: number): number {
  return key > 0xffff && key % selectorUnit > 0xffff ? 2 : 1;
}
