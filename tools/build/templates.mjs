/**
 * In: templates/. Out: build/templates.js, the templates as data, so that neither the command line nor the web page
 * carries the parser.
 */
import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writeParsedTexts } from './parsed-texts.mjs';
import { parseJson, readJson } from './read-json.mjs';
import { trimmerOf } from './trim-markup.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENTS = ['checklist', 'memo', 'letter'];

const temporary = join(ROOT, 'build/tmp');
mkdirSync(temporary, { recursive: true });
await build({
  entryPoints: [join(ROOT, 'src/fill/compile-templates.ts'), join(ROOT, 'src/document/vocabulary.ts')],
  outdir: temporary,
  entryNames: '[name]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const built = (name) => import(pathToFileURL(join(temporary, name)).href);
const { compileTemplate } = await built('compile-templates.mjs');
const { VOCABULARY } = await built('vocabulary.mjs');
const trimProgram = trimmerOf(VOCABULARY);

/** Every file below `folder` with that ending, as [path without ending, content], sorted: the same bytes each time. */
async function readTree(folder, ending) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = names.filter((name) => name.endsWith(ending)).map((name) => name.replaceAll(sep, '/'));
  return Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(0, -ending.length), await readFile(join(folder, path), 'utf8')]),
  );
}

async function compileFolder(folder, prefix = '') {
  const templates = await readTree(folder, '.hbs');
  return Object.fromEntries(
    templates.map(([name, source]) => {
      try {
        return [prefix + name, trimProgram(compileTemplate(source))];
      } catch (error) {
        throw new Error(`${relative(ROOT, join(folder, `${name}.hbs`))}: ${error.message}`, { cause: error });
      }
    }),
  );
}

/** JSON files beside the templates: words, and the tables of steps, questions and so on. */
async function readTables(folder) {
  const tables = await readTree(folder, '.json');
  const placeOf = (name) => relative(ROOT, join(folder, `${name}.json`));
  return Object.fromEntries(tables.map(([name, text]) => [name, parseJson(placeOf(name), text)]));
}

const folder = join(ROOT, 'templates');
const readWords = (name) => readJson(join(folder, 'words', name));
const shared = await compileFolder(join(folder, 'shared'), 'shared/');
const documents = [];
for (const name of DOCUMENTS) {
  const specs = await compileFolder(join(folder, name));
  documents.push({ name, specs, tables: await readTables(join(folder, name)) });
}

const [dates, units] = [await readWords('dates.json'), await readWords('units.json')];
await writeParsedTexts(
  'templates',
  (parsed) =>
    [
      'export const templates={',
      '  documents:{',
      ...documents.map(
        ({ name, specs, tables }) =>
          `    ${name}:{specs:${parsed({ ...shared, ...specs })},tables:${parsed(tables)}},`,
      ),
      '  },',
      `  dates:${JSON.stringify(dates)},`,
      `  units:${JSON.stringify(units)},`,
      '};',
    ].join('\n'),
  "import type { TemplateSet } from '../src/fill/types.ts';\nexport declare const templates: TemplateSet;\n",
);
