import { type Candidates, EMERGENCY, findCandidates, REQUIRED, TOLERANCE_PT } from './candidates.ts';
import { type Glue, shrinkOfLine, stretchOfLine } from './glue.ts';
import { endOfLine, type LineSums, startOfLine } from './line-sums.ts';
import { standsAlone } from './lone-character.ts';
import type { BreakKind } from './types.ts';

export interface ChosenLine {
  start: number;
  end: number;
  kind: BreakKind;
}

export interface LineChoice {
  measurePt: number;
  indentPt: number;
  /** Size of the paragraph's text: slack is judged in it. */
  emPt: number;
  /** Set where lines are justified. */
  glue: Glue | null;
  /** 1 before a cell that is not the first of its phrase; null where phrases do not matter. */
  insidePhrase: Uint8Array | null;
}

/** Every line costs this much, so that fewer lines win over better-looking ones. In square em, as all costs. */
const LINE_COST = 10_000;
/** A phrase cut in two costs more than another line (headings, cells). */
const CUT_PHRASE_COST = 12_000;
/** One character alone on the last line: an error in zh, avoided in ja (R48). */
const LONE_CHARACTER_COST = 900;
/** Lines with more slack than this are looked at only where there is no better one. */
const FAR_EM = 12;
const EMERGENCY_COST = 1e9;
const OVERFULL_COST = 1e12;

/**
 * The set of breaks with the least total cost, over all paragraphs that the candidates allow (Knuth and Plass,
 * without glue inside words). Only starts within one measure of an end are looked at: linear in the text.
 */
export function chooseBreaks(sums: LineSums, choice: LineChoice): ChosenLine[] {
  const { count } = sums.paragraph;
  if (count === 0) return [];
  const candidates = findCandidates(sums, choice.measurePt - Math.max(0, choice.indentPt));
  if (candidates.count === 2) return [{ start: 0, end: count, kind: 'end' }];
  const { previous } = walk(sums, choice, candidates);
  const lines: ChosenLine[] = [];
  for (let k = candidates.count - 1; k > 0; k = previous[k] as number) {
    const end = candidates.cells[k] as number;
    const start = candidates.cells[previous[k] as number] as number;
    lines.push({ start, end, kind: kindOf(candidates.kinds[k] as number, end === count) });
  }
  return lines.reverse();
}

function kindOf(kind: number, isLast: boolean): BreakKind {
  if (isLast) return 'end';
  if (kind === REQUIRED) return 'mandatory';
  return kind === EMERGENCY ? 'emergency' : 'normal';
}

function walk(sums: LineSums, choice: LineChoice, candidates: Candidates): { previous: Int32Array } {
  const { cells, kinds } = candidates;
  const { emPt, glue } = choice;
  const total = new Float64Array(candidates.count).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(candidates.count);
  const starts = new Float64Array(candidates.count);
  for (let k = 0; k < candidates.count - 1; k++) starts[k] = startOfLine(sums, cells[k] as number);
  // The indent of the first line counts as text before it.
  starts[0] = (starts[0] as number) - choice.indentPt;
  total[0] = 0;
  const farPt = FAR_EM * emPt;
  const searchesAll = choice.insidePhrase !== null;
  let low = 0;
  let required = 0;
  let legal = 0;
  for (let k = 1; k < candidates.count; k++) {
    const end = cells[k] as number;
    const isEmergency = kinds[k] === EMERGENCY;
    const visible = sums.visibleEnd[end] as number;
    const closes = k === candidates.count - 1 || kinds[k] === REQUIRED;
    const lineEnd = visible === 0 ? 0 : endOfLine(sums, visible - 1);
    // A line that ends in an emergency holds no legal break, so it starts at the last one or after it.
    const first = isEmergency ? Math.max(low, legal) : low;
    let best = Number.POSITIVE_INFINITY;
    let from = -1;
    for (let j = first; j < k; j++) {
      const start = cells[j] as number;
      const before = total[j] as number;
      // No line costs less than this: other starts with fewer lines before them have won already.
      if (before + LINE_COST > best || before === Number.POSITIVE_INFINITY) continue;
      const width = visible > start ? lineEnd - (starts[j] as number) : start === 0 ? choice.indentPt : 0;
      const slack = choice.measurePt - width;
      const shrink = glue === null ? 0 : shrinkOfLine(glue, start, Math.max(start + 1, visible));
      if (slack + shrink < -TOLERANCE_PT) {
        // Cutting at the edges gives back less than an em each: from two em on, this start is never met again.
        if (j === low && slack + shrink < -2 * emPt && j < k - 1) low++;
        if (j < k - 1) continue;
      }
      // From here on lines only get shorter, and their starts are no cheaper.
      if (!searchesAll && !closes && slack > farPt && best < OVERFULL_COST) break;
      let cost = before + LINE_COST + costOfSlack(slack, shrink, closes, choice, start, visible);
      if (isEmergency) cost += EMERGENCY_COST * (candidates.costs[k] as number);
      else if (!closes && choice.insidePhrase?.[end] === 1) cost += CUT_PHRASE_COST;
      if (closes && start > required && standsAlone(sums, start, end)) cost += LONE_CHARACTER_COST;
      // Of two equal choices the later start: the fuller lines stand first.
      if (cost <= best) {
        best = cost;
        from = j;
      }
    }
    total[k] = best;
    previous[k] = from;
    if (isEmergency) continue;
    legal = k;
    if (kinds[k] === REQUIRED) {
      low = k;
      required = end;
    }
  }
  return { previous };
}

function costOfSlack(
  slack: number,
  shrink: number,
  closes: boolean,
  { emPt, glue }: LineChoice,
  start: number,
  visible: number,
): number {
  if (slack < -TOLERANCE_PT) {
    const missing = -slack - shrink;
    if (missing > TOLERANCE_PT) return OVERFULL_COST * (1 + missing / emPt);
    return 4 * (-slack / shrink) ** 2;
  }
  if (closes) return 0;
  if (glue !== null && visible > start) {
    const stretch = stretchOfLine(glue, start, visible);
    if (slack <= stretch) return stretch === 0 ? 0 : 4 * (slack / stretch) ** 2;
  }
  const ems = slack / emPt;
  return (glue === null ? 0 : 10) + ems * ems;
}
