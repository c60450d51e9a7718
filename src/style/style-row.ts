import type { TreeElement } from '../document/types.ts';
import { blocksOf, styleBlocks } from './blocks.ts';
import type { StyledPath } from './cascade.ts';
import { spanned } from './columns.ts';
import { makeFrame } from './frame.ts';
import type { StyleContext } from './style-context.ts';
import type { BoxFrame, Column, RowBox, RowCell, StackBox, StructId, StyledBox } from './types.ts';

/** Children in columns, behind the cells that are there already; those beyond the last column are stacked in it. */
export function styleRow(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  columns: readonly Column[],
  cells: RowCell[],
  context: StyleContext,
): RowBox {
  const children = blocksOf(element);
  const { struct } = frame;
  let column = cells.length;
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as TreeElement;
    const childPath = context.cascade.enter(path, child);
    const { columnSpan, verticalAlign } = childPath.style;
    const first = Math.min(column, columns.length - 1);
    const span = columnSpan === 'all' ? columns.length - first : columnSpan;
    const { xPt, widthPt } = spanned(columns, first, span);
    column = first + span;
    if (column >= columns.length && index < children.length - 1) {
      const rest = styleBlocks(children.slice(index), path, widthPt, struct, context);
      cells.push({ align: verticalAlign, box: stackAt(xPt, widthPt, rest, struct, context) });
      break;
    }
    const box = context.styleElement(child, childPath, widthPt, struct, context);
    if (box) cells.push({ align: verticalAlign, box: moved(box, xPt) });
  }
  return { kind: 'row', frame, cells };
}

export function stackAt(
  xPt: number,
  widthPt: number,
  children: StyledBox[],
  struct: StructId,
  context: StyleContext,
): StackBox {
  const frame = bareFrame(context, widthPt, struct);
  frame.xPt += xPt;
  return { kind: 'stack', frame, children };
}

export function moved<B extends StyledBox>(box: B, xPt: number): B {
  box.frame.xPt += xPt;
  return box;
}

/** A frame without borders, padding or margins. */
export const bareFrame = ({ cascade }: StyleContext, widthPt: number, struct: StructId): BoxFrame =>
  makeFrame(cascade.root.style, widthPt, struct);
