// Writes data/typography/phrases-ja.json from the Japanese model of BudouX (Apache-2.0, Google LLC), in a form
// that costs nothing until it is used: the keys of a group have one length, so they need no separators.
// Run: npm ci --prefix tools/typography && node tools/typography/build-phrases.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jaModel } from 'budoux';

const require = createRequire(import.meta.url);
const groups = Object.entries(jaModel).map(([name, weights]) => {
  const keys = Object.keys(weights);
  const length = Number({ U: 1, B: 2, T: 3 }[name[0]]);
  const odd = keys.filter((key) => key.length !== length);
  if (odd.length > 0) throw new Error(`${name}: keys of another length: ${odd}`);
  return { name, keys: keys.join(''), weights: keys.map((key) => weights[key]).join(' ') };
});
const file = {
  source: `BudouX ${require('./package.json').dependencies.budoux}, model ja; Copyright 2021 Google LLC, Apache License 2.0; keys and weights unchanged, written in another form`,
  groups,
};
writeFileSync(
  new URL('../../data/typography/phrases-ja.json', import.meta.url),
  `${JSON.stringify(file, null, 1)}\n`,
);
console.log(groups.map(({ name, keys }) => `${name} ${keys.length}`).join(', '));
