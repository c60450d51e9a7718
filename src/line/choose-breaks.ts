import { type LineSums, widthOfLine } from './line-sums.ts';
import type { BreakKind } from './types.ts';
import { ALLOWED, MANDATORY } from './uax14.ts';

/** Rounding of sums of advances must not push a line over that fits exactly. */
export const TOLERANCE_PT = 0.005;

export interface ChosenLine {
  start: number;
  end: number;
  kind: BreakKind;
}

/** First fit: the longest line that ends where a break is allowed. */
export function chooseBreaks(sums: LineSums, measurePt: number, indentPt: number): ChosenLine[] {
  const { count, breaks } = sums.paragraph;
  const lines: ChosenLine[] = [];
  let start = 0;
  while (start < count) {
    const available = measurePt - (start === 0 ? indentPt : 0) + TOLERANCE_PT;
    let best = -1;
    let emergency = start + 1;
    let end = start + 1;
    let kind: BreakKind = 'normal';
    for (; end <= count; end++) {
      const fits = widthOfLine(sums, start, end) <= available;
      if (fits) emergency = end;
      if (end === count || breaks[end] === MANDATORY) {
        if (fits) {
          best = end;
          kind = end === count ? 'end' : 'mandatory';
        }
        break;
      }
      if (fits && breaks[end] === ALLOWED) best = end;
      // Wider only by what a line end can give back: two more cells could still fit.
      if (!fits && end > emergency + 2) break;
    }
    if (best < 0) {
      best = emergency;
      kind = best === count ? 'end' : 'emergency';
    }
    lines.push({ start, end: best, kind });
    start = best;
  }
  return lines;
}
