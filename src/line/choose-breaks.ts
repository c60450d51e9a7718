import {
  type Candidates,
  EMERGENCY,
  findCandidates,
  inUnits,
  REQUIRED,
  TOLERANCE_UNITS,
} from './candidates.ts';
import { type Glue, shrinkOfLine, stretchOfLine } from './glue.ts';
import { partsLoneLetter, standsAlone } from './lone-character.ts';
import { CUTS_PHRASE, CUTS_WORD } from './mark-phrases.ts';
import type { Paragraph } from './paragraph.ts';
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
  /** Whether a break before a cell cuts a phrase (`markPhrases`); null where phrases do not matter. */
  insidePhrase: Uint8Array | null;
}

/**
 * Every line costs this much, so that fewer lines win over better-looking ones. All costs are in hundredths of a square
 * em, whole numbers where nothing is wrong with a line, for the same reason as widths (`inUnits`).
 */
const LINE_COST = 1_000_000;
/** A phrase cut in two costs more than another line (headings, cells); where it must be, its words stay whole. */
const CUT_PHRASE_COST = 1_200_000;
const CUT_WORD_COST = 1_500_000;
/**
 * Up to here no phrase that fits in a line is ever cut. Breaking before and after it instead costs a line more; the
 * slack of m em then costs at most 150 m² more, for where less than a line is gained the phrase can stay with a
 * neighbour; and that with a lone character is below the difference of the two costs above.
 */
const WHOLE_PHRASE_EM = 27;
/** One character alone on the last line: an error in zh, avoided in ja (R48). */
const LONE_CHARACTER_COST = 90_000;
/** One Latin letter parted from the word that it begins: worth five em and a half of slack, and no line more. */
const LONE_LETTER_COST = 30_000;
/** What a line that can stretch costs at its furthest, and one that cannot reach the edge on top of its slack. */
const GLUE_COST = 400;
const RAGGED_COST = 1000;
/** Lines with more slack than this are looked at only where there is no better one. */
const FAR_EM = 12;
const EMERGENCY_COST = 1e11;
const OVERFULL_COST = 1e14;
/** No line has been found that ends here. */
const NONE = -1;

/**
 * The set of breaks with the least total cost, over all paragraphs that the candidates allow (Knuth and Plass,
 * without glue inside words). Only starts within one measure of an end are looked at: linear in the text.
 */
export function chooseBreaks(paragraph: Paragraph, choice: LineChoice): ChosenLine[] {
  const { count } = paragraph;
  if (count === 0) return [];
  const { measurePt, indentPt, emPt, glue, insidePhrase } = choice;
  const keepsWhole = glue === null && measurePt <= WHOLE_PHRASE_EM * emPt;
  const room = measurePt - Math.max(0, indentPt);
  const candidates = findCandidates(paragraph, room, keepsWhole ? insidePhrase : null);
  if (candidates.count === 2) return [{ start: 0, end: count, kind: 'end' }];
  const { previous } = walk(paragraph, choice, candidates);
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

function walk(paragraph: Paragraph, choice: LineChoice, candidates: Candidates): { previous: Int32Array } {
  const { cells, kinds, starts, ends, count } = candidates;
  const { glue, insidePhrase } = choice;
  const em = inUnits(choice.emPt);
  const measure = inUnits(choice.measurePt);
  const indent = inUnits(choice.indentPt);
  // The indent of the first line counts as text before it.
  starts[0] = (starts[0] as number) - indent;
  const previous = new Int32Array(count);
  /** The least cost of the lines up to each candidate: no typed array, so that small integers stay what they are. */
  const total: number[] = [0];
  const far = FAR_EM * em;
  const searchesAll = insidePhrase !== null;
  let low = 0;
  let required = 0;
  let legal = 0;
  for (let k = 1; k < count; k++) {
    const end = cells[k] as number;
    const isEmergency = kinds[k] === EMERGENCY;
    const visible = paragraph.visibleEnd[end] as number;
    const closes = k === count - 1 || kinds[k] === REQUIRED;
    const lineEnd = ends[k] as number;
    // A line that ends in an emergency holds no legal break, so it starts at the last one or after it.
    const first = isEmergency && legal > low ? legal : low;
    let cutCost = closes || insidePhrase === null ? 0 : costOfCut(insidePhrase[end] as number);
    if (!closes && partsLoneLetter(paragraph, end)) cutCost += LONE_LETTER_COST;
    let best = NONE;
    let from = -1;
    for (let j = first; j < k; j++) {
      const start = cells[j] as number;
      const before = total[j] as number;
      // No line costs less than this: other starts with fewer lines before them have won already.
      if (before === NONE || (best !== NONE && before + LINE_COST > best)) continue;
      const width = visible > start ? lineEnd - (starts[j] as number) : start === 0 ? indent : 0;
      const slack = measure - width;
      const shrink = glue === null ? 0 : inUnits(shrinkOfLine(glue, start, Math.max(start + 1, visible)));
      if (slack + shrink < -TOLERANCE_UNITS) {
        // Cutting at the edges gives back less than an em each: from two em on, this start is never met again.
        if (j === low && slack + shrink < -2 * em && j < k - 1) low++;
        if (j < k - 1) continue;
      }
      // From here on lines only get shorter, and their starts are no cheaper.
      if (!searchesAll && !closes && slack > far && best !== NONE && best < OVERFULL_COST) break;
      let cost = before + LINE_COST;
      if (slack < -TOLERANCE_UNITS) cost += costOfExcess(-slack, shrink, em);
      else if (!closes) {
        if (glue !== null) cost += costOfGlue(slack, em, glue, start, visible);
        else {
          const tenths = Math.round((10 * slack) / em);
          cost += tenths * tenths;
        }
      }
      if (isEmergency) cost += EMERGENCY_COST * (candidates.costs[k] as number);
      else cost += cutCost;
      if (closes && start > required && standsAlone(paragraph, start, end)) cost += LONE_CHARACTER_COST;
      // Of two equal choices the later start: the fuller lines stand first.
      if (best === NONE || cost <= best) {
        best = cost;
        from = j;
      }
    }
    total.push(best);
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

/** Of a line that is too wide, whether what it can give is enough or not. */
function costOfExcess(excess: number, shrink: number, em: number): number {
  const missing = excess - shrink;
  if (missing > TOLERANCE_UNITS) return OVERFULL_COST * (1 + missing / em);
  return Math.round(GLUE_COST * (excess / shrink) ** 2);
}

/** Of a line that another one follows, and that is justified where it can be. */
function costOfGlue(slack: number, em: number, glue: Glue, start: number, visible: number): number {
  if (visible > start) {
    const stretch = inUnits(stretchOfLine(glue, start, visible));
    if (slack <= stretch) return stretch === 0 ? 0 : Math.round(GLUE_COST * (slack / stretch) ** 2);
  }
  const tenths = Math.round((10 * slack) / em);
  return RAGGED_COST + tenths * tenths;
}

function costOfCut(inside: number): number {
  if (inside === CUTS_WORD) return CUT_WORD_COST;
  return inside === CUTS_PHRASE ? CUT_PHRASE_COST : 0;
}
