// Writes data/typography/phrases-ja.json from the Japanese model of BudouX (Apache-2.0, Google LLC), in a form
// that is used as it is read: each substring once, with what it adds to the score of every boundary near it.
// Run: npm ci --prefix tools/typography && node tools/typography/build-phrases.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jaModel } from 'budoux';

const require = createRequire(import.meta.url);

/** The groups of the model by the length of their keys, each in the order in which its boundaries come nearer. */
const GROUPS = {
  characters: ['UW1', 'UW2', 'UW3', 'UW4', 'UW5', 'UW6'],
  pairs: ['BW1', 'BW2', 'BW3'],
  triples: ['TW1', 'TW2', 'TW3', 'TW4'],
};

const unknown = Object.keys(jaModel).filter((name) => !Object.values(GROUPS).flat().includes(name));
if (unknown.length > 0) throw new Error(`BudouX has groups that are not known here: ${unknown}`);

/** Every character that a key has is a key of its own, so that longer keys can be told by the places of theirs. */
const characters = Object.values(jaModel).flatMap((group) => [...Object.keys(group).join('')]);

function table(names, length) {
  const groups = names.map((name) => jaModel[name] ?? {});
  const keys = [...new Set([...groups.flatMap(Object.keys), ...(length === 1 ? characters : [])])];
  const odd = keys.filter((key) => key.length !== length);
  if (odd.length > 0) throw new Error(`${names}: keys of another length: ${odd}`);
  return { keys: keys.join(''), weights: keys.flatMap((key) => groups.map((group) => group[key] ?? 0)) };
}

const tables = Object.entries(GROUPS).map(([name, names], i) => [name, table(names, i + 1)]);
const sum = tables.flatMap(([, { weights }]) => weights).reduce((total, weight) => total + weight, 0);
const file = {
  source: `BudouX ${require('./package.json').dependencies.budoux}, model ja; Copyright 2021 Google LLC, Apache License 2.0; keys and weights unchanged, written in another form`,
  // The score from which on a phrase starts: BudouX takes half the sum of all weights from each.
  threshold: sum / 2,
  ...Object.fromEntries(tables),
};
const numbersOnOneLine = (json) => json.replace(/(?<=[[\d],?)\n +(?=[-\d\]])/gu, '');
writeFileSync(
  new URL('../../data/typography/phrases-ja.json', import.meta.url),
  `${numbersOnOneLine(JSON.stringify(file, null, 1))}\n`,
);
console.log(`${sum / 2}; ${tables.map(([name, { keys }]) => `${name} ${keys.length}`).join(', ')}`);
