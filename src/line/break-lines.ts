/**
 * In: the inlines of a paragraph, its style, faces and advances. Out: lines with every glyph's place.
 * Refuses to decide where lines stand on a page, and how anything is drawn.
 */
import type { Problem } from '../problem.ts';
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { type ChosenLine, chooseBreaks, TOLERANCE_PT } from './choose-breaks.ts';
import { type LineSums, sumParagraph, widthOfLine } from './line-sums.ts';
import type { Paragraph } from './paragraph.ts';
import { placeLine } from './place-line.ts';
import { prepareParagraph } from './prepare.ts';
import type { BrokenParagraph, Line, TextBinder, TextMeasure } from './types.ts';

export function breakLines(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
): BrokenParagraph {
  const problems: Problem[] = [];
  const paragraph = prepareParagraph(inlines, style, binder, measure);
  const sums = sumParagraph(paragraph);
  const chosen = style.wrap === 'none' ? oneLine(sums, style, problems) : choose(sums, style, problems);
  return { lines: chosen.map((line) => adjust(sums, line, style)), problems };
}

function oneLine(sums: LineSums, style: ParagraphStyle, problems: Problem[]): ChosenLine[] {
  const { count } = sums.paragraph;
  if (count === 0) return [];
  const excess = widthOfLine(sums, 0, count) + style.indentPt - style.measurePt;
  if (excess > TOLERANCE_PT) {
    const values = { text: textOf(sums.paragraph, 0, count), excess: Math.ceil(excess * 10) / 10 };
    problems.push({ severity: 'error', code: 'text-too-wide', path: '', values });
  }
  return [{ start: 0, end: count, kind: 'end' }];
}

function choose(sums: LineSums, style: ParagraphStyle, problems: Problem[]): ChosenLine[] {
  const lines = chooseBreaks(sums, style.measurePt, style.indentPt);
  for (const { start, end, kind } of lines) {
    if (kind !== 'emergency') continue;
    const values = { text: textOf(sums.paragraph, start, end) };
    problems.push({ severity: 'warning', code: 'emergency-break', path: '', values });
  }
  return lines;
}

/** Places a line by the alignment of its paragraph; objects that fill take the rest. */
function adjust(sums: LineSums, line: ChosenLine, style: ParagraphStyle): Line {
  const indent = line.start === 0 ? style.indentPt : 0;
  const rest = Math.max(0, style.measurePt - indent - widthOfLine(sums, line.start, line.end));
  const fills = countFills(sums.paragraph, line.start, line.end);
  let xPt = indent;
  if (fills === 0 && style.align === 'end') xPt += rest;
  if (fills === 0 && style.align === 'center') xPt += rest / 2;
  return placeLine(sums, { ...line, xPt, fillPt: fills === 0 ? 0 : rest / fills });
}

function countFills({ runs, runOf }: Paragraph, start: number, end: number): number {
  let fills = 0;
  for (let i = start; i < end; i++) {
    const run = runs[runOf[i] as number];
    if (run?.kind === 'object' && run.fill) fills++;
  }
  return fills;
}

function textOf({ codePoints }: Paragraph, start: number, end: number): string {
  return String.fromCodePoint(...codePoints.slice(start, Math.min(end, start + 80)));
}
