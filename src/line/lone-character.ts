import { CLASS_MASK } from './break-classes.ts';
import { FIRST_LETTER, LAST_LETTER } from './letters.ts';
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

/** A break before `cell` would part one Latin letter from the word that it begins: d账号, Aプラン, but not 5G网络. */
export function partsLoneLetter({ codePoints, count }: Paragraph, cell: number): boolean {
  if (cell === count) return false;
  const after = codePoints[cell] as number;
  if (after < FIRST_LETTER || after > LAST_LETTER) return false;
  const letter = (codePoints[cell - 1] as number) | 0x20;
  if (letter < 0x61 || letter > 0x7a) return false;
  // Another letter, a digit or a mark of ASCII before it: it is the end of something.
  const before = cell > 1 ? (codePoints[cell - 2] as number) : 0;
  return before <= 0x20 || before > 0x7e;
}
