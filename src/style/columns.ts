import type { SheetValue } from './sheet.ts';

export interface Column {
  xPt: number;
  widthPt: number;
}

/** Fixed widths first; what is left goes to the `fr` columns by their shares. */
export function resolveColumns(values: SheetValue[], availablePt: number, gapPt: number): Column[] {
  let fixedPt = gapPt * Math.max(0, values.length - 1);
  let shares = 0;
  for (const value of values) {
    if (typeof value === 'number') fixedPt += value;
    else if (typeof value === 'object') shares += value.fr;
  }
  const perShare = shares > 0 ? Math.max(0, availablePt - fixedPt) / shares : 0;
  let xPt = 0;
  return values.map((value) => {
    const widthPt = typeof value === 'number' ? value : typeof value === 'object' ? value.fr * perShare : 0;
    const column = { xPt, widthPt };
    xPt += widthPt + gapPt;
    return column;
  });
}
