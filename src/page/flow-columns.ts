/**
 * A grid that is filled by columns, in the flow: where a page ends, both columns end there and go on at the top of the
 * next; on the last page they are of one height. In: the boxes of its columns. Refuses to decide where pages end.
 */
import type { RowBox, StyledBox } from '../style/types.ts';
import { layOutBox } from './lay-out-box.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';

export interface FlowColumns {
  /** All that is left, in columns of one height. */
  laid: LaidBox;
  /** What has to stand on a page for the columns to begin there. */
  leastPt: number;
  /** As much as fits into a height, and the rest. */
  cut(heightPt: number): { laid: LaidBox; rest: FlowColumns };
}

interface Item {
  laid: LaidBox;
  gapPt: number;
}

/** Fewer of them at the foot of a page would look left over. */
const ITEMS_AT_LEAST = 3;
const STEP_PT = 0.5;

export function flowColumns(row: RowBox, context: LayoutContext): FlowColumns {
  const stacks = row.cells.map(({ box }) => box);
  const xs = stacks.map(({ frame }) => frame.xPt);
  const boxes = stacks.flatMap((box): StyledBox[] => (box.kind === 'stack' ? box.children : []));
  const items = boxes.map((box) => ({ laid: layOutBox(box, context), gapPt: box.frame.marginTopPt }));
  return columnsOf(items, xs);
}

function columnsOf(items: Item[], xs: number[]): FlowColumns {
  const balanced = balance(items, xs.length);
  const first = balance(items.slice(0, ITEMS_AT_LEAST * xs.length), xs.length);
  return {
    laid: place(balanced, xs),
    leastPt: Math.max(...first.map(heightOf)),
    cut(heightPt) {
      const columns = fill(items, xs.length, heightPt);
      const taken = columns.reduce((sum, column) => sum + column.length, 0);
      return { laid: place(columns, xs), rest: columnsOf(items.slice(taken), xs) };
    },
  };
}

/** Items down the columns, each no higher than `heightPt`; those that don't fit are left. */
function fill(items: Item[], count: number, heightPt: number): Item[][] {
  const columns: Item[][] = [];
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    const column: Item[] = [];
    for (; next < items.length; next += 1) {
      const item = items[next] as Item;
      if (heightOf([...column, item]) > heightPt + 0.01) break;
      column.push(item);
    }
    columns.push(column);
  }
  return columns;
}

/** The lowest height at which all items find room. */
function balance(items: Item[], count: number): Item[][] {
  let heightPt = Math.max(heightOf(items) / count, ...items.map(({ laid }) => laid.heightPt));
  for (;;) {
    const columns = fill(items, count, heightPt);
    if (columns.reduce((sum, column) => sum + column.length, 0) === items.length) return columns;
    heightPt += STEP_PT;
  }
}

const heightOf = (column: Item[]): number =>
  column.reduce((sum, { laid, gapPt }, index) => sum + laid.heightPt + (index === 0 ? 0 : gapPt), 0);

function place(columns: Item[][], xs: number[]): LaidBox {
  return {
    heightPt: Math.max(0, ...columns.map(heightOf)),
    baselinePt: columns[0]?.[0]?.laid.baselinePt ?? null,
    emit(out, xPt, yPt) {
      columns.forEach((column, index) => {
        let y = yPt;
        column.forEach(({ laid, gapPt }, at) => {
          y += at === 0 ? 0 : gapPt;
          laid.emit(out, xPt + (xs[index] ?? 0), y, laid.heightPt);
          y += laid.heightPt;
        });
      });
    },
  };
}
