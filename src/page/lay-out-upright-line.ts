/** The time line for large print (visual grid §10): days run down, 1 mm a day or more, all labels at the right. */
import { dayNumber } from '../calendar-day.ts';
import type { ParagraphBox, TimeLineBox } from '../style/types.ts';
import {
  type BarSpan,
  emitBar,
  emitLabel,
  emitLeader,
  emitMonths,
  GAP_PT,
  type UprightLabel as Label,
  LEADER_PT,
  leadingOf,
  type Story,
} from './draw-upright-line.ts';
import { emitParagraph } from './emit-lines.ts';
import { type LaidDrawing, type LayoutContext, makeDrawing } from './layout-context.ts';
import { spreadLabels } from './spread-labels.ts';
import { TEXT_GAP_PT } from './time-scale.ts';

const MM = 72 / 25.4;
/** Of the page, for the head of the story and the running head. */
const HEADS_PT = 40 * MM;

interface Columns {
  bars: Record<Story, { xPt: number; widthPt: number }>;
  barsEndPt: number;
  labelsPt: number;
}

export function layOutUprightLine(box: TimeLineBox, context: LayoutContext): LaidDrawing {
  const widthOf = (line: ParagraphBox): number => context.lines.get(line)?.[0]?.widthPt ?? 0;
  const first = dayNumber(box.from);
  const days = dayNumber(box.to) - first + 1;
  const columns = planColumns(box, widthOf);
  const bars = spansOf(box, first);
  const roomPt = box.frame.widthPt - columns.labelsPt;
  const all = box.events.map((event): Label => {
    const end = dayNumber(event.to) - first + 1;
    const start = dayNumber(event.from) - first;
    const rows = rowsOf(event.lines, roomPt, widthOf);
    // The account must be open until the end of its day, as the telephone works until that of the visit.
    const point = event.story === 'money' || event.heavy ? end : start;
    const { story, bracket, heavy } = event;
    const [from, to] = bracket ? [start, end] : [point, point];
    return { story, from, to, bracket, heavy, rows, heightPt: heightOf(rows) };
  });
  const mostPt = context.flowHeightPt - HEADS_PT;
  const events = sumOf(all) <= mostPt ? all : all.map(inOneLanguage);
  const heightPt = Math.max(Math.min(Math.max(days * MM, sumOf(events)), mostPt), days);
  const perDay = heightPt / days;
  const outside = bars.filter((span) => linesInside(span, perDay) === 0);
  const labels = [...events, ...outside.map(besideBar)].sort(
    (a, b) => a.from + a.to - b.from - b.to || Number(b.heavy) - Number(a.heavy),
  );
  const tops = spreadLabels(
    labels.map((label) => ({
      wantedPt: ((label.from + label.to) / 2) * perDay - half(label),
      heightPt: label.heightPt,
    })),
    GAP_PT,
    heightPt,
  );
  return makeDrawing(box.frame, heightPt, null, (out, xPt, yPt) => {
    for (const span of bars) {
      const { xPt: left, widthPt } = columns.bars[span.bar.story];
      emitBar(out, span, xPt + left, yPt, widthPt, perDay);
      let y = yPt + span.from * perDay;
      for (const line of span.bar.label.slice(0, linesInside(span, perDay))) {
        emitParagraph(out, line, context.lines.get(line) ?? [], xPt + left + TEXT_GAP_PT, y, context);
        y += line.style.leadingPt;
      }
    }
    emitMonths(out, box, first, xPt, yPt, perDay, heightPt, columns.bars.number.xPt - GAP_PT, context);
    labels.forEach((label, index) => {
      const top = yPt + (tops[index] ?? 0);
      emitLeader(out, label, xPt + columns.barsEndPt, yPt, top + half(label), perDay);
      emitLabel(out, label, xPt + columns.labelsPt, top, widthOf, context);
    });
  });
}

function planColumns(box: TimeLineBox, widthOf: (line: ParagraphBox) => number): Columns {
  const widest = (lines: ParagraphBox[]): number => Math.max(0, ...lines.map(widthOf));
  const barPt = (story: Story): number => {
    const labels = box.bars.filter((bar) => bar.story === story).flatMap((bar) => bar.label);
    return labels.length === 0 ? 0 : widest(labels) + 2 * TEXT_GAP_PT;
  };
  const number = {
    xPt: widest(box.months.map(({ label }) => label)) + TEXT_GAP_PT + GAP_PT,
    widthPt: barPt('number'),
  };
  const money = { xPt: number.xPt + number.widthPt + GAP_PT, widthPt: barPt('money') };
  const barsEndPt = money.widthPt === 0 ? number.xPt + number.widthPt : money.xPt + money.widthPt;
  return { bars: { number, money }, barsEndPt, labelsPt: barsEndPt + LEADER_PT };
}

/** A day that two bars of a story share belongs to the first. */
function spansOf(box: TimeLineBox, first: number): BarSpan[] {
  const ends = { number: 0, money: 0 };
  return box.bars.flatMap((bar) => {
    const from = Math.max(dayNumber(bar.from) - first, ends[bar.story]);
    const to = dayNumber(bar.to) - first + 1;
    if (to <= from) return [];
    ends[bar.story] = to;
    return [{ bar, from, to }];
  });
}

/** As many of a bar's labels as it has room for, the first language first. */
function linesInside({ bar, from, to }: BarSpan, perDay: number): number {
  let roomPt = (to - from) * perDay;
  return bar.label.filter(({ style }) => {
    roomPt -= style.leadingPt;
    return roomPt >= 0;
  }).length;
}

const labelRows = ({ bar }: BarSpan): ParagraphBox[][] => bar.label.map((line) => [line]);

/** A bar too short for its words has them among the labels. */
function besideBar(span: BarSpan): Label {
  const rows = labelRows(span);
  const { story } = span.bar;
  return { story, from: span.from, to: span.to, bracket: true, heavy: false, rows, heightPt: heightOf(rows) };
}

const sumOf = (labels: Label[]): number => labels.reduce((sum, { heightPt }) => sum + heightPt + GAP_PT, 0);

/** Where a page has no room for all labels, the light ones lose their second language. */
function inOneLanguage(label: Label): Label {
  if (label.heavy) return label;
  const rows = label.rows.slice(0, (label.rows[0] ?? []).length === 2 ? 1 : 2);
  return { ...label, rows, heightPt: heightOf(rows) };
}

/** The date and what happens on one line where they fit. */
function rowsOf(
  lines: ParagraphBox[],
  roomPt: number,
  widthOf: (line: ParagraphBox) => number,
): ParagraphBox[][] {
  const [date, what, ...rest] = lines;
  if (!date || !what) return lines.map((line) => [line]);
  const beside = widthOf(date) + 2 * TEXT_GAP_PT + widthOf(what) <= roomPt;
  return [...(beside ? [[date, what]] : [[date], [what]]), ...rest.map((line) => [line])];
}

const heightOf = (rows: ParagraphBox[][]): number => rows.reduce((sum, row) => sum + leadingOf(row), 0);
/** From a label's top to the middle of its first line, where its leader ends. */
const half = ({ rows }: Label): number => leadingOf(rows[0] ?? []) / 2;
