// In: data/carriers/*.json, data/any-carrier.json, data/general-rules.json, data/memo-rules.json, data/fields.json.
// Out: build/data.js and build/data.d.ts, the module behind "#data".
// Every carrier stays a string, parsed when it is asked for: a run needs one carrier of 28.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Single quotes: JSON is full of double ones, which would all need a backslash. */
function literal(value) {
  const text = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `'${text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

function summary(carrier) {
  const { id, names, kind, operatorNote, officialSite } = carrier;
  return { id, names, kind, operatorNote, officialSite };
}

/** What `FactData` in src/facts/fact-data.ts describes. */
export function readFactData() {
  const ids = readdirSync(join(root, 'data/carriers'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  const carriers = ids.map((id) => readJson(`data/carriers/${id}.json`));
  const any = readJson('data/any-carrier.json');
  return {
    asOf: readJson('data/fields.json').asOf,
    ids,
    index: carriers.map(summary),
    carriers: Object.fromEntries([...carriers, any].map((carrier) => [carrier.id, carrier])),
    general: readJson('data/general-rules.json').rules,
    memoRules: readJson('data/memo-rules.json'),
  };
}

export function generateData() {
  const data = readFactData();
  const carriers = Object.entries(data.carriers).map(([id, carrier]) => `    '${id}': ${literal(carrier)},\n`);
  const module = `export const factData = {
  asOf: '${data.asOf}',
  ids: ${JSON.stringify(data.ids)},
  index: ${literal(data.index)},
  carriers: {
${carriers.join('')}  },
  general: ${literal(data.general)},
  memoRules: ${literal(data.memoRules)},
};
`;
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build/data.js'), module);
  writeFileSync(
    join(root, 'build/data.d.ts'),
    `import type { FactData } from '../src/facts/fact-data.ts';\n\nexport declare const factData: FactData;\n`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) generateData();
