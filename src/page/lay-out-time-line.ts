/**
 * The time line, drawn to scale: the number's story above the axis, the money's below (visual grid §7).
 * x = days × scale, the same everywhere; a range ends at the end of its last day.
 */
import { dayNumber } from '../calendar-day.ts';
import type { ParagraphBox, TimeLineBox } from '../style/types.ts';
import { numberAt, stemsOf } from './bar-numbers.ts';
import { drawLine } from './draw.ts';
import { BAR_PT, emitBar, emitCentred, emitNumber } from './draw-time-bar.ts';
import { emitParagraph } from './emit-lines.ts';
import { type LaidDrawing, type LayoutContext, makeDrawing } from './layout-context.ts';
import { placeBars } from './place-bars.ts';
import { type PlacedEvent, placeEvents } from './place-events.ts';
import { TEXT_GAP_PT, type TimeScale } from './time-scale.ts';
import type { PageItem, PathOperator } from './types.ts';

const MM = 72 / 25.4;
const TIER_PT = 15.2 * MM;
const GAP_PT = 1.6 * MM;
const AXIS_PT = 6.4 * MM;
const LOWER_PT = 12.8 * MM;
const BRACKET_PT = 1.6 * MM;

export function layOutTimeLine(box: TimeLineBox, context: LayoutContext): LaidDrawing {
  const widthPt = box.frame.widthPt;
  const first = dayNumber(box.from);
  const days = dayNumber(box.to) - first + 1;
  const perDay = widthPt / days;
  const scale: TimeScale = {
    widthPt,
    days,
    at: (day) => (dayNumber(day) - first) * perDay,
    after: (day) => (dayNumber(day) - first + 1) * perDay,
    widthOf: (lines) => Math.max(0, ...lines.map((line) => context.lines.get(line)?.[0]?.widthPt ?? 0)),
  };
  const placed = placeEvents(box, scale);
  const upper = placed.some((event) => event.tier === 'high') ? 2 * TIER_PT : TIER_PT;
  const bars = placeBars(box, placed, scale);
  const told = [
    ...placed.flatMap(({ event, number }) => (number > 0 ? [{ number, lines: event.lines }] : [])),
    ...bars.flatMap(({ bar, number }) => (number > 0 ? [{ number, lines: bar.label }] : [])),
  ];
  const below = Math.max(0, ...told.map(({ lines }) => lines[0]?.style.leadingPt ?? 0));
  const drawingPt = upper + 2 * BAR_PT + 2 * GAP_PT + AXIS_PT + LOWER_PT + (told.length > 0 ? GAP_PT : 0);
  return makeDrawing(box.frame, drawingPt + below * told.length, null, (out, xPt, yPt) => {
    const tops = { upperBar: yPt + upper, axis: yPt + upper + BAR_PT + GAP_PT };
    const lowerBar = tops.axis + AXIS_PT + GAP_PT;
    for (const bar of bars)
      emitBar(out, bar, xPt, bar.bar.story === 'number' ? tops.upperBar : lowerBar, context);
    emitAxis(out, box, scale, xPt, tops.axis, perDay, context);
    for (const event of placed) {
      const bar = event.event.story === 'number' ? tops.upperBar : lowerBar;
      emitEvent(out, event, placed, scale, xPt, bar, context, box);
    }
    told.forEach(({ number, lines }, index) => {
      emitBelow(out, box, number, lines, xPt, yPt + drawingPt + index * below, context);
    });
  });
}

