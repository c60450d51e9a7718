import { isChinese, JAPANESE, OTHER, type WritingSystem } from './language.ts';
import type { Paragraph } from './paragraph.ts';
import { japanesePhrases } from './phrase-ja.ts';
import { chinesePhrases } from './phrase-zh.ts';
import { ALLOWED } from './uax14.ts';

/** 1 before each cell where a break would cut a phrase. Phrases never reach over a change of language. */
export function markPhrases(paragraph: Paragraph): Uint8Array {
  const { count, runs, runOf } = paragraph;
  const inside = new Uint8Array(count);
  let start = 0;
  let system: WritingSystem = OTHER;
  for (let i = 0; i <= count; i++) {
    const run = i < count ? runs[runOf[i] as number] : undefined;
    const current = run?.kind === 'text' ? run.system : OTHER;
    if (i < count && current === system) continue;
    if (system !== OTHER) markStretch(paragraph, start, i, system, inside);
    start = i;
    system = current;
  }
  return inside;
}

function markStretch(
  { codePoints, breaks }: Paragraph,
  start: number,
  end: number,
  system: WritingSystem,
  inside: Uint8Array,
): void {
  let text = '';
  const offsets: number[] = [];
  for (let i = start; i < end; i++) {
    offsets.push(text.length);
    text += String.fromCodePoint(codePoints[i] as number);
  }
  let starts: number[] = [];
  if (system === JAPANESE) starts = japanesePhrases(text);
  else if (isChinese(system)) starts = chinesePhrases(text);
  const isStart = new Set(starts);
  for (let i = start + 1; i < end; i++) {
    if (breaks[i] === ALLOWED && !isStart.has(offsets[i - start] as number)) inside[i] = 1;
  }
}
