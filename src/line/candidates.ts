import { CLASS_MASK } from './break-classes.ts';
import * as LB from './line-break-classes.ts';
import { endOfLine, startOfLine } from './line-sums.ts';
import type { Paragraph } from './paragraph.ts';
import { ALLOWED, FORBIDDEN, MANDATORY } from './uax14.ts';

export const LEGAL = 0;
export const REQUIRED = 1;
/** No rule allows it; only where the text between two legal breaks is wider than the line. */
export const EMERGENCY = 2;

/** The places at which a line may end, ascending; the first is the start of the paragraph, the last its end. */
export interface Candidates {
  count: number;
  cells: Int32Array;
  kinds: Uint8Array;
  /** Where a line that starts here starts in the sums, and where one that ends here ends, in units. */
  starts: number[];
  ends: number[];
  /** What an emergency break costs by where it cuts: between letters little, before a closing mark much. */
  costs: Float64Array;
}

/**
 * Widths are compared in whole 1/1024 pt, as TeX counts in scaled points: what is added and compared for every pair of
 * breaks is then a small integer, which V8 keeps without an object of its own.
 */
export const inUnits = (pt: number): number => Math.round(pt * UNITS_PER_PT);
const UNITS_PER_PT = 1024;

/** Rounding of sums of advances must not push a line over that fits exactly. */
export const TOLERANCE_PT = 0.005;
export const TOLERANCE_UNITS = Math.floor(TOLERANCE_PT * UNITS_PER_PT);

/** With `insidePhrase` (`markPhrases`) phrases stay whole: only one that is wider than the line has places inside. */
export function findCandidates(
  paragraph: Paragraph,
  measurePt: number,
  insidePhrase: Uint8Array | null,
): Candidates {
  const { count, breaks, visibleEnd, sum, plain } = paragraph;
  const cells = new Int32Array(count + 1);
  const kinds = new Uint8Array(count + 1);
  // No typed arrays: a paragraph of hundreds of pages is longer than 32 bits of units.
  const starts: number[] = [];
  const ends: number[] = [];
  const costs = new Float64Array(count + 1);
  const room = inUnits(measurePt) + TOLERANCE_UNITS;
  let found = 0;
  const add = (cell: number, kind: number): void => {
    cells[found] = cell;
    kinds[found] = kind;
    const visible = visibleEnd[cell] as number;
    const place = Math.round((sum[cell] as number) * UNITS_PER_PT);
    // Nearly everywhere a line ends where the next one starts.
    if (cell > 0 && visible === cell && plain[cell - 1] === 1) ends[found] = place;
    else ends[found] = visible === 0 ? 0 : inUnits(endOfLine(paragraph, visible - 1));
    if (cell === count) starts[found] = 0;
    else starts[found] = plain[cell] === 1 ? place : inUnits(startOfLine(paragraph, cell));
    found++;
  };
  const addEmergencies = (start: number, end: number): void => {
    for (let cut = start + 1; cut < end; cut++) {
      const cost = cutCost(paragraph, cut);
      if (cost < 0) continue;
      costs[found] = cost;
      add(cut, EMERGENCY);
    }
  };
  /** `start` is the place before. Wider than the line: the places between the two are looked at too, and come first. */
  const addLegal = (start: number, end: number, isPhrase: boolean): void => {
    const kind = end < count && breaks[end] === MANDATORY ? REQUIRED : LEGAL;
    add(end, kind);
    if ((visibleEnd[end] as number) <= start) return;
    if ((ends[found - 1] as number) - (starts[found - 2] as number) <= room) return;
    found--;
    if (!isPhrase) {
      addEmergencies(start, end);
      add(end, kind);
      return;
    }
    let last = start;
    for (let cut = start + 1; cut <= end; cut++) {
      if (cut < end && breaks[cut] === FORBIDDEN) continue;
      addLegal(last, cut, false);
      last = cut;
    }
  };
  add(0, LEGAL);
  let last = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count) {
      if (breaks[i] === FORBIDDEN) continue;
      if (insidePhrase !== null && insidePhrase[i] !== 0 && breaks[i] === ALLOWED) continue;
    }
    addLegal(last, i, insidePhrase !== null);
    last = i;
  }
  return { count: found, cells, kinds, starts, ends, costs };
}

/** Whether a line stands out, by the units in which it was chosen; `shrinkPt` is what it can give. */
export function standsOut(
  paragraph: Paragraph,
  { start, end }: { start: number; end: number },
  roomPt: number,
  shrinkPt: number,
): boolean {
  const visible = paragraph.visibleEnd[end] as number;
  if (visible <= start) return inUnits(roomPt) + TOLERANCE_UNITS < 0;
  const width = inUnits(endOfLine(paragraph, visible - 1)) - inUnits(startOfLine(paragraph, start));
  // One unit for each rounding: what the choice allows is never refused here.
  return width > inUnits(roomPt) + inUnits(shrinkPt) + TOLERANCE_UNITS + 2;
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