/** Months by name; ticks at 10 and 20 from 1 mm a day, every fifth day under 30 days, none over 180. */
function emitAxis(
  out: PageItem[],
  box: TimeLineBox,
  scale: TimeScale,
  xPt: number,
  yPt: number,
  perDay: number,
  context: LayoutContext,
): void {
  const [rightPt, bottomPt] = [xPt + scale.widthPt, yPt + AXIS_PT];
  drawLine(out, xPt, yPt, rightPt, yPt, 1);
  drawLine(out, xPt, bottomPt, rightPt, bottomPt, 1);
  const taken: { from: number; to: number }[] = [];
  box.months.forEach(({ date, label }, index) => {
    const x = Math.max(0, scale.at(date));
    const lines = context.lines.get(label) ?? [];
    const width = lines[0]?.widthPt ?? 0;
    const from = x + TEXT_GAP_PT;
    if (x > 0) drawLine(out, xPt + x, yPt, xPt + x, bottomPt, 1);
    const next = box.months[index + 1];
    // The first month may have a few days only: its name would stand over the next one's line.
    if (from + width > (next ? scale.at(next.date) : scale.widthPt)) return;
    emitCentred(out, label, xPt + from, yPt, AXIS_PT, context);
    taken.push({ from: x, to: from + width });
  });
  if (scale.days > 180) return;
  const ticks = scale.days < 30 ? [5, 10, 15, 20, 25] : perDay >= MM ? [10, 20] : [];
  for (const { date } of monthStarts(box)) {
    for (const day of ticks) {
      const x = scale.at(`${date.slice(0, 8)}${String(day).padStart(2, '0')}`) + perDay / 2;
      if (x < 0 || x > scale.widthPt) continue;
      drawLine(out, xPt + x, bottomPt - 3.4, xPt + x, bottomPt, 0.5);
      const label = box.numbers.get(day);
      const lines = label ? (context.lines.get(label) ?? []) : [];
      const half = (lines[0]?.widthPt ?? 0) / 2;
      const meets = taken.some((t) => x - half < t.to + 2 && x + half > t.from - 2);
      if (!label || meets || x - half < 0 || x + half > scale.widthPt) continue;
      emitParagraph(
        out,
        label,
        lines,
        xPt + x - half,
        yPt + (AXIS_PT - label.style.leadingPt) / 2 - 1.2,
        context,
      );
    }
  }
}

/** The first of each month that the line touches: the named ones, and the month it begins in. */
function monthStarts(box: TimeLineBox): { date: string }[] {
  const begin = `${box.from.slice(0, 8)}01`;
  const named = box.months.map(({ date }) => ({ date: `${date.slice(0, 8)}01` }));
  return named.some(({ date }) => date === begin) ? named : [{ date: begin }, ...named];
}

function emitEvent(
  out: PageItem[],
  placed: PlacedEvent,
  all: readonly PlacedEvent[],
  scale: TimeScale,
  xPt: number,
  barPt: number,
  context: LayoutContext,
  box: TimeLineBox,
): void {
  const { event, tier, side, stemPt } = placed;
  const x = xPt + stemPt;
  const up = event.story === 'number';
  const reach = tier === 'high' ? 2 * TIER_PT : up ? TIER_PT : LOWER_PT;
  const weight = event.heavy ? 1.5 : 0.5;
  if (tier === 'below') {
    const label = box.numbers.get(placed.number);
    drawLine(out, x, barPt, x, barPt + BAR_PT, weight);
    if (!label) return;
    const left = xPt + numberAt(stemPt, scale.widthOf([label]), stemsOf(all, event.story), scale);
    emitNumber(out, label, left, barPt, context);
    return;
  }
  if (event.bracket) {
    const [left, right] = [xPt + scale.at(event.from), xPt + scale.after(event.to)];
    const top = barPt - BRACKET_PT;
    const operators: PathOperator[] = [
      ['m', left, barPt],
      ['l', left, top],
      ['l', right, top],
      ['l', right, barPt],
    ];
    out.push({ kind: 'path', operators, stroke: { widthPt: 1 }, struct: null });
    drawLine(out, x, barPt - reach, x, top, weight);
  } else {
    // A heavy stem cuts its bar; a light one stops at it, so that the bar's label stays clear.
    const into = event.heavy ? BAR_PT : 0;
    if (up) drawLine(out, x, barPt - reach, x, barPt + into, weight);
    else drawLine(out, x, barPt + BAR_PT - into, x, barPt + BAR_PT + reach, weight);
  }
  let y = up ? barPt - reach : barPt + BAR_PT;
  for (const line of event.lines) {
    const lines = context.lines.get(line) ?? [];
    const width = lines[0]?.widthPt ?? 0;
    emitParagraph(out, line, lines, side === 'right' ? x + TEXT_GAP_PT : x - TEXT_GAP_PT - width, y, context);
    y += line.style.leadingPt;
  }
}

/** What found no place at its stem or in its bar is told below the drawing, by its number. */
function emitBelow(
  out: PageItem[],
  box: TimeLineBox,
  number: number,
  told: readonly ParagraphBox[],
  xPt: number,
  yPt: number,
  context: LayoutContext,
): void {
  let x = xPt;
  const label = box.numbers.get(number);
  for (const line of label ? [label, ...told] : told) {
    const lines = context.lines.get(line) ?? [];
    emitParagraph(out, line, lines, x, yPt, context);
    x += (lines[0]?.widthPt ?? 0) + 2 * TEXT_GAP_PT;
  }
}
