// In: templates/*/sheet.css and templates/shared/base.css. Out: build/sheets.js, parsed, so that no CSS is parsed at run time.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
const { parseSheet } = await import(pathToFileURL(parser).href);

const sheets = {};
const read = (name, path) => {
  if (existsSync(`${root}${path}`)) sheets[name] = parseSheet(readFileSync(`${root}${path}`, 'utf8'), path);
};
read('base', 'templates/shared/base.css');
for (const folder of readdirSync(`${root}templates`).sort()) read(folder, `templates/${folder}/sheet.css`);

// A run asks for two sheets, and of each for the parts that hold for its print.
const rulesOfParts = {};
const partCode = ({ media, rules }, key) => {
  rulesOfParts[key] = rules;
  return `{media:${JSON.stringify(media)},get rules(){return rules['${key}'];}}`;
};
const sheetCode = (name, { parts, pages }) => {
  const codes = parts.map((part, index) => partCode(part, `${name}/${index}`));
  return `${JSON.stringify(name)}:{parts:[${codes.join(',')}],pages:${JSON.stringify(pages)}}`;
};
const sheetsCode = Object.entries(sheets).map(([name, sheet]) => sheetCode(name, sheet));

await writeParsedTexts(
  'sheets',
  (parsed) => `const rules=${parsed(rulesOfParts)};\nexport const sheets={${sheetsCode.join(',')}};`,
  [
    "import type { Sheet } from '../src/style/sheet.ts';",
    '/** By document, and `base`; the rules of each part are parsed when they are asked for. */',
    'export declare const sheets: Readonly<Record<string, Sheet>>;',
    '',
  ].join('\n'),
);
