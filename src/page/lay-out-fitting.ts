import type { StyledBox } from '../style/types.ts';
import { layOutBox } from './lay-out-box.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';

/** A closed page: when it is too tall, what may be left out goes, the least wanted first, until the rest fits. */
export function layOutFitting(box: StyledBox, context: LayoutContext): LaidBox {
  let laid = layOutBox(box, context);
  if (laid.heightPt <= context.flowHeightPt) return laid;
  for (let level = highestOptional(box); level > 0 && laid.heightPt > context.flowHeightPt; level -= 1) {
    laid = layOutBox(withoutOptional(box, level), context);
  }
  return laid;
}

function childrenOf(box: StyledBox): StyledBox[] {
  return box.kind === 'stack' ? box.children : box.kind === 'row' ? box.cells.map((cell) => cell.box) : [];
}

const highestOptional = (box: StyledBox): number =>
  Math.max(box.frame.optional, ...childrenOf(box).map((child) => highestOptional(child)));

/** The box without the parts of this level and above. */
function withoutOptional(box: StyledBox, level: number): StyledBox {
  const stays = (child: StyledBox): boolean => child.frame.optional < level;
  if (box.kind === 'stack') {
    return { ...box, children: box.children.filter(stays).map((child) => withoutOptional(child, level)) };
  }
  if (box.kind === 'row') {
    const cells = box.cells.filter((cell) => stays(cell.box));
    return { ...box, cells: cells.map((cell) => ({ ...cell, box: withoutOptional(cell.box, level) })) };
  }
  return box;
}
