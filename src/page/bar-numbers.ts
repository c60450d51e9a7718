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
      const toPt =
        numberAt(stemPt, label ? scale.widthOf([label]) : 0, scale) + (label ? scale.widthOf([label]) : 0);
      return { story: event.story, fromPt: stemPt, toPt };
    });
}

/** Right of its stem, or left of it at the right edge. */
export function numberAt(stemPt: number, widthPt: number, scale: TimeScale): number {
  const right = stemPt + TEXT_GAP_PT / 2;
  return right + widthPt > scale.widthPt ? stemPt - TEXT_GAP_PT / 2 - widthPt : right;
}

/** The first x from `fromPt` where a text of this width meets no number. */
export function clearOf(fromPt: number, widthPt: number, numbers: BarNumber[]): number {
  let x = fromPt;
  for (const { fromPt: left, toPt } of [...numbers].sort((a, b) => a.fromPt - b.fromPt)) {
    if (x < toPt + TEXT_GAP_PT && x + widthPt > left - TEXT_GAP_PT) x = toPt + TEXT_GAP_PT;
  }
  return x;
}
