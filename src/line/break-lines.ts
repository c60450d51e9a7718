/**
 * In: the inlines of a paragraph, its style, faces and advances. Out: lines with every glyph's place.
 * Refuses to decide where lines stand on a page, and how anything is drawn.
 */
import type { Problem } from '../problem.ts';
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { type Adjustment, shrinkLine, stretchLine } from './adjust-line.ts';
import { standsOut, TOLERANCE_PT } from './candidates.ts';
import { type ChosenLine, chooseBreaks } from './choose-breaks.ts';
import { fillBreaks } from './form-breaks.ts';
import { collectGlue, type Glue, shrinkOfLine } from './glue.ts';
import { type LineSums, sumParagraph, widthOfLine } from './line-sums.ts';
import { markPhrases } from './mark-phrases.ts';
import { type Paragraph, Workspace } from './paragraph.ts';
import { placeLine } from './place-line.ts';
import { prepareParagraph } from './prepare.ts';
import type { BrokenParagraph, Line, TextBinder, TextMeasure } from './types.ts';
import { MANDATORY } from './uax14.ts';

/** Who sets many paragraphs, one after the other, gives them one workspace. */
export function breakLines(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
  workspace = new Workspace(),
): BrokenParagraph {
  const problems: Problem[] = [];
  const reporting: TextBinder = {
    bind(request) {
      const bound = binder.bind(request);
      if (bound.problems.length > 0) problems.push(...bound.problems);
      return bound;
    },
  };
  const paragraph = prepareParagraph(inlines, style, reporting, measure, workspace);
  const sums = sumParagraph(paragraph);
  const { count } = paragraph;
  if (count === 0) return { lines: [], problems };
  const fits = widthOfLine(sums, 0, count) + style.indentPt <= style.measurePt + TOLERANCE_PT;
  // Most paragraphs of forms are one line: where it might break does not matter.
  if (fits && !paragraph.hasHardBreaks) {
    return { lines: [adjustLine(sums, { start: 0, end: count, kind: 'end' }, style, null)], problems };
  }
  fillBreaks(paragraph, style);
  if (style.wrap === 'none') {
    const lines = splitAtMandatory(paragraph);
    for (const { start, end } of lines) {
      const room = style.measurePt - (start === 0 ? style.indentPt : 0);
      if (widthOfLine(sums, start, end) > room + TOLERANCE_PT)
        problems.push(tooWide(sums, start, end, style));
    }
    return { lines: lines.map((line) => adjustLine(sums, line, style, null)), problems };
  }
  const glue = style.align === 'justify' ? collectGlue(sums, style.lang) : null;
  const chosen = chooseBreaks(sums, {
    measurePt: style.measurePt,
    indentPt: style.indentPt,
    emPt: emOf(paragraph),
    glue,
    insidePhrase: style.wrap === 'phrase' ? markPhrases(paragraph) : null,
  });
  for (const { start, end, kind } of chosen) {
    if (kind === 'emergency') {
      const values = { text: textOf(paragraph, start, end) };
      problems.push({ severity: 'warning', code: 'emergency-break', path: '', values });
    }
    const room = style.measurePt - (start === 0 ? style.indentPt : 0);
    const shrink =
      glue === null ? 0 : shrinkOfLine(glue, start, Math.max(start + 1, sums.visibleEnd[end] as number));
    if (standsOut(sums, { start, end }, room, shrink)) problems.push(tooWide(sums, start, end, style));
  }
  return { lines: chosen.map((line) => adjustLine(sums, line, style, glue)), problems };
}

function splitAtMandatory({ count, breaks }: Paragraph): ChosenLine[] {
  const lines: ChosenLine[] = [];
  let start = 0;
  for (let end = 1; end <= count; end++) {
    if (end < count && breaks[end] !== MANDATORY) continue;
    lines.push({ start, end, kind: end === count ? 'end' : 'mandatory' });
    start = end;
  }
  return lines;
}

function tooWide(sums: LineSums, start: number, end: number, style: ParagraphStyle): Problem {
  const excess = widthOfLine(sums, start, end) + (start === 0 ? style.indentPt : 0) - style.measurePt;
  const values = { text: textOf(sums.paragraph, start, end), excess: Math.ceil(excess * 10) / 10 };
  return { severity: 'error', code: 'text-too-wide', path: '', values };
}

/** Size that slack is judged in: that of the first text. */
function emOf({ runs }: Paragraph): number {
  for (const run of runs) if (run.kind === 'text') return run.sizePt;
  return 10;
}

/** Places a line by the alignment of its paragraph; objects that fill take the rest. */
function adjustLine(sums: LineSums, line: ChosenLine, style: ParagraphStyle, glue: Glue | null): Line {
  const { start, end, kind } = line;
  const indent = start === 0 ? style.indentPt : 0;
  const slack = style.measurePt - indent - widthOfLine(sums, start, end);
  const rest = Math.max(0, slack);
  const fills = sums.paragraph.hasFills ? countFills(sums.paragraph, start, end) : 0;
  let xPt = indent;
  let adjustment: Adjustment | null = null;
  if (fills > 0) return placeLine(sums, { start, end, kind, xPt, fillPt: rest / fills, adjustment });
  if (style.align === 'end') xPt += rest;
  if (style.align === 'center') xPt += rest / 2;
  if (glue !== null) {
    const visible = sums.visibleEnd[end] as number;
    if (slack < -TOLERANCE_PT) adjustment = shrinkLine(glue, start, visible, -slack);
    else if (kind !== 'end' && kind !== 'mandatory') adjustment = stretchLine(glue, start, visible, rest);
  }
  return placeLine(sums, { start, end, kind, xPt, fillPt: 0, adjustment });
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
