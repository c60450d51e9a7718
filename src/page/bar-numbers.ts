import type { TimeLineBox } from '../style/types.ts';
import type { PlacedEvent } from './place-events.ts';
import { TEXT_GAP_PT, type TimeScale } from './time-scale.ts';

/** The number of an event without a label stands in its bar, beside a stem as high as the bar. */
export interface BarNumber {
  story: 'number' | 'money';
  fromPt: number;
  toPt: number;
}

export function numbersInBars(box: TimeLineBox, placed: PlacedEvent[], scale: TimeScale): BarNumber[] {
  return placed
    .filter(({ tier }) => tier === 'below')
    .map(({ event, stemPt, number }) => {
      const label = box.numbers.get(number);
      const widthPt = label ? scale.widthOf([label]) : 0;
      const atPt = numberAt(stemPt, widthPt, stemsOf(placed, event.story), scale);
      return { story: event.story, fromPt: Math.min(stemPt, atPt), toPt: Math.max(stemPt, atPt + widthPt) };
    });
}

/** Stems that cut the bar of a story. */
export const stemsOf = (placed: readonly PlacedEvent[], story: BarNumber['story']): number[] =>
  placed
    .filter(({ event, tier }) => event.story === story && (event.heavy || tier === 'below'))
    .map((p) => p.stemPt);

/** Right of its stem, or left of it where the edge or another stem is in the way. */
export function numberAt(
  stemPt: number,
  widthPt: number,
  stems: readonly number[],
  scale: TimeScale,
): number {
  const right = stemPt + TEXT_GAP_PT / 2;
  const left = stemPt - TEXT_GAP_PT / 2 - widthPt;
  const isFree = (from: number): boolean =>
    from >= 0 &&
    from + widthPt <= scale.widthPt &&
    stems.every((stem) => stem === stemPt || stem < from - 1.5 || stem > from + widthPt + 1.5);
  return isFree(right) || !isFree(left) ? right : left;
}

/** The first x from `fromPt` where a text of this width meets no number, nor reads as one with it. */
export function clearOf(fromPt: number, widthPt: number, numbers: BarNumber[]): number {
  let x = fromPt;
  for (const { fromPt: left, toPt } of [...numbers].sort((a, b) => a.fromPt - b.fromPt)) {
    if (x < toPt + TEXT_GAP_PT && x + widthPt > left - TEXT_GAP_PT) x = toPt + 2 * TEXT_GAP_PT;
  }
  return x;
}
