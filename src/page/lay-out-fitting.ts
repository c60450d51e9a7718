import type { StyledBox } from '../style/types.ts';
import { layOutBox, leaveOut } from './lay-out-box.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';

/**
 * A closed page: when it is too tall, what may be left out goes, the least wanted first, until the rest fits. What went
 * for nothing, for something larger had to go after it, comes back where it has room, the most wanted first.
 */
export function layOutFitting(box: StyledBox, context: LayoutContext): LaidBox {
  const whole = layOutBox(box, context);
  const roomPt = context.flowHeightPt;
  if (whole.heightPt <= roomPt) return whole;
  const left = new Set<number>();
  const isTooTall = (): boolean => leaveOut(whole, left).heightPt > roomPt;
  let lowest = highestOptional(box) + 1;
  while (lowest > 1 && isTooTall()) {
    lowest -= 1;
    left.add(lowest);
  }
  for (const level of [...left].reverse().slice(1)) {
    left.delete(level);
    if (isTooTall()) left.add(level);
  }
  // Boxes stand where the last layout put them.
  return leaveOut(whole, left);
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
