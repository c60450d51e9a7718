import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { type Column, resolveColumns } from './columns.ts';
import { contentWidth } from './frame.ts';
import type { StyleContext } from './style-context.ts';
import { bareFrame, moved, spanned } from './style-row.ts';
import type { BoxFrame, RowBox, RowCell, StyledBox } from './types.ts';

/** A grid is rows of its columns; filled by columns it is one row of stacks, so that reading order is visual order. */
export function styleGrid(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const { style } = path;
  const columns = resolveColumns(style.columns, contentWidth(frame), style.columnGapPt);
  const items = element.children.filter((child): child is TreeElement => child.kind === 'element');
  return style.flow === 'column'
    ? fillByColumn(items, columns, path, frame, context)
    : fillByRow(items, columns, path, frame, context);
}

function fillByColumn(
  items: TreeElement[],
  columns: Column[],
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const perColumn = Math.ceil(items.length / columns.length);
  const cells = columns.map(({ xPt, widthPt }, index): RowCell => {
    const own = items.slice(index * perColumn, (index + 1) * perColumn);
    const children = own.flatMap(
      (item) => context.styleElement(item, path, widthPt, frame.struct, context) ?? [],
    );
    for (const child of children.slice(1))
      child.frame.marginTopPt = Math.max(child.frame.marginTopPt, path.style.rowGapPt);
    return {
      align: 'top',
      box: moved({ kind: 'stack', frame: bareFrame(context, widthPt, frame.struct), children }, xPt),
    };
  });
  return { kind: 'row', frame, cells, filledByColumn: true };
}

function fillByRow(
  items: TreeElement[],
  columns: Column[],
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const rows: RowBox[] = [];
  let column = columns.length;
  for (const item of items) {
    const { columnSpan, verticalAlign } = context.cascade.enter(path, item).style;
    const span = columnSpan === 'all' ? columns.length : columnSpan;
    if (column + span > columns.length) {
      const rowFrame = bareFrame(context, contentWidth(frame), frame.struct);
      rowFrame.marginTopPt = rows.length === 0 ? 0 : path.style.rowGapPt;
      rows.push({ kind: 'row', frame: rowFrame, cells: [] });
      column = 0;
    }
    const { xPt, widthPt } = spanned(columns, column, span);
    const box = context.styleElement(item, path, widthPt, frame.struct, context);
    column += span;
    const align = verticalAlign === 'top' ? 'baseline' : verticalAlign;
    if (box) (rows[rows.length - 1] as RowBox).cells.push({ align, box: moved(box, xPt) });
  }
  return { kind: 'stack', frame, children: rows };
}
