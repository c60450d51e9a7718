import data from '../../data/typography/phrases-zh.json' with { type: 'json' };
import { SIMPLIFIED } from './language.ts';
import { once } from './once.ts';
import { spacingClassOf, WIDE_SPACING } from './spacing-classes.ts';

const LONGEST_WORD = 6;
/** A character that is in no word costs more than a word of any length. */
const WORD_COST = 1;
const UNKNOWN_COST = 1.6;

const lexicon = once(() => ({
  words: new Set(data.words.split(' ')),
  withPrevious: new Set(data.withPrevious),
  withNext: new Set(data.withNext),
}));

/** Offsets at which a word group starts: the fewest words that cover the text, particles joined to their side. */
export function chinesePhrases(text: string): number[] {
  const { words, withPrevious, withNext } = lexicon();
  const cost = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(text.length + 1);
  cost[0] = 0;
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
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
