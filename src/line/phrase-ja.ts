import data from '../../data/typography/phrases-ja.json' with { type: 'json' };
import own from '../../data/typography/phrases-ja-words.json' with { type: 'json' };
import { once } from './once.ts';

/** A character that the model knows is told by its place in `characters`, from 1; no more of them fit in 9 bits. */
const BITS = 9;

/**
 * What a substring adds to the boundaries near it stands in one row: first that of the boundary furthest after it, then
 * those before that. A row is told by where it starts.
 */
const CHARACTER_ROW = 6;
const PAIR_ROW = 3;
const TRIPLE_ROW = 4;

interface PhraseModel {
  /** By UTF-16 unit, 0 for what is in no key. */
  places: Uint16Array;
  /** Rows, by the places of their characters. */
  pairs: Map<number, number>;
  triples: Map<number, number>;
}

const model = once((): PhraseModel => {
  const { characters, pairs, triples } = data;
  const places = new Uint16Array(0x10000);
  for (let i = 0; i < characters.keys.length; i++) places[characters.keys.charCodeAt(i)] = i + 1;
  const rowsOf = (keys: string, length: number, row: number): Map<number, number> => {
    const rows = new Map<number, number>();
    for (let from = 0; from < keys.length; from += length) {
      let key = 0;
      for (let i = from; i < from + length; i++) key = (key << BITS) | (places[keys.charCodeAt(i)] as number);
      rows.set(key, (row * from) / length);
    }
    return rows;
  };
  return { places, pairs: rowsOf(pairs.keys, 2, PAIR_ROW), triples: rowsOf(triples.keys, 3, TRIPLE_ROW) };
});

/** UTF-16 offsets at which a phrase (bunsetsu) starts, as BudouX finds them, but inside none of our own words. */
export function japanesePhrases(text: string): number[] {
  const scores = scoreBoundaries(text);
  let starts: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if ((scores[i + MARGIN] as number) > data.threshold) starts.push(i);
  }
  for (const word of own.words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      starts = starts.filter((start) => start <= at || start >= at + word.length);
    }
  }
  return starts;
}

/** Boundaries that a row reaches beyond the text. */
const MARGIN = 2;

/** The score of the boundary before unit i, at i + MARGIN. */
function scoreBoundaries(text: string): Int32Array {
  const { places, pairs, triples } = model();
  const scores = new Int32Array(text.length + 3 + MARGIN);
  let first = 0;
  let second = 0;
  for (let i = 0; i < text.length; i++) {
    const third = places[text.charCodeAt(i)] as number;
    if (third !== 0) {
      addRow(scores, i + 3, data.characters.weights, (third - 1) * CHARACTER_ROW, CHARACTER_ROW);
      if (second !== 0) {
        const key = (second << BITS) | third;
        const pair = pairs.get(key);
        if (pair !== undefined) addRow(scores, i + 1, data.pairs.weights, pair, PAIR_ROW);
        const triple = first === 0 ? undefined : triples.get((first << (2 * BITS)) | key);
        if (triple !== undefined) addRow(scores, i + 1, data.triples.weights, triple, TRIPLE_ROW);
      }
    }
    first = second;
    second = third;
  }
  return scores;
}

function addRow(scores: Int32Array, furthest: number, weights: number[], row: number, length: number): void {
  const at = furthest + MARGIN;
  for (let i = 0; i < length; i++) scores[at - i] = (scores[at - i] as number) + (weights[row + i] as number);
}
