import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import { type Column, resolveColumns } from './columns.ts';
import { contentWidth, makeFrame } from './frame.ts';
import type { SheetValue } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import type { BoxFrame, RowBox, RowCell, StackBox, StyledBox } from './types.ts';

export interface RowColumns {
  values: SheetValue[];
  gapPt: number;
}

/**
 * Children in columns. `marks` (a check item's box and number) take the first columns; children beyond the last
 * column are stacked in it.
 */
export function styleRow(
  element: TreeElement,
  path: StyledPath,
  frame: BoxFrame,
  { values, gapPt }: RowColumns,
  marks: ((widthPt: number) => StyledBox)[],
  context: StyleContext,
): RowBox {
  const columns = resolveColumns(values.length > 0 ? values : [{ fr: 1 }], contentWidth(frame), gapPt);
  const children = element.children.filter((child): child is TreeElement => child.kind === 'element');
  const cells: RowCell[] = marks.map((mark, index) => {
    const { xPt, widthPt } = columns[index] ?? (columns[0] as Column);
    return { align: 'baseline', box: moved(mark(widthPt), xPt) };
  });
  let column = marks.length;
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as TreeElement;
    const { columnSpan, verticalAlign } = context.cascade.enter(path, child).style;
    const first = Math.min(column, columns.length - 1);
    const span = columnSpan === 'all' ? columns.length - first : columnSpan;
    const { xPt, widthPt } = spanned(columns, first, span);
    if (first + span >= columns.length && index < children.length - 1) {
      const stack: StackBox = {
        kind: 'stack',
        frame: bareFrame(context, widthPt, frame.struct),
        children: [],
      };
      for (const rest of children.slice(index)) {
        const box = context.styleElement(rest, path, widthPt, frame.struct, context);
        if (box) stack.children.push(box);
      }
      cells.push({ align: verticalAlign, box: moved(stack, xPt) });
      break;
    }
    const box = context.styleElement(child, path, widthPt, frame.struct, context);
    if (box) cells.push({ align: verticalAlign, box: moved(box, xPt) });
    column = first + span;
  }
  return { kind: 'row', frame, cells };
}

/** From the left edge of the first to the right edge of the last column of a span. */
export function spanned(columns: Column[], first: number, span: number): Column {
  const start = columns[first] ?? { xPt: 0, widthPt: 0 };
  const end = columns[Math.min(first + span, columns.length) - 1] ?? start;
  return { xPt: start.xPt, widthPt: end.xPt + end.widthPt - start.xPt };
}

export function moved<B extends StyledBox>(box: B, xPt: number): B {
  box.frame.xPt += xPt;
  return box;
}

/** A frame without borders, padding or margins. */
export function bareFrame(context: StyleContext, widthPt: number, struct: number | null): BoxFrame {
  return makeFrame(context.cascade.root.style, widthPt, struct);
}
