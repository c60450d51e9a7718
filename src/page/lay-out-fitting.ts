import type { StyledBox } from '../style/types.ts';
import { layOutBox, leaveOut } from './lay-out-box.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';

/** A closed page: when it is too tall, what may be left out goes, the least wanted first, until the rest fits. */
export function layOutFitting(box: StyledBox, context: LayoutContext): LaidBox {
  let laid = layOutBox(box, context);
  if (laid.heightPt <= context.flowHeightPt) return laid;
  for (let level = highestOptional(box); level > 0 && laid.heightPt > context.flowHeightPt; level -= 1)
    laid = leaveOut(laid, level);
  return laid;
}

function highestOptional(box: StyledBox): number {
  let highest = box.frame.style.optional;
  if (box.kind === 'stack') {
    for (const child of box.children) highest = Math.max(highest, highestOptional(child));
  } else if (box.kind === 'row') {
    for (const cell of box.cells) highest = Math.max(highest, highestOptional(cell.box));
  }
  return highest;
}
