import type { ParagraphStyle } from '../style/types.ts';
import { classOf } from './css-classes.ts';
import { JAPANESE, OTHER, writingSystemOf } from './language.ts';
import * as LB from './line-break-classes.ts';
import type { Paragraph, TextRun } from './paragraph.ts';
import { SOFT_HYPHEN } from './punctuation.ts';
import type { TextMeasure } from './types.ts';

const SPACE = 0x20;
const IDEOGRAPHIC_SPACE = 0x3000;
const HYPHEN = 0x2d;
const JAPANESE_WORD_SPACE_EM = 1 / 3;

/** Spaces, controls and the soft hyphen; any other character stays as it was measured. */
export function setBlank(
  paragraph: Paragraph,
  cell: number,
  run: TextRun,
  style: ParagraphStyle,
  measure: TextMeasure,
): void {
  const { codePoints, advancePt, rightPt, endPt, hanging, plain } = paragraph;
  const { face, sizePt } = run;
  const cp = codePoints[cell] as number;
  if (cp === SOFT_HYPHEN) {
    // Its hyphen is cut off like the blank of a mark, but at the end of a line (`fillBreaks`).
    plain[cell] = 0;
    advancePt[cell] = rightPt[cell] = endPt[cell] = measure.advanceEm(face, HYPHEN) * sizePt;
  } else if (cp === SPACE || cp === IDEOGRAPHIC_SPACE) {
    plain[cell] = 0;
    hanging[cell] = 1;
    if (cp === SPACE && hasWideSpaces(run, style)) {
      rightPt[cell] = endPt[cell] = (advancePt[cell] as number) - JAPANESE_WORD_SPACE_EM * sizePt;
    }
  } else if (isControl(cp)) {
    plain[cell] = 0;
    advancePt[cell] = 0;
    hanging[cell] = 1;
    if (isHardBreak(cp)) paragraph.hasHardBreaks = true;
  } else if (isHardBreak(cp)) paragraph.hasHardBreaks = true;
}

/** R41: Western words in Japanese text, whether they say that they are Western or not. */
function hasWideSpaces({ system }: TextRun, { lang }: ParagraphStyle): boolean {
  return system === JAPANESE || (system === OTHER && writingSystemOf(lang) === JAPANESE);
}

/** UAX #14 LB4, LB5: BK, CR, LF and NL. */
export function isHardBreak(cp: number): boolean {
  return (cp >= 0x0a && cp <= 0x0d) || cp === 0x85 || cp === 0x2028 || cp === 0x2029;
}

/** Break controls stand in the text without a glyph (U+200B, U+2060, U+00AD, line ends). */
export function isControl(codePoint: number): boolean {
  if (codePoint < 0x20) return true;
  if (codePoint < 0xad) return false;
  if (codePoint === SOFT_HYPHEN) return true;
  if (codePoint < 0x200b || codePoint > 0x2060) return false;
  const c = classOf(codePoint) & 63;
  return c === LB.ZW || c === LB.WJ || c === LB.BK;
}
