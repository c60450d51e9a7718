import { JAPANESE, OTHER, type WritingSystem } from './language.ts';
import type { Paragraph, TextRun } from './paragraph.ts';
import { japanesePhrases } from './phrase-ja.ts';
import { chinesePhrases } from './phrase-zh.ts';
import { ALLOWED } from './uax14.ts';

export const CUTS_PHRASE = 1;
export const CUTS_WORD = 2;

const SPACE = 0x20;
const IDEOGRAPHIC_SPACE = 0x3000;
const MIDDLE_DOT = 0x30fb;
const FULLWIDTH_COLON = 0xff1a;
const MONTH = 0x6708;

/**
 * CUTS_PHRASE before each cell where a break would cut a phrase, CUTS_WORD where it would part two katakana letters
 * too. Phrases never reach over a change of language.
 */
export function markPhrases(paragraph: Paragraph): Uint8Array {
  const { count, runs } = paragraph;
  const inside = new Uint8Array(count);
  let text = '';
  let start = 0;
  let system: WritingSystem = OTHER;
  for (const run of runs) {
    const current = run.kind === 'text' ? run.system : OTHER;
    if (current !== system) {
      if (system !== OTHER) markStretch(paragraph, text, start, run.start, system, inside);
      text = '';
      start = run.start;
      system = current;
    }
    if (run.kind === 'text') text += run.text;
  }
  if (system !== OTHER) markStretch(paragraph, text, start, count, system, inside);
  markDates(paragraph, inside);
  for (const run of runs) if (run.kind === 'text' && run.field === 'name') markName(paragraph, run, inside);
  return inside;
}

/** Month and day of a date stay together, though R18 lets them part. */
function markDates({ codePoints, breaks, count }: Paragraph, inside: Uint8Array): void {
  for (let i = 2; i < count; i++) {
    if (codePoints[i - 1] !== MONTH || breaks[i] !== ALLOWED) continue;
    if (isDigit(codePoints[i - 2] as number) && isDigit(codePoints[i] as number)) inside[i] = CUTS_PHRASE;
  }
}

const isDigit = (codePoint: number): boolean => codePoint >= 0x30 && codePoint <= 0x39;

/** A name that no model knows (高田馬場店): its words are where its spaces are. */
function markName({ codePoints }: Paragraph, { start, end }: TextRun, inside: Uint8Array): void {
  for (let i = start + 1; i < end; i++) {
    const before = codePoints[i - 1];
    inside[i] = before === SPACE || before === IDEOGRAPHIC_SPACE ? 0 : CUTS_PHRASE;
  }
}

/** Cells start … end − 1 are whole runs of text in one writing system. */
function markStretch(
  { breaks, codePoints }: Paragraph,
  text: string,
  start: number,
  end: number,
  system: WritingSystem,
  inside: Uint8Array,
): void {
  const isJapanese = system === JAPANESE;
  const starts = isJapanese ? japanesePhrases(text) : chinesePhrases(text);
  const isUnitACell = text.length === end - start;
  starts.push(text.length);
  let next = 0;
  let phrase = starts[0] as number;
  let offset = 0;
  for (let i = start; i < end; i++) {
    while (phrase < offset) phrase = starts[++next] as number;
    if (phrase !== offset && breaks[i] === ALLOWED && i > start) {
      const before = codePoints[i - 1] as number;
      if (!isJapanese || !parts(before)) {
        const isWord = isKatakana(before) && isKatakana(codePoints[i] as number);
        inside[i] = isWord ? CUTS_WORD : CUTS_PHRASE;
      }
    }
    offset += isUnitACell || (codePoints[i] as number) <= 0xffff ? 1 : 2;
  }
}

/** Between the members of a list and after a colon the model sees no boundary (英語・中国語・スペイン語に対応). */
const parts = (codePoint: number): boolean =>
  codePoint === MIDDLE_DOT ||
  codePoint === FULLWIDTH_COLON ||
  codePoint === SPACE ||
  codePoint === IDEOGRAPHIC_SPACE;

/** With the prolonged sound mark, without the middle dot. */
const isKatakana = (codePoint: number): boolean =>
  (codePoint >= 0x30a1 && codePoint <= 0x30fa) || codePoint === 0x30fc;
