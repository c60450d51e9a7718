import type { TreeElement } from '../document/types.ts';
import { blocksOf, styleBlocks } from './blocks.ts';
import type { StyledPath } from './cascade.ts';
import { columnsOf, spanned } from './columns.ts';
import { contentWidth } from './frame.ts';
import type { StyleContext } from './style-context.ts';
import { bareFrame, moved, stackAt } from './style-row.ts';
import type { BoxFrame, Column, RowBox, RowCell, StyledBox } from './types.ts';

/** A grid is rows of its columns; filled by columns it is one row of stacks, so that reading order is visual order. */
export function styleGrid(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const { style } = path;
  const columns = columnsOf(style, frame);
  const fill = style.flow === 'column' ? fillByColumn : fillByRow;
  return fill(blocksOf(element), columns, path, frame, context);
}

function fillByColumn(
  items: readonly TreeElement[],
  columns: readonly Column[],
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const perColumn = Math.ceil(items.length / columns.length);
  const cells: RowCell[] = [];
  for (const { xPt, widthPt } of columns) {
    const start = cells.length * perColumn;
    const boxes = styleBlocks(items.slice(start, start + perColumn), path, widthPt, frame.struct, context);
    for (const box of boxes.slice(1))
      box.frame.marginTopPt = Math.max(box.frame.marginTopPt, path.style.rowGapPt);
    cells.push({ align: 'top', box: stackAt(xPt, widthPt, boxes, frame.struct, context) });
  }
  return { kind: 'row', frame, cells, filledByColumn: true };
}

function fillByRow(
  items: readonly TreeElement[],
  columns: readonly Column[],
  path: StyledPath,
  frame: BoxFrame,
  context: StyleContext,
): StyledBox {
  const rows: RowBox[] = [];
  let column = columns.length;
  for (const item of items) {
    const itemPath = context.cascade.enter(path, item);
    const { columnSpan, verticalAlign } = itemPath.style;
    const span = columnSpan === 'all' ? columns.length : columnSpan;
    if (column + span > columns.length) {
      const rowFrame = bareFrame(context, contentWidth(frame), frame.struct);
      rowFrame.marginTopPt = rows.length === 0 ? 0 : path.style.rowGapPt;
      rows.push({ kind: 'row', frame: rowFrame, cells: [] });
      column = 0;
    }
    const { xPt, widthPt } = spanned(columns, column, span);
    const box = context.styleElement(item, itemPath, widthPt, frame.struct, context);
    column += span;
    const align = verticalAlign === 'top' ? 'baseline' : verticalAlign;
    if (box) (rows[rows.length - 1] as RowBox).cells.push({ align, box: moved(box, xPt) });
  }
  return { kind: 'stack', frame, children: rows };
}
