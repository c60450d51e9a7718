import data from '../../data/typography/phrases-ja.json' with { type: 'json' };
import own from '../../data/typography/phrases-ja-words.json' with { type: 'json' };
import { once } from './once.ts';

/** Single characters at one distance from the boundary, by their code. */
interface CharacterGroup {
  offset: number;
  weights: Map<number, number>;
}

/** Substrings of one length that start at one distance from the boundary. */
interface SubstringGroup {
  offset: number;
  length: number;
  weights: Map<string, number>;
}

interface PhraseModel {
  characters: CharacterGroup[];
  substrings: SubstringGroup[];
  /** Half the sum of all weights, below 0. */
  base: number;
}

/** Where each group of the model starts, in UTF-16 units from the boundary. */
const OFFSETS: Record<string, number> = {
  UW1: -3,
  UW2: -2,
  UW3: -1,
  UW4: 0,
  UW5: 1,
  UW6: 2,
  BW1: -2,
  BW2: -1,
  BW3: 0,
  TW1: -3,
  TW2: -2,
  TW3: -1,
  TW4: 0,
};

const LENGTHS: Record<string, number> = { U: 1, B: 2, T: 3 };

const model = once((): PhraseModel => {
  const characters: CharacterGroup[] = [];
  const substrings: SubstringGroup[] = [];
  let sum = 0;
  for (const { name, keys, weights } of data.groups) {
    const offset = OFFSETS[name] as number;
    const length = LENGTHS[name[0] as string] as number;
    const values = weights.split(' ').map(Number);
    for (const value of values) sum += value;
    if (length === 1) {
      characters.push({ offset, weights: new Map(values.map((value, i) => [keys.charCodeAt(i), value])) });
    } else {
      const table = new Map(values.map((value, i) => [keys.slice(i * length, (i + 1) * length), value]));
      substrings.push({ offset, length, weights: table });
    }
  }
  return { characters, substrings, base: -sum / 2 };
});

/**
 * UTF-16 offsets at which a phrase (bunsetsu) starts, as BudouX finds them, but inside none of our own words;
 * `mayStart` is 0 where nobody asks.
 */
export function japanesePhrases(text: string, mayStart?: Uint8Array): number[] {
  const { characters, substrings, base } = model();
  let starts: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if (mayStart !== undefined && mayStart[i] === 0) continue;
    let score = base;
    // Outside the text there is no code, and no table has one for it.
    for (const { offset, weights } of characters) score += weights.get(text.charCodeAt(i + offset)) ?? 0;
    for (const { offset, length, weights } of substrings) {
      const from = i + offset;
      if (from >= 0) score += weights.get(text.substring(from, from + length)) ?? 0;
    }
    if (score > 0) starts.push(i);
  }
  for (const word of own.words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      starts = starts.filter((start) => start <= at || start >= at + word.length);
    }
  }
  return starts;
}
