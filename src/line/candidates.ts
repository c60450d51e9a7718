import { CLASS_MASK, LB } from './break-classes.ts';
import { type LineSums, widthOfLine } from './line-sums.ts';
import type { Paragraph } from './paragraph.ts';
import { FORBIDDEN, MANDATORY } from './uax14.ts';

export const LEGAL = 0;
export const REQUIRED = 1;
/** No rule allows it; only where the text between two legal breaks is wider than the line. */
export const EMERGENCY = 2;

/** The places at which a line may end, ascending; the first is the start of the paragraph, the last its end. */
export interface Candidates {
  count: number;
  cells: Int32Array;
  kinds: Uint8Array;
  /** What an emergency break costs by where it cuts: between letters little, before a closing mark much. */
  costs: Float64Array;
}

/** Rounding of sums of advances must not push a line over that fits exactly. */
export const TOLERANCE_PT = 0.005;

export function findCandidates(sums: LineSums, measurePt: number): Candidates {
  const { paragraph } = sums;
  const { count, breaks } = paragraph;
  const cells = new Int32Array(count + 1);
  const kinds = new Uint8Array(count + 1);
  const costs = new Float64Array(count + 1);
  let found = 1;
  let last = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && breaks[i] === FORBIDDEN) continue;
    if (widthOfLine(sums, last, i) > measurePt + TOLERANCE_PT) {
      for (let cut = last + 1; cut < i; cut++) {
        const cost = cutCost(paragraph, cut);
        if (cost < 0) continue;
        cells[found] = cut;
        kinds[found] = EMERGENCY;
        costs[found++] = cost;
      }
    }
    cells[found] = i;
    kinds[found++] = i < count && breaks[i] === MANDATORY ? REQUIRED : LEGAL;
    last = i;
  }
  return { count: found, cells, kinds, costs };
}

/** −1 inside a character with its marks and inside a base with its reading; the more the rules object to the cut, the more it costs. */
function cutCost({ classes, runs, runOf }: Paragraph, cut: number): number {
  const after = (classes[cut] as number) & CLASS_MASK;
  if (after === LB.CM || after === LB.ZWJ || after === LB.SP || after === LB.WJ) return -1;
  const before = (classes[cut - 1] as number) & CLASS_MASK;
  if (before === LB.ZWJ || before === LB.WJ) return -1;
  const run = runs[runOf[cut] as number];
  const runBefore = runs[runOf[cut - 1] as number];
  if (
    run?.kind === 'text' &&
    run.ruby !== null &&
    runBefore?.kind === 'text' &&
    run.ruby === runBefore.ruby
  ) {
    return -1;
  }
  let cost = 1;
  if (run?.kind === 'object') cost += 1;
  if (after === LB.CL || after === LB.CP || after === LB.EX || after === LB.IS || after === LB.NS) cost += 8;
  if (after === LB.QUf) cost += 8;
  if (before === LB.OP || before === LB.QUi) cost += 8;
  if (before === LB.NU && after === LB.NU) cost += 2;
  return cost;
}
