// In: templates/*/sheet.css and templates/shared/base.css. Out: build/sheets.js, parsed, so that no CSS is parsed at run time.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeParsedTexts } from './parsed-texts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const parser = `${root}build/tmp/parse-sheet.mjs`;
mkdirSync(`${root}build/tmp`, { recursive: true });
await build({
  entryPoints: [`${root}src/style/parse-sheet.ts`],
  outfile: parser,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { parseSheet } = await import(parser);

const sheets = {};
const read = (name, path) => {
  if (existsSync(`${root}${path}`)) sheets[name] = parseSheet(readFileSync(`${root}${path}`, 'utf8'), path);
};
read('base', 'templates/shared/base.css');
for (const folder of readdirSync(`${root}templates`).sort()) read(folder, `templates/${folder}/sheet.css`);

await writeParsedTexts(
  'sheets',
  (parsed) => `export const sheets=${parsed(sheets)};`,
  [
    "import type { Sheet } from '../src/style/sheet.ts';",
    '/** By document, and `base`; each is parsed when it is asked for. */',
    'export declare const sheets: Readonly<Record<string, Sheet>>;',
    '',
  ].join('\n'),
);
