import { CLASS_MASK } from './break-classes.ts';
import * as LB from './line-break-classes.ts';
import type { Paragraph } from './paragraph.ts';

/** R48: whether a line holds one Han or kana character and else only marks. */
export function standsAlone(paragraph: Paragraph, start: number, end: number): boolean {
  const { classes, runs, runOf, visibleEnd } = paragraph;
  const last = visibleEnd[end] as number;
  // One character, and hardly more than three marks after it.
  if (last - start > 5) return false;
  let characters = 0;
  for (let i = start; i < last; i++) {
    if (runs[runOf[i] as number]?.kind !== 'text') return false;
    switch ((classes[i] as number) & CLASS_MASK) {
      case LB.ID:
      case LB.NS:
        characters++;
        break;
      case LB.AL:
      case LB.NU:
        return false;
    }
  }
  return characters === 1;
}
