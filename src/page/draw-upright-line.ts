/** Bars, months, leaders and labels of the upright time line, once it is known where they stand. */
import { dayNumber } from '../calendar-day.ts';
import type { ParagraphBox, TimeLineBox } from '../style/types.ts';
import { DASH_PT, drawLine } from './draw.ts';
import { emitParagraph } from './emit-lines.ts';
import type { LayoutContext } from './layout-context.ts';
import { BAR_GREY, TEXT_GAP_PT } from './time-scale.ts';
import type { PageItem, PathOperator } from './types.ts';

const MM = 72 / 25.4;
/** Between the columns, and between two labels. */
export const GAP_PT = 2 * MM;
/** From the bars to the labels. */
export const LEADER_PT = 10 * MM;

export type Story = 'number' | 'money';

/** What stands beside a day: lines that share one baseline, below each other. */
export interface UprightLabel {
  story: Story;
  /** Ends of the range in days from the first; a day is a point. */
  from: number;
  to: number;
  bracket: boolean;
  heavy: boolean;
  rows: ParagraphBox[][];
  heightPt: number;
}

export interface BarSpan {
  bar: TimeLineBox['bars'][number];
  from: number;
  to: number;
}

export const leadingOf = (row: ParagraphBox[]): number =>
  Math.max(0, ...row.map((line) => line.style.leadingPt));

export function emitBar(
  out: PageItem[],
  { bar, from, to }: BarSpan,
  xPt: number,
  yPt: number,
  widthPt: number,
  perDay: number,
): void {
  const operators: PathOperator[] = [
    ['re', xPt + 0.4, yPt + from * perDay + 0.4, widthPt - 0.8, (to - from) * perDay - 0.8],
  ];
  const stroke = { widthPt: 0.8, ...(bar.dashed ? { dashPt: DASH_PT } : {}) };
  out.push({ kind: 'path', operators, stroke, ...(bar.dashed ? {} : { fill: BAR_GREY }), struct: null });
}

export function emitMonths(
  out: PageItem[],
  box: TimeLineBox,
  first: number,
  xPt: number,
  yPt: number,
  perDay: number,
  heightPt: number,
  widthPt: number,
  context: LayoutContext,
): void {
  const rightPt = xPt + widthPt;
  drawLine(out, rightPt, yPt, rightPt, yPt + heightPt, 1);
  let freePt = 0;
  box.months.forEach(({ date, label }, index) => {
    const y = Math.max(0, (dayNumber(date) - first) * perDay);
    drawLine(out, xPt, yPt + y, rightPt, yPt + y, 1);
    // The first month may have a few days only: its name would stand over the next one's line.
    const next = box.months[index + 1];
    const endPt = next ? (dayNumber(next.date) - first) * perDay : heightPt;
    if (y < freePt || y + label.style.leadingPt > endPt) return;
    emitParagraph(out, label, context.lines.get(label) ?? [], xPt, yPt + y, context);
    freePt = y + label.style.leadingPt;
  });
}

/** Level out of the bars, then to the label; a range has a bracket. */
export function emitLeader(
  out: PageItem[],
  { from, to, bracket, heavy }: UprightLabel,
  xPt: number,
  yPt: number,
  labelPt: number,
  perDay: number,
): void {
  const widthPt = heavy ? 1.5 : 0.5;
  const startPt = xPt + (bracket ? GAP_PT : 0.5);
  const y = yPt + ((from + to) / 2) * perDay;
  if (bracket) {
    const operators: PathOperator[] = [
      ['m', xPt + 1, yPt + from * perDay],
      ['l', startPt, yPt + from * perDay],
      ['l', startPt, yPt + to * perDay],
      ['l', xPt + 1, yPt + to * perDay],
    ];
    out.push({ kind: 'path', operators, stroke: { widthPt: 1 }, struct: null });
  }
  const operators: PathOperator[] = [
    ['m', startPt, y],
    ['l', xPt + 1.5 * GAP_PT, y],
    ['l', xPt + LEADER_PT - 1.5 * GAP_PT, labelPt],
    ['l', xPt + LEADER_PT - TEXT_GAP_PT, labelPt],
  ];
  out.push({ kind: 'path', operators, stroke: { widthPt }, struct: null });
}

export function emitLabel(
  out: PageItem[],
  { rows }: UprightLabel,
  xPt: number,
  topPt: number,
  widthOf: (line: ParagraphBox) => number,
  context: LayoutContext,
): void {
  let y = topPt;
  for (const row of rows) {
    let x = xPt;
    for (const line of row) {
      emitParagraph(out, line, context.lines.get(line) ?? [], x, y, context);
      x += widthOf(line) + 2 * TEXT_GAP_PT;
    }
    y += leadingOf(row);
  }
}
