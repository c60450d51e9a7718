import { CLASS_MASK } from './break-classes.ts';
import { classOf } from './css-classes.ts';
import * as LB from './line-break-classes.ts';
import { numberRuns, type Paragraph, type RubyPart } from './paragraph.ts';
import { CLOSING, OPENING, roleOf, STOP } from './punctuation.ts';
import type { TextMeasure } from './types.ts';

/** R62: between the readings of neighbours in Latin letters, in em of the reading. */
const LATIN_SPACE_EM = 0.25;

export function measureReading(part: RubyPart, measure: TextMeasure): void {
  let width = 0;
  let isLatin = false;
  for (const run of part.reading) {
    for (const character of run.text) {
      const cp = character.codePointAt(0) as number;
      const advance = measure.advanceEm(run.face, cp) * part.sizePt;
      run.advancesPt.push(advance);
      width += advance;
      if (cp < 0x300) isLatin = true;
    }
  }
  part.readingPt = isLatin ? width + LATIN_SPACE_EM * part.sizePt : width;
}

/** Makes room for readings that are wider than their bases (R57–R61). */
export function fillRuby(paragraph: Paragraph): void {
  numberRuns(paragraph);
  const parts = findParts(paragraph);
  const excess = parts.map((part) => part.readingPt - baseWidth(paragraph, part));
  parts.forEach((part, index) => {
    const { start, end } = part;
    const wide = excess[index] as number;
    const count = end - start;
    if (part.mode === 'group' && wide < 0) spreadReading(part, -wide);
    if (wide <= 0) return;
    paragraph.plain.fill(0, start, end);
    const before = index > 0 && parts[index - 1]?.end === start ? index - 1 : -1;
    const after = index + 1 < parts.length && parts[index + 1]?.start === end ? index + 1 : -1;
    const room = (neighbour: number, cell: number, beyond: number): number =>
      neighbour >= 0
        ? roomAbove(part, parts[neighbour] as RubyPart, excess[neighbour] as number)
        : overhangOver(paragraph, part, cell, beyond);
    const half = wide / 2;
    const left = Math.max(0, half - room(before, start - 1, start - 2));
    const right = Math.max(0, half - room(after, end, end + 1));
    // Group ruby spreads its base 1:2:1; the base of one character just stands in the middle.
    const between = part.mode === 'group' && count > 1 ? (left + right) / count : 0;
    const edge = (between * (count - 1)) / 2;
    for (let i = start; i < end - 1; i++) paragraph.rightPt[i] = -between;
    const leftRoom = Math.max(0, left - edge);
    const rightRoom = Math.max(0, right - edge);
    addRoom(paragraph, start, end - 1, leftRoom, rightRoom, half - edge);
  });
}

function addRoom(
  { leftPt, rightPt, startPt, endPt }: Paragraph,
  first: number,
  last: number,
  left: number,
  right: number,
  atEdge: number,
): void {
  leftPt[first] = -left;
  // R60: at the edge of a line a reading overhangs nothing.
  startPt[first] = -Math.max(left, atEdge);
  rightPt[last] = -right;
  endPt[last] = -Math.max(right, atEdge);
}

function findParts({ runs }: Paragraph): RubyPart[] {
  const parts: RubyPart[] = [];
  for (const run of runs) {
    if (run.kind !== 'text' || run.ruby === null) continue;
    if (parts.at(-1) !== run.ruby) {
      run.ruby.start = run.start;
      parts.push(run.ruby);
    }
    run.ruby.end = run.end;
  }
  return parts;
}

function baseWidth({ advancePt }: Paragraph, { start, end }: RubyPart): number {
  let width = 0;
  for (let i = start; i < end; i++) width += advancePt[i] as number;
  return width;
}

/** R58: 1:2:1, but no more than one em of the reading at the edges; letters stay together. */
function spreadReading(part: RubyPart, slackPt: number): void {
  const count = part.reading.reduce((sum, run) => sum + run.advancesPt.length, 0);
  if (count < 2 || part.reading.some((run) => run.text.codePointAt(0)! < 0x300)) return;
  const edge = Math.min(slackPt / (2 * count), part.sizePt);
  part.betweenPt = (slackPt - 2 * edge) / (count - 1);
  part.readingPt += part.betweenPt * (count - 1);
}

/** The parts of one jukugo lend each other what their readings leave free; others lend nothing (R59, R61). */
function roomAbove(part: RubyPart, neighbour: RubyPart, neighbourExcess: number): number {
  if (part.mode !== 'jukugo' || neighbour.inline !== part.inline) return 0;
  return Math.max(0, -neighbourExcess / 2);
}

/** R59: over kana and inseparable marks up to one em of the reading, over the blank of a mark, over kanji never. */
function overhangOver(paragraph: Paragraph, part: RubyPart, cell: number, beyond: number): number {
  const { count, codePoints, runs, runOf, advancePt } = paragraph;
  if (cell < 0 || cell >= count) return 0;
  const run = runs[runOf[cell] as number];
  if (run?.kind !== 'text' || run.dotPt > 0) return 0;
  const cp = codePoints[cell] as number;
  const role = roleOf(cp, run.system);
  if ((cell < part.start && (role === CLOSING || role === STOP)) || (cell >= part.end && role === OPENING)) {
    return Math.min(part.sizePt, run.sizePt / 2);
  }
  if (!isKana(cp) && (classOf(cp) & CLASS_MASK) !== LB.IN) return 0;
  const other = runs[runOf[beyond] as number];
  const isShared = beyond >= 0 && beyond < count && other?.kind === 'text' && other.ruby !== null;
  // Two readings over one kana must not meet.
  const limit = isShared ? (advancePt[cell] as number) / 2 - part.sizePt / 4 : part.sizePt;
  return Math.max(0, Math.min(part.sizePt, limit));
}

/** Blocks Hiragana and Katakana with the prolonged sound mark, without U+30FB; the half-width letters. */
function isKana(cp: number): boolean {
  return (
    (cp >= 0x3041 && cp <= 0x309f) ||
    (cp >= 0x30a1 && cp <= 0x30ff && cp !== 0x30fb) ||
    (cp >= 0xff66 && cp <= 0xff9d)
  );
}
