/**
 * In: the inlines of a paragraph, its style, faces and advances. Out: lines with every glyph's place.
 * Refuses to decide where lines stand on a page, and how anything is drawn.
 */
import type { Problem } from '../problem.ts';
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { type Adjustment, shrinkLine, stretchLine } from './adjust-line.ts';
import { isHardBreak } from './blanks.ts';
import { standsOut, TOLERANCE_PT } from './candidates.ts';
import { type ChosenLine, chooseBreaks } from './choose-breaks.ts';
import { fillBreaks } from './form-breaks.ts';
import { collectGlue, type Glue, shrinkOfLine } from './glue.ts';
import { sumParagraph, widthOfLine } from './line-sums.ts';
import { markPhrases } from './mark-phrases.ts';
import type { Paragraph } from './paragraph.ts';
import { placeLine } from './place-line.ts';
import { prepareParagraph } from './prepare.ts';
import type { BrokenParagraph, Line, TextBinder, TextMeasure } from './types.ts';
import { Workspace } from './workspace.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Who sets many paragraphs, one after the other, gives them one workspace. */
export function breakLines(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
  workspace = new Workspace(),
): BrokenParagraph {
  const paragraph = prepareParagraph(inlines, style, binder, measure, workspace);
  sumParagraph(paragraph);
  const { count, problems } = paragraph;
  if (count === 0) return { lines: [], problems };
  const pieces = splitAtHardBreaks(paragraph);
  const isSplit = fitAll(paragraph, pieces, style);
  // Most paragraphs of forms are one line, or lines that end in breaks: where else they might break does not matter.
  if (isSplit || style.wrap === 'none') {
    if (!isSplit) reportWide(paragraph, pieces, style);
    // A list that is pushed to takes room for seventeen.
    const lines = [adjustLine(paragraph, pieces[0] as ChosenLine, style, null)];
    for (let i = 1; i < pieces.length; i++)
      lines.push(adjustLine(paragraph, pieces[i] as ChosenLine, style, null));
    return { lines, problems };
  }
  const lines: Line[] = [];
  fillBreaks(paragraph, style);
  const glue = style.align === 'justify' ? collectGlue(paragraph, style.lang) : null;
  for (const line of chooseLines(paragraph, style, glue)) {
    lines.push(adjustLine(paragraph, line, style, glue));
  }
  return { lines, problems };
}

function fitAll(paragraph: Paragraph, pieces: readonly ChosenLine[], style: ParagraphStyle): boolean {
  for (const { start, end } of pieces) if (!fits(paragraph, start, end, style)) return false;
  return true;
}

function fits(paragraph: Paragraph, start: number, end: number, style: ParagraphStyle): boolean {
  return widthOfLine(paragraph, start, end) <= roomOf(start, style) + TOLERANCE_PT;
}

function reportWide(paragraph: Paragraph, pieces: readonly ChosenLine[], style: ParagraphStyle): void {
  for (const { start, end } of pieces) {
    if (!fits(paragraph, start, end, style)) paragraph.problems.push(tooWide(paragraph, start, end, style));
  }
}

/** Width of the line that starts with this cell. */
function roomOf(start: number, { measurePt, indentPt }: ParagraphStyle): number {
  return start === 0 ? measurePt - indentPt : measurePt;
}

/** UAX #14 LB4, LB5. */
function splitAtHardBreaks({ count, codePoints, hasHardBreaks }: Paragraph): ChosenLine[] {
  const whole: ChosenLine = { start: 0, end: count, kind: 'end' };
  if (!hasHardBreaks) return [whole];
  const pieces: ChosenLine[] = [];
  let start = 0;
  for (let end = 1; end < count; end++) {
    const before = codePoints[end - 1] as number;
    if (!isHardBreak(before) || (before === CARRIAGE_RETURN && codePoints[end] === LINE_FEED)) continue;
    pieces.push({ start, end, kind: 'mandatory' });
    start = end;
  }
  pieces.push({ start, end: count, kind: 'end' });
  return pieces;
}

function chooseLines(paragraph: Paragraph, style: ParagraphStyle, glue: Glue | null): ChosenLine[] {
  const { problems, visibleEnd } = paragraph;
  const chosen = chooseBreaks(paragraph, {
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
    const shrink =
      glue === null ? 0 : shrinkOfLine(glue, start, Math.max(start + 1, visibleEnd[end] as number));
    if (standsOut(paragraph, { start, end }, roomOf(start, style), shrink))
      problems.push(tooWide(paragraph, start, end, style));
  }
  return chosen;
}

function tooWide(paragraph: Paragraph, start: number, end: number, style: ParagraphStyle): Problem {
  const excess = widthOfLine(paragraph, start, end) + (start === 0 ? style.indentPt : 0) - style.measurePt;
  const values = { text: textOf(paragraph, start, end), excess: Math.ceil(excess * 10) / 10 };
  return { severity: 'error', code: 'text-too-wide', path: '', values };
}

/** Size that slack is judged in: that of the first text. */
function emOf({ runs }: Paragraph): number {
  for (const run of runs) if (run.kind === 'text') return run.sizePt;
  return 10;
}

/** Places a line by the alignment of its paragraph; objects that fill take the rest. */
function adjustLine(paragraph: Paragraph, line: ChosenLine, style: ParagraphStyle, glue: Glue | null): Line {
  const { start, end, kind } = line;
  const indent = start === 0 ? style.indentPt : 0;
  if (glue === null && !paragraph.hasFills && style.align !== 'end' && style.align !== 'center') {
    return placeLine(paragraph, line, indent, 0, null);
  }
  const slack = style.measurePt - indent - widthOfLine(paragraph, start, end);
  const rest = slack > 0 ? slack : 0;
  const fills = paragraph.hasFills ? countFills(paragraph, start, end) : 0;
  let xPt = indent;
  let fillPt = 0;
  let adjustment: Adjustment | null = null;
  if (fills > 0) fillPt = rest / fills;
  else {
    if (style.align === 'end') xPt += rest;
    if (style.align === 'center') xPt += rest / 2;
    if (glue !== null) {
      const visible = paragraph.visibleEnd[end] as number;
      if (slack < -TOLERANCE_PT) adjustment = shrinkLine(glue, start, visible, -slack);
      else if (kind !== 'end' && kind !== 'mandatory') adjustment = stretchLine(glue, start, visible, rest);
    }
  }
  return placeLine(paragraph, line, xPt, fillPt, adjustment);
}

function countFills({ runs }: Paragraph, start: number, end: number): number {
  let fills = 0;
  for (const run of runs)
    if (run.kind === 'object' && run.fill && run.start >= start && run.start < end) fills++;
  return fills;
}

function textOf({ codePoints }: Paragraph, start: number, end: number): string {
  return String.fromCodePoint(...codePoints.slice(start, Math.min(end, start + 80)));
}
