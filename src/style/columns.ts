import { contentWidth } from './frame.ts';
import type { SheetValue } from './sheet.ts';
import type { BoxFrame } from './types.ts';

export interface Column {
  xPt: number;
  widthPt: number;
}

const ONE_COLUMN: readonly SheetValue[] = [{ fr: 1 }];

/** Fixed widths first; what is left goes to the `fr` columns by their shares. */
export function resolveColumns(wanted: readonly SheetValue[], frame: BoxFrame, gapPt: number): Column[] {
  const values = wanted.length > 0 ? wanted : ONE_COLUMN;
  let fixedPt = gapPt * Math.max(0, values.length - 1);
  let shares = 0;
  for (const value of values) {
    if (typeof value === 'number') fixedPt += value;
    else if (typeof value === 'object') shares += value.fr;
  }
  const perShare = shares > 0 ? Math.max(0, contentWidth(frame) - fixedPt) / shares : 0;
  const columns: Column[] = [];
  let xPt = 0;
  for (const value of values) {
    const widthPt = typeof value === 'number' ? value : typeof value === 'object' ? value.fr * perShare : 0;
    columns.push({ xPt, widthPt });
    xPt += widthPt + gapPt;
  }
  return columns;
}

/** From the left edge of the first to the right edge of the last column of a span. */
export function spanned(columns: readonly Column[], first: number, span: number): Column {
  const start = columns[first] ?? NOWHERE;
  if (span === 1) return start;
  const end = columns[Math.min(first + span, columns.length) - 1] ?? start;
  return { xPt: start.xPt, widthPt: end.xPt + end.widthPt - start.xPt };
}

const NOWHERE: Column = { xPt: 0, widthPt: 0 };
