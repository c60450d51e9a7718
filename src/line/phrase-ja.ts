import data from '../../data/typography/phrases-ja.json' with { type: 'json' };
import { once } from './once.ts';

/** A group of features: substrings of one length that start at one distance from the boundary. */
interface FeatureGroup {
  offset: number;
  length: number;
  weights: Map<string, number>;
}

interface PhraseModel {
  groups: FeatureGroup[];
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
  let sum = 0;
  const groups = data.groups.map(({ name, keys, weights }) => {
    const length = LENGTHS[name[0] as string] as number;
    const table = new Map<string, number>();
    weights.split(' ').forEach((weight, i) => {
      sum += Number(weight);
      table.set(keys.slice(i * length, (i + 1) * length), Number(weight));
    });
    return { offset: OFFSETS[name] as number, length, weights: table };
  });
  return { groups, base: -sum / 2 };
});

/** UTF-16 offsets at which a phrase (bunsetsu) starts, as BudouX finds them. */
export function japanesePhrases(text: string): number[] {
  const { groups, base } = model();
  const starts: number[] = [];
  for (let i = 1; i < text.length; i++) {
    let score = base;
    for (const { offset, length, weights } of groups) {
      const from = i + offset;
      if (from >= 0) score += weights.get(text.substring(from, from + length)) ?? 0;
    }
    if (score > 0) starts.push(i);
  }
  return starts;
}
