/**
 * In: templates/. Out: build/templates.js, precompiled, so that neither the command line nor the web page carries the
 * compiler (a strict content policy refuses functions that are built at run time).
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { writeModule } from './write-module.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const DOCUMENTS = ['checklist', 'memo', 'letter'];
/** Those of src/fill/helpers.ts; a test compares the two lists. */
const HELPERS = JSON.parse(await readFile(new URL('template-helpers.json', import.meta.url), 'utf8'));
const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])),
};

/** Every file below `folder` with that ending, as [path without ending, content], sorted: the same bytes each time. */
async function readTree(folder, ending) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = names.filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    paths.map(async (path) => [
      path.slice(0, -ending.length).split(sep).join('/'),
      // The newline that ends a file is not part of a template: a partial may stand inside a line.
      (await readFile(join(folder, path), 'utf8')).replace(/\n$/u, ''),
    ]),
  );
}

/** What every compiled template repeats for runtimes before 4.6: ours has it. */
const FALLBACK = /container\.lookupProperty \|\| function\(parent, propertyName\) \{[\s\S]*?return undefined\s*\}/gu;
/** Where a helper was called: no helper of ours asks. Places of paths stay, errors name them. */
const CALL_PLACE = /,"loc":\{"start":\{[^{}]*\},"end":\{[^{}]*\}\}/gu;

/** A template without mustaches stays text. */
function precompile(source) {
  if (!source.includes('{{')) return JSON.stringify(source);
  return Handlebars.precompile(source, COMPILE_OPTIONS).replace(FALLBACK, 'container.lookupProperty').replace(CALL_PLACE, '');
}

async function precompileFolder(folder, prefix = '') {
  const entries = [];
  for (const [name, source] of await readTree(folder, '.hbs')) {
    try {
      entries.push(`${JSON.stringify(prefix + name)}: ${precompile(source)}`);
    } catch (error) {
      throw new Error(`${relative(ROOT, join(folder, `${name}.hbs`))}: ${error.message}`, { cause: error });
    }
  }
  return entries;
}

/** JSON files beside the templates; `words.json` and the tables of steps, questions and so on. */
async function readTables(folder) {
  const tables = await readTree(folder, '.json');
  return Object.fromEntries(tables.map(([name, text]) => [name, JSON.parse(text)]));
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function buildTemplates() {
  const templates = join(ROOT, 'templates');
  const shared = await precompileFolder(join(templates, 'shared'), 'shared/');
  const lines = [`const shared = {\n${shared.join(',\n')}\n};`, 'export const templates = {', 'documents: {'];
  for (const name of DOCUMENTS) {
    const specs = await precompileFolder(join(templates, name));
    const tables = await readTables(join(templates, name));
    lines.push(
      `${name}: { specs: { ...shared,\n${specs.join(',\n')} },\ntables: ${JSON.stringify(tables)} },`,
    );
  }
  const dates = await readJson(join(templates, 'words', 'dates.json'));
  const units = await readJson(join(templates, 'words', 'units.json'));
  lines.push('},', `dates: ${JSON.stringify(dates)},`, `units: ${JSON.stringify(units)},`, '};', '');
  await writeModule(
    'templates',
    lines.join('\n'),
    "import type { TemplateSet } from '../src/fill/types.ts';\nexport declare const templates: TemplateSet;\n",
  );
}

await buildTemplates();
