// In: data/carriers/*.json, data/any-carrier.json, data/general-rules.json, data/memo-rules.json, data/fields.json.
// Out: build/data.js, the module behind "#data"; src/facts/fact-data.ts says what is in it.
// Every carrier stays a text, parsed when it is asked for: a run needs one carrier of 28.
import { readdir, readFile } from 'node:fs/promises';
import { literal, writeModule } from './write-module.mjs';

const folder = new URL('../../data/', import.meta.url);

async function readJson(path) {
  return JSON.parse(await readFile(new URL(path, folder), 'utf8'));
}

function summarize({ id, names, kind, operatorNote, officialSite }) {
  return { id, names, kind, operatorNote, officialSite };
}

const files = (await readdir(new URL('carriers/', folder))).filter((file) => file.endsWith('.json')).sort();
const carriers = await Promise.all(files.map((file) => readJson(`carriers/${file}`)));
const any = await readJson('any-carrier.json');
const { asOf } = await readJson('fields.json');
const { rules } = await readJson('general-rules.json');

await writeModule(
  'data',
  [
    'export const factData = {',
    `  asOf: '${asOf}',`,
    `  ids: ${JSON.stringify(carriers.map((carrier) => carrier.id))},`,
    `  index: ${literal(carriers.map(summarize))},`,
    '  carriers: {',
    ...[...carriers, any].map((carrier) => `    '${carrier.id}': ${literal(carrier)},`),
    '  },',
    `  general: ${literal(rules)},`,
    `  memoRules: ${literal(await readJson('memo-rules.json'))},`,
    '};',
    '',
  ].join('\n'),
  "import type { FactData } from '../src/facts/fact-data.ts';\n\nexport declare const factData: FactData;\n",
);
