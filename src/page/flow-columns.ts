/**
 * A grid that is filled by columns, in the flow: where a page ends, both columns end there and go on at the top of the
 * next; on the last page they are of one height. In: the boxes of its columns. Refuses to decide where pages end.
 */
import type { BoxFrame, RowBox } from '../style/types.ts';
import { emitBox } from './emit-box.ts';
import { layOutBox } from './lay-out-box.ts';
import { type LaidBox, type LayoutContext, makeDrawing } from './layout-context.ts';

export interface FlowColumns {
  /** All that is left, in columns of one height. */
  laid: LaidBox;
  /** What has to stand on a page for the columns to begin there. */
  leastPt: number;
  /** As much as fits into a height, and the rest. */
  cut(heightPt: number): { laid: LaidBox; rest: FlowColumns };
}

interface Columns {
  columns: LaidBox[][];
  /** Of the highest column. */
  heightPt: number;
  /** How many found room. */
  taken: number;
}

/** Fewer of them in a column, at the foot of a page or at the top of the next, would look left over. */
const ITEMS_AT_LEAST = 3;
const STEP_PT = 0.5;

export function flowColumns(row: RowBox, context: LayoutContext): FlowColumns {
  const xs: number[] = [];
  const items: LaidBox[] = [];
  for (const { box } of row.cells) {
    xs.push(box.frame.xPt);
    if (box.kind !== 'stack') continue;
    for (const child of box.children) items.push(layOutBox(child, context));
  }
  return columnsOf(items, xs, row.frame, context);
}

function columnsOf(items: LaidBox[], xs: number[], frame: BoxFrame, context: LayoutContext): FlowColumns {
  const least = ITEMS_AT_LEAST * xs.length;
  const most = items.length - least;
  return {
    laid: place(balance(items, xs.length), xs, frame, context),
    leastPt: balance(most < least ? items : items.slice(0, least), xs.length).heightPt,
    cut(heightPt) {
      const { taken } = fill(items.slice(0, most), xs.length, heightPt);
      const rest = columnsOf(items.slice(taken), xs, frame, context);
      return { laid: place(balance(items.slice(0, taken), xs.length), xs, frame, context), rest };
    },
  };
}

/** Each column no higher than `limitPt`; what doesn't fit is left. */
function fill(items: LaidBox[], count: number, limitPt: number): Columns {
  const columns: LaidBox[][] = [];
  let highestPt = 0;
  let taken = 0;
  for (let index = 0; index < count; index += 1) {
    const column: LaidBox[] = [];
    let heightPt = 0;
    for (; taken < items.length; taken += 1) {
      const item = items[taken] as LaidBox;
      const withItemPt = heightPt + item.heightPt + (column.length === 0 ? 0 : item.frame.marginTopPt);
      if (withItemPt > limitPt + 0.01) break;
      heightPt = withItemPt;
      column.push(item);
    }
    columns.push(column);
    highestPt = Math.max(highestPt, heightPt);
  }
  return { columns, heightPt: highestPt, taken };
}

/** The lowest height at which all items find room. */
function balance(items: LaidBox[], count: number): Columns {
  let limitPt = fill(items, 1, Number.POSITIVE_INFINITY).heightPt / count;
  for (const { heightPt } of items) limitPt = Math.max(limitPt, heightPt);
  for (;;) {
    const filled = fill(items, count, limitPt);
    if (filled.taken === items.length) return filled;
    limitPt += STEP_PT;
  }
}

function place(
  { columns, heightPt }: Columns,
  xs: number[],
  frame: BoxFrame,
  context: LayoutContext,
): LaidBox {
  const baselinePt = columns[0]?.[0]?.baselinePt ?? null;
  return makeDrawing(frame, heightPt, baselinePt, (out, xPt, yPt) => {
    columns.forEach((column, index) => {
      let y = yPt;
      column.forEach((laid, at) => {
        y += at === 0 ? 0 : laid.frame.marginTopPt;
        emitBox(laid, out, xPt + (xs[index] ?? 0), y, laid.heightPt, context);
        y += laid.heightPt;
      });
    });
  });
}
