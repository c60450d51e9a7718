import data from '../../data/typography/phrases-zh.json' with { type: 'json' };
import { SIMPLIFIED } from './language.ts';
import { once } from './once.ts';
import { spacingClassOf, WIDE_SPACING } from './spacing-classes.ts';

/** A character that is in no word costs more than a word of any length. */
const WORD_COST = 10;
const UNKNOWN_COST = 16;

const lexicon = once(() => {
  const words = data.words.split(' ');
  /** Length of the longest word that starts with a UTF-16 unit. */
  const longest = new Uint8Array(0x10000);
  for (const word of words) {
    const first = word.charCodeAt(0);
    if (word.length > (longest[first] as number)) longest[first] = word.length;
  }
  return {
    words: new Set(words),
    longest,
    withPrevious: new Set(data.withPrevious),
    withNext: new Set(data.withNext),
  };
});

/** Offsets at which a word group starts: the fewest words that cover the text, particles joined to their side. */
export function chinesePhrases(text: string): number[] {
  const { words, longest, withPrevious, withNext } = lexicon();
  const cost = new Int32Array(text.length + 1).fill(UNKNOWN_COST * text.length + 1, 1);
  const from = new Int32Array(text.length + 1);
  for (let start = 0; start < text.length; start++) {
    const last = Math.min(text.length, start + Math.max(1, longest[text.charCodeAt(start)] as number));
    for (let end = start + 1; end <= last; end++) {
      const known = words.has(text.slice(start, end));
      if (!known && end - start > 1) continue;
      const total = (cost[start] as number) + (known ? WORD_COST : UNKNOWN_COST);
      if (total < (cost[end] as number)) {
        cost[end] = total;
        from[end] = start;
      }
    }
  }
  const isLone = (start: number, end: number): boolean =>
    end - start === 1 && spacingClassOf(text.charCodeAt(start), SIMPLIFIED) === WIDE_SPACING;
  const starts: number[] = [];
  for (let end = text.length; (from[end] as number) > 0; end = from[end] as number) {
    const start = from[end] as number;
    const before = from[start] as number;
    const joinsBack = end - start === 1 && withPrevious.has(text[start] as string);
    const joinsOn = start - before === 1 && withNext.has(text[before] as string);
    // Two characters that are in no word are most likely one that the list lacks.
    const isUnknown = isLone(start, end) && isLone(before, start);
    if (!joinsBack && !joinsOn && !isUnknown) starts.push(start);
  }
  return starts.reverse();
}
