/**
 * In: inlines of any languages, faces bound to text, advances. Out: a Paragraph of cells with widths and breaks.
 * Refuses to decide where lines end.
 */
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { bindInlines } from './bind-inlines.ts';
import { LB } from './break-classes.ts';
import { classOf } from './css-classes.ts';
import { fillSpacing } from './fill-spacing.ts';
import { fillBreaks } from './form-breaks.ts';
import { JAPANESE, OTHER, writingSystemOf } from './language.ts';
import type { Paragraph, Run, TextRun } from './paragraph.ts';
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
): Paragraph {
  const { runs, texts, capacity } = bindInlines(inlines, style, binder, measure);
  const paragraph = emptyParagraph(capacity, runs);
  const { codePoints, runOf, advancePt, hanging } = paragraph;
  let count = 0;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r] as Run;
    if (run.kind === 'text') {
      count = addText(paragraph, count, run, r, texts[r] as string, hasWideSpaces(run, style), measure);
      continue;
    }
    const inline = inlines[run.inline] as Inline;
    runOf[count] = r;
    codePoints[count] = OBJECT;
    if (inline.kind === 'object') advancePt[count] = inline.widthPt;
    else if (inline.kind === 'space') {
      codePoints[count] = inline.breakable ? SPACE : NO_BREAK_SPACE;
      advancePt[count] = inline.widthPt;
      hanging[count] = 1;
    } else codePoints[count] = LINE_FEED;
    count++;
  }
  paragraph.count = count;
  fillBreaks(paragraph, style);
  fillSpacing(paragraph, style.gapEm);
  if (inlines.some((inline) => inline.kind === 'ruby')) fillRuby(paragraph);
  return paragraph;
}

/** R41: Western words in Japanese text, whether they say that they are Western or not. */
function hasWideSpaces({ system }: TextRun, { lang }: ParagraphStyle): boolean {
  return system === JAPANESE || (system === OTHER && writingSystemOf(lang) === JAPANESE);
}

function emptyParagraph(capacity: number, runs: Run[]): Paragraph {
  const column = (): Float64Array => new Float64Array(capacity);
  return {
    count: 0,
    codePoints: new Int32Array(capacity),
    runs,
    runOf: new Int32Array(capacity),
    advancePt: column(),
    leftPt: column(),
    rightPt: column(),
    startPt: column(),
    endPt: column(),
    gapPt: column(),
    classes: new Uint8Array(capacity),
    breaks: new Uint8Array(capacity),
    hanging: new Uint8Array(capacity),
  };
}

function addText(
  paragraph: Paragraph,
  start: number,
  run: TextRun,
  runIndex: number,
  text: string,
  wideSpaces: boolean,
  measure: TextMeasure,
): number {
  const { codePoints, runOf, advancePt, rightPt, hanging } = paragraph;
  let count = start;
  for (let offset = 0; offset < text.length; count++) {
    const cp = text.codePointAt(offset) as number;
    offset += cp > 0xffff ? 2 : 1;
    codePoints[count] = cp;
    runOf[count] = runIndex;
    if (cp === SOFT_HYPHEN) {
      // Its hyphen is cut off like the blank of a mark, but at the end of a line (`fillSpacing`).
      advancePt[count] = rightPt[count] = measure.advanceEm(run.face, HYPHEN) * run.sizePt;
      continue;
    }
    const isBlank = isControl(cp);
    advancePt[count] = isBlank ? 0 : measure.advanceEm(run.face, cp) * run.sizePt;
    if (isBlank || cp === SPACE || cp === IDEOGRAPHIC_SPACE) hanging[count] = 1;
    if (cp === SPACE && wideSpaces) {
      rightPt[count] = (advancePt[count] as number) - JAPANESE_WORD_SPACE_EM * run.sizePt;
    }
    if (measure.kernEm && count > start && cp < 0x80) {
      const kern = measure.kernEm(run.face, codePoints[count - 1] as number, cp);
      if (kern !== 0) rightPt[count - 1] = -kern * run.sizePt;
    }
  }
  return count;
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
