// In: templates/*/sheet.css and templates/shared/base.css. Out: build/sheets.js, parsed, so that no CSS is parsed at run time.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

const literal = JSON.stringify(JSON.stringify(sheets));
writeFileSync(`${root}build/sheets.js`, `export const sheetsText = ${literal};\n`);
writeFileSync(
  `${root}build/sheets.d.ts`,
  '/** Sheets by document, and `base`, as JSON: Record<string, Sheet>. */\nexport declare const sheetsText: string;\n',
);
