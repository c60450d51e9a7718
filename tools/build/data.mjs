// In: data/carriers/*.json, data/any-carrier.json, data/general-rules.json, data/memo-rules.json, data/fields.json.
// Out: build/data.js, the module behind "#data"; src/facts/fact-data.ts says what is in it.
// Every carrier stays a text, parsed when it is asked for: a run needs one carrier of 28. For the scripts they are files,
// build/carriers/*.json beside build/late-data.js: a third of a script need not be read for one of them.
import { readdir } from 'node:fs/promises';
import { domainToUnicode, fileURLToPath } from 'node:url';
import { readJson } from './read-json.mjs';
import { literal, writeIfChanged, writeModule } from './write-module.mjs';

const folder = new URL('../../data/', import.meta.url);

const read = (path) => readJson(new URL(path, folder));

function summarize({ id, names, kind, operatorNote, officialSite }) {
  return { id, names, kind, operatorNote, officialSite };
}

/** A host in Punycode is shown as people write it: the core has no decoder, and needs none. */
function withReadableUrl(source) {
  const { hostname } = source.url === '' ? { hostname: '' } : new URL(source.url);
  const readable = domainToUnicode(hostname);
  return readable === hostname ? source : { ...source, readableUrl: source.url.replace(hostname, readable) };
}

const withReadableSources = (entry) => ({ ...entry, sources: entry.sources.map(withReadableUrl) });

const files = (await readdir(new URL('carriers/', folder))).filter((file) => file.endsWith('.json')).sort();
const carriers = await Promise.all(files.map((file) => read(`carriers/${file}`)));
const any = await read('any-carrier.json');
const { asOf } = await read('fields.json');
const { rules } = await read('general-rules.json');

const all = [...carriers, any].map(withReadableSources);
const memoRules = await read('memo-rules.json');
const moduleWith = (carrierTexts, head = []) =>
  [
    ...head,
    'export const factData = {',
    `  asOf: '${asOf}',`,
    `  ids: ${JSON.stringify(carriers.map((carrier) => carrier.id))},`,
    `  index: ${literal(carriers.map(summarize))},`,
    `  carriers: ${carrierTexts},`,
    `  general: ${literal(rules.map(withReadableSources))},`,
    `  memoRules: ${literal(memoRules)},`,
    '};',
    '',
  ].join('\n');

const types =
  "import type { FactData } from '../src/facts/fact-data.ts';\n\nexport declare const factData: FactData;\n";
const texts = all.map((carrier) => `    '${carrier.id}': ${literal(carrier)},`);
await writeModule('data', moduleWith(['{', ...texts, '  }'].join('\n')), types);

const getters = all.map(({ id }) => `    get '${id}'() { return read('${id}'); },`);
await writeModule(
  'late-data',
  moduleWith(['{', ...getters, '  }'].join('\n'), [
    "import { readFileSync } from 'node:fs';",
    "const read = (id) => readFileSync(import.meta.dirname + '/carriers/' + id + '.json', 'utf8');",
  ]),
  types,
);
for (const carrier of all) {
  await writeIfChanged(
    fileURLToPath(new URL(`../../build/carriers/${carrier.id}.json`, import.meta.url)),
    JSON.stringify(carrier),
  );
}
