import type { Paragraph, TextRun } from './paragraph.ts';
import type { TextMeasure } from './types.ts';

/** Pairs of ASCII, and no others, are kerned. */
export const LAST_KERNED = 0x7e;

/** Narrows a character to the next one, both of ASCII and of one run, as its face says; whether it does. */
export function kern(
  { codePoints, rightPt }: Paragraph,
  i: number,
  run: TextRun,
  measure: TextMeasure,
): boolean {
  const left = codePoints[i] as number;
  const right = codePoints[i + 1] as number;
  if (!measure.kernEm) return false;
  // Digits are all of one width, and stay so.
  if (left >= 0x30 && left <= 0x39 && right >= 0x30 && right <= 0x39) return false;
  const em = measure.kernEm(run.face, left, right);
  if (em === 0) return false;
  rightPt[i] = -em * run.sizePt;
  return true;
}
