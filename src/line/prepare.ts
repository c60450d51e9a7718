/**
 * In: inlines of any languages, faces bound to text, advances. Out: a Paragraph of cells with their widths.
 * Refuses to decide where lines end; where they may is filled in by `fillBreaks`, for those paragraphs that need it.
 */
import type { FaceId, Kerning } from '../font/types.ts';
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { bindInlines } from './bind-inlines.ts';
import { LB } from './break-classes.ts';
import { classOf } from './css-classes.ts';
import { fillSpacing } from './fill-spacing.ts';
import { JAPANESE, OTHER, writingSystemOf } from './language.ts';
import { type Paragraph, type Run, type TextRun, Workspace } from './paragraph.ts';
import { SOFT_HYPHEN } from './punctuation.ts';
import { fillRuby } from './ruby.ts';
import type { TextBinder, TextMeasure } from './types.ts';

const SPACE = 0x20;
const IDEOGRAPHIC_SPACE = 0x3000;
const NO_BREAK_SPACE = 0xa0;
const LINE_FEED = 0x0a;
const HYPHEN = 0x2d;
const JAPANESE_WORD_SPACE_EM = 1 / 3;
const OBJECT = 0xfffc;

export function prepareParagraph(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
  workspace = new Workspace(),
): Paragraph {
  const { runs, capacity } = bindInlines(inlines, style, binder, measure);
  const paragraph = workspace.open(runs, capacity);
  let hasRuby = false;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r] as Run;
    run.start = paragraph.count;
    if (run.kind === 'text') {
      addText(paragraph, run, r, hasWideSpaces(run, style), measure);
      if (run.ruby !== null) hasRuby = true;
    } else addCell(paragraph, run, r, inlines[run.inline] as Inline);
    run.end = paragraph.count;
  }
  fillSpacing(paragraph, style.gapEm);
  if (hasRuby) fillRuby(paragraph);
  return paragraph;
}

/** An object, a gap or a break. */
function addCell(paragraph: Paragraph, run: Run, runIndex: number, inline: Inline): void {
  const cell = paragraph.count++;
  paragraph.runOf[cell] = runIndex;
  paragraph.advancePt[cell] = 0;
  if (inline.kind === 'object') {
    paragraph.codePoints[cell] = OBJECT;
    paragraph.advancePt[cell] = inline.widthPt;
    if (run.kind === 'object' && run.fill) paragraph.hasFills = true;
  } else if (inline.kind === 'space') {
    paragraph.codePoints[cell] = inline.breakable ? SPACE : NO_BREAK_SPACE;
    paragraph.advancePt[cell] = inline.widthPt;
    paragraph.hanging[cell] = 1;
  } else {
    paragraph.codePoints[cell] = LINE_FEED;
    paragraph.hanging[cell] = 1;
    paragraph.hasHardBreaks = true;
  }
}

/** R41: Western words in Japanese text, whether they say that they are Western or not. */
function hasWideSpaces({ system }: TextRun, { lang }: ParagraphStyle): boolean {
  return system === JAPANESE || (system === OTHER && writingSystemOf(lang) === JAPANESE);
}

function addText(
  paragraph: Paragraph,
  run: TextRun,
  runIndex: number,
  wideSpaces: boolean,
  measure: TextMeasure,
): void {
  const { codePoints, runOf } = paragraph;
  const { text, face, sizePt } = run;
  const start = paragraph.count;
  let count = start;
  let isPlain = true;
  for (let offset = 0; offset < text.length; count++) {
    let cp = text.charCodeAt(offset++);
    if (cp < 0x3000) {
      if (cp < 0x21 || cp > 0x7e) isPlain = false;
    } else if (cp >= 0xd800 && cp < 0xe000) {
      cp = text.codePointAt(offset - 1) as number;
      if (cp > 0xffff) offset++;
    } else if (cp === IDEOGRAPHIC_SPACE) isPlain = false;
    codePoints[count] = cp;
    runOf[count] = runIndex;
  }
  paragraph.count = count;
  measureCells(paragraph, start, run, measure);
  if (!isPlain) {
    for (let i = start; i < count; i++) setBlank(paragraph, i, face, sizePt, wideSpaces, measure);
  }
  if (measure.kernEm) addKerning(paragraph, start, run, measure as Kerning);
}

function measureCells(
  paragraph: Paragraph,
  start: number,
  { face, sizePt }: TextRun,
  measure: TextMeasure,
): void {
  const { count, codePoints, advancePt } = paragraph;
  if (measure.fillAdvances) measure.fillAdvances(face, codePoints, start, count, sizePt, advancePt);
  else {
    for (let i = start; i < count; i++)
      advancePt[i] = measure.advanceEm(face, codePoints[i] as number) * sizePt;
  }
}

/** Spaces, controls and the soft hyphen; any other character stays as it was measured. */
function setBlank(
  paragraph: Paragraph,
  cell: number,
  face: FaceId,
  sizePt: number,
  wideSpaces: boolean,
  measure: TextMeasure,
): void {
  const { codePoints, advancePt, rightPt, hanging } = paragraph;
  const cp = codePoints[cell] as number;
  if (cp === SOFT_HYPHEN) {
    // Its hyphen is cut off like the blank of a mark, but at the end of a line (`fillBreaks`).
    advancePt[cell] = rightPt[cell] = measure.advanceEm(face, HYPHEN) * sizePt;
  } else if (isControl(cp)) {
    advancePt[cell] = 0;
    hanging[cell] = 1;
    if (isHardBreak(cp)) paragraph.hasHardBreaks = true;
  } else if (cp === SPACE || cp === IDEOGRAPHIC_SPACE) {
    hanging[cell] = 1;
    if (cp === SPACE && wideSpaces) {
      rightPt[cell] = (advancePt[cell] as number) - JAPANESE_WORD_SPACE_EM * sizePt;
    }
  } else if (isHardBreak(cp)) paragraph.hasHardBreaks = true;
}

function addKerning(paragraph: Paragraph, start: number, { face, sizePt }: TextRun, measure: Kerning): void {
  const { count, codePoints, rightPt } = paragraph;
  for (let i = start + 1; i < count; i++) {
    const cp = codePoints[i] as number;
    if (cp >= 0x80) continue;
    const kern = measure.kernEm(face, codePoints[i - 1] as number, cp);
    if (kern !== 0) rightPt[i - 1] = -kern * sizePt;
  }
}

/** UAX #14 LB4, LB5: BK, CR, LF and NL. */
function isHardBreak(cp: number): boolean {
  return (cp >= 0x0a && cp <= 0x0d) || cp === 0x85 || cp === 0x2028 || cp === 0x2029;
}

/** Break controls stand in the text without a glyph (U+200B, U+2060, U+00AD, line ends). */
export function isControl(codePoint: number): boolean {
  if (codePoint < 0x20) return true;
  if (codePoint < 0xad) return false;
  if (codePoint === SOFT_HYPHEN) return true;
  if (codePoint < 0x200b || codePoint > 0x2060) return false;
  const c = classOf(codePoint) & 63;
  return c === LB.ZW || c === LB.WJ || c === LB.BK;
}
