/** Which of a bar's labels stand in it: as many as fit whole. Where not even the first fits, its number does, and all of them below the drawing. */
import type { ParagraphBox, TimeLineBox } from '../style/types.ts';
import { type BarNumber, clearOf, numbersInBars } from './bar-numbers.ts';
import type { PlacedEvent } from './place-events.ts';
import { TEXT_GAP_PT, type TimeScale } from './time-scale.ts';

type Bar = TimeLineBox['bars'][number];

export interface PlacedBar {
  bar: Bar;
  leftPt: number;
  rightPt: number;
  labels: { label: ParagraphBox; xPt: number }[];
  /** Of a bar whose labels stand below the drawing, after the numbers of the events; 0 elsewhere. */
  number: number;
}

export function placeBars(box: TimeLineBox, events: PlacedEvent[], scale: TimeScale): PlacedBar[] {
  const taken = numbersInBars(box, events, scale);
  const ends = { number: 0, money: 0 };
  let number = events.reduce((most, event) => Math.max(most, event.number), 0);
  const placed: PlacedBar[] = [];
  for (const bar of box.bars) {
    // A day that two bars of a story share belongs to the first.
    const leftPt = Math.max(scale.at(bar.from), ends[bar.story]);
    const rightPt = Math.min(scale.widthPt, scale.after(bar.to));
    if (rightPt <= leftPt) continue;
    ends[bar.story] = rightPt;
    const own = [
      ...taken.filter(({ story }) => story === bar.story),
      ...heavyStems(events, bar.story, leftPt, rightPt),
    ];
    const labels = fitting(bar.label, leftPt, rightPt, own, scale);
    const mark = box.numbers.get(number + 1);
    if (labels.length > 0 || !mark) {
      placed.push({ bar, leftPt, rightPt, labels, number: 0 });
      continue;
    }
    const marks = fitting([mark], leftPt, rightPt, own, scale);
    // In a bar of a day or two there is no room for anything.
    if (marks.length > 0) number += 1;
    placed.push({ bar, leftPt, rightPt, labels: marks, number: marks.length > 0 ? number : 0 });
  }
  return placed;
}

/** A heavy stem cuts its bar: no label stands over it. */
const heavyStems = (
  events: PlacedEvent[],
  story: Bar['story'],
  leftPt: number,
  rightPt: number,
): BarNumber[] =>
  events
    .filter(
      ({ event, stemPt }) =>
        event.heavy && event.story === story && stemPt > leftPt + 1 && stemPt < rightPt - 1,
    )
    .map(({ stemPt }) => ({ story, fromPt: stemPt, toPt: stemPt }));

function fitting(
  labels: ParagraphBox[],
  leftPt: number,
  rightPt: number,
  taken: BarNumber[],
  scale: TimeScale,
): PlacedBar['labels'] {
  const found: PlacedBar['labels'] = [];
  let x = leftPt + TEXT_GAP_PT;
  for (const label of labels) {
    const widthPt = scale.widthOf([label]);
    x = clearOf(x, widthPt, taken);
    if (x + widthPt + TEXT_GAP_PT / 2 > rightPt) break;
    found.push({ label, xPt: x });
    x += widthPt + 2 * TEXT_GAP_PT;
  }
  return found;
}
