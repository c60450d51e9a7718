import type { ComputedStyle } from './computed-style.ts';
import { contentWidth } from './frame.ts';
import type { SheetValue } from './sheet.ts';
import type { BoxFrame, Column } from './types.ts';

const ONE_COLUMN: readonly SheetValue[] = [{ fr: 1 }];

/** The columns of a box of the style; `usual` ones where the sheet says none. */
export function columnsOf(style: ComputedStyle, frame: BoxFrame, usual = ONE_COLUMN): readonly Column[] {
  const widthPt = contentWidth(frame);
  const known = style.resolved;
  if (known !== null && known.widthPt === widthPt) return known.columns;
  const columns = resolveColumns(
    style.columns.length > 0 ? style.columns : usual,
    widthPt,
    style.columnGapPt,
  );
  style.resolved = { widthPt, columns };
  return columns;
}

/** Fixed widths first; what is left goes to the `fr` columns by their shares. */
export function resolveColumns(values: readonly SheetValue[], availablePt: number, gapPt: number): Column[] {
  let fixedPt = gapPt * Math.max(0, values.length - 1);
  let shares = 0;
  for (const value of values) {
    if (typeof value === 'number') fixedPt += value;
    else if (typeof value === 'object') shares += value.fr;
  }
  const perShare = shares > 0 ? Math.max(0, availablePt - fixedPt) / shares : 0;
  const columns: Column[] = [];
  let xPt = 0;
  for (const value of values) {
    const widthPt = typeof value === 'number' ? value : typeof value === 'object' ? value.fr * perShare : 0;
    columns.push(makeColumn(xPt, widthPt));
    xPt += widthPt + gapPt;
  }
  return columns;
}

/** From the left edge of the first to the right edge of the last column of a span. */
export function spanned(columns: readonly Column[], first: number, span: number): Column {
  const start = columns[first] ?? NOWHERE;
  if (span === 1) return start;
  const end = columns[Math.min(first + span, columns.length) - 1] ?? start;
  return makeColumn(start.xPt, end.xPt + end.widthPt - start.xPt);
}

const makeColumn = (xPt: number, widthPt: number): Column => ({ xPt, widthPt });

// The first has lengths that are not whole, for the reason that frame.ts gives.
makeColumn(0.5, 0.5);

const NOWHERE = makeColumn(0, 0);
