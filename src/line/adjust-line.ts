import type { Glue } from './glue.ts';
import { LAST_SHRINK_STEP, STRETCH_HAN, STRETCH_WORD_SPACE } from './glue-order.ts';

/** Changes to the cells of one line, indexed from its start. */
export interface Adjustment {
  /** Blank cut off the left and the right of marks, on top of what is cut anyway. */
  leftPt: Float64Array;
  rightPt: Float64Array;
  /** Room put after a cell. */
  afterPt: Float64Array;
}

function none(length: number): Adjustment {
  return {
    leftPt: new Float64Array(length),
    rightPt: new Float64Array(length),
    afterPt: new Float64Array(length),
  };
}

/** Takes `excessPt` out of the line, step by step; within a step everything gives the same share. */
export function shrinkLine(glue: Glue, start: number, end: number, excessPt: number): Adjustment {
  const adjustment = none(end - start);
  const left = (i: number): number => (i === start ? 0 : (glue.shrinkLeftPt[i] as number));
  const right = (i: number): number => (i === end - 1 ? 0 : (glue.shrinkRightPt[i] as number));
  let rest = excessPt;
  for (let step = 1; step <= LAST_SHRINK_STEP && rest > 0; step++) {
    let capacity = 0;
    for (let i = start; i < end; i++) if (glue.shrinkStep[i] === step) capacity += left(i) + right(i);
    if (capacity === 0) continue;
    const share = Math.min(1, rest / capacity);
    for (let i = start; i < end; i++) {
      if (glue.shrinkStep[i] !== step) continue;
      adjustment.leftPt[i - start] = share * left(i);
      adjustment.rightPt[i - start] = share * right(i);
    }
    rest -= share * capacity;
  }
  return adjustment;
}

/** Puts `slackPt` into the line: all of it, or nothing where that would tear characters apart (R45). */
export function stretchLine(glue: Glue, start: number, end: number, slackPt: number): Adjustment | null {
  const adjustment = none(end - start);
  let rest = slackPt;
  for (let step = STRETCH_WORD_SPACE; step <= STRETCH_HAN && rest > 0; step++) {
    let capacity = 0;
    for (let i = start; i < end - 1; i++) {
      if (glue.stretchStep[i] === step) capacity += glue.stretchPt[i] as number;
    }
    if (capacity === 0) continue;
    const share = Math.min(1, rest / capacity);
    for (let i = start; i < end - 1; i++) {
      if (glue.stretchStep[i] === step) adjustment.afterPt[i - start] = share * (glue.stretchPt[i] as number);
    }
    rest -= share * capacity;
  }
  return rest > 1e-6 ? null : adjustment;
}
