import {
  CHINESE_ORDER,
  JAPANESE_ORDER,
  type ShrinkKind,
  type ShrinkOrder,
  STRETCH_GAP,
  STRETCH_HAN,
  STRETCH_WORD_SPACE,
} from './glue-order.ts';
import { isChinese, writingSystemOf } from './language.ts';
import type { Paragraph, TextRun } from './paragraph.ts';
import { CLOSING, MIDDLE, OPENING, PLAIN, roleOf, STOP } from './punctuation.ts';
import { spacingClassOf, WIDE_SPACING } from './spacing-classes.ts';

/**
 * What a justified line can give and take, in points a cell (JLREQ §3.8, CLREQ on spacing reduction and expansion).
 * Blank is taken from the left of openers and the right of closers; room is put after a cell.
 */
export interface Glue {
  /** The step of the order in which the cell shrinks; 0 never. */
  shrinkStep: Uint8Array;
  shrinkLeftPt: Float64Array;
  shrinkRightPt: Float64Array;
  shrinkSum: Float64Array;
  /** Room after a cell, by the steps of glue-order.ts. */
  stretchStep: Uint8Array;
  stretchPt: Float64Array;
  stretchSum: Float64Array;
}

/** Text readers see a space from 0.15 em on (MuPDF), so nothing between characters gets so wide (R36, R45). */
const GAP_MAX_EM = 0.14;
const HAN_MAX_EM = 0.12;
const WORD_SPACE_MAX_EM = 0.5;
const WORD_SPACE_MIN_EM = 0.25;

export function collectGlue(paragraph: Paragraph, lang: string): Glue {
  const { count, codePoints, runs, runOf, gapPt } = paragraph;
  const order = isChinese(writingSystemOf(lang)) ? CHINESE_ORDER : JAPANESE_ORDER;
  const column = (): Float64Array => new Float64Array(count + 1);
  const glue: Glue = {
    shrinkStep: new Uint8Array(count),
    shrinkLeftPt: column(),
    shrinkRightPt: column(),
    shrinkSum: column(),
    stretchStep: new Uint8Array(count),
    stretchPt: column(),
    stretchSum: column(),
  };
  for (let i = 0; i < count; i++) {
    const run = runs[runOf[i] as number];
    if (run?.kind === 'text') {
      const cp = codePoints[i] as number;
      if (cp === 0x20) addWordSpace(glue, paragraph, i, run, order);
      else {
        addMark(glue, paragraph, i, run, order);
        if (i + 1 < count) addRoom(glue, paragraph, i, run, gapPt[i + 1] as number);
      }
    }
    glue.shrinkSum[i + 1] =
      (glue.shrinkSum[i] as number) + (glue.shrinkLeftPt[i] as number) + (glue.shrinkRightPt[i] as number);
    glue.stretchSum[i + 1] = (glue.stretchSum[i] as number) + (glue.stretchPt[i] as number);
  }
  return glue;
}

function addWordSpace(
  glue: Glue,
  { advancePt, rightPt }: Paragraph,
  i: number,
  run: TextRun,
  order: ShrinkOrder,
): void {
  const advance = (advancePt[i] as number) - (rightPt[i] as number);
  glue.shrinkStep[i] = order['word-space'];
  glue.shrinkRightPt[i] = Math.max(0, advance - WORD_SPACE_MIN_EM * run.sizePt);
  glue.stretchStep[i] = STRETCH_WORD_SPACE;
  glue.stretchPt[i] = Math.max(0, WORD_SPACE_MAX_EM * run.sizePt - advance);
}

function addMark(glue: Glue, paragraph: Paragraph, i: number, run: TextRun, order: ShrinkOrder): void {
  const { codePoints, startPt, endPt, leftPt, rightPt } = paragraph;
  const role = roleOf(codePoints[i] as number, run.system);
  if (role === PLAIN) return;
  let kind: ShrinkKind;
  if (role === OPENING) kind = 'bracket';
  else if (role === CLOSING) kind = isComma(codePoints[i] as number) ? 'comma' : 'bracket';
  else if (role === STOP) kind = 'stop';
  else if (role === MIDDLE && leftPt[i] === 0 && paragraph.advancePt[i] === run.sizePt) kind = 'middle-dot';
  else return;
  if (order[kind] === 0) return;
  glue.shrinkStep[i] = order[kind];
  if (kind === 'middle-dot') {
    glue.shrinkLeftPt[i] = run.sizePt / 4;
    glue.shrinkRightPt[i] = run.sizePt / 4;
    return;
  }
  glue.shrinkLeftPt[i] = Math.max(0, (startPt[i] as number) - (leftPt[i] as number));
  glue.shrinkRightPt[i] = Math.max(0, (endPt[i] as number) - Math.max(0, rightPt[i] as number));
}

/** Brackets come before commas in zh and with them in ja; a comma is no bracket by its general category. */
function isComma(codePoint: number): boolean {
  return /\p{Po}/u.test(String.fromCodePoint(codePoint));
}

/** R46: room only between Han or kana, and at a gap; never inside a field or under one reading, nor beside a mark. */
function addRoom(glue: Glue, paragraph: Paragraph, i: number, run: TextRun, gapPt: number): void {
  const { codePoints, runs, runOf } = paragraph;
  const next = runs[runOf[i + 1] as number];
  if (next?.kind !== 'text') return;
  if (run.field !== null && next.inline === run.inline) return;
  if (run.ruby !== null && run.ruby === next.ruby) return;
  const size = Math.min(run.sizePt, next.sizePt);
  if (gapPt > 0) {
    glue.stretchStep[i] = STRETCH_GAP;
    glue.stretchPt[i] = Math.max(0, GAP_MAX_EM * size - gapPt);
    return;
  }
  const before = spacingClassOf(codePoints[i] as number, run.system);
  const after = spacingClassOf(codePoints[i + 1] as number, next.system);
  if (before !== WIDE_SPACING || after !== WIDE_SPACING) return;
  glue.stretchStep[i] = STRETCH_HAN;
  glue.stretchPt[i] = HAN_MAX_EM * size;
}

/** What a line can give: not the blank at its edges, which is cut already. */
export function shrinkOfLine(glue: Glue, start: number, end: number): number {
  const sum = (glue.shrinkSum[end] as number) - (glue.shrinkSum[start] as number);
  const edges = (glue.shrinkLeftPt[start] as number) + (glue.shrinkRightPt[end - 1] as number);
  return Math.max(0, sum - edges);
}

/** What a line can take; nothing after its last cell. */
export function stretchOfLine(glue: Glue, start: number, end: number): number {
  return (glue.stretchSum[end - 1] as number) - (glue.stretchSum[start] as number);
}
