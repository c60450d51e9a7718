// For writers of templates: sets any fragment of the markup with the sheets as they are on the disk.
//   node tools/dev-render.mjs <fragment.html> <sheet folder in templates/> <out.pdf> [paper]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';

const [fragment, folder, out, paper = 'A4'] = process.argv.slice(2);
if (!fragment || !folder || !out)
  throw new Error('usage: node tools/dev-render.mjs <fragment.html> <folder> <out.pdf> [paper]');
const root = fileURLToPath(new URL('../', import.meta.url));
mkdirSync(`${root}build/tmp`, { recursive: true });
const bundle = `${root}build/tmp/preview-${process.pid}.mjs`;
await build({
  stdin: {
    contents: `export { setDocument } from './src/set-document.ts';
      export { openFonts } from './src/font/open-fonts.ts';
      export { parseSheet } from './src/style/parse-sheet.ts';
      export { paintPdf } from './src/pdf/paint-pdf.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { setDocument, openFonts, parseSheet, paintPdf } = await import(pathToFileURL(bundle).href);
const host = { readFile: (path) => readFileSync(`${root}${path}`), today: () => '2027-01-15' };
const fonts = openFonts(host);
const sheets = ['shared/base.css', `${folder}/sheet.css`]
  .filter((path) => existsSync(`${root}templates/${path}`))
  .map((path) => parseSheet(readFileSync(`${root}templates/${path}`, 'utf8'), path));
const options = { sheets, media: { paper, large: 'false' }, fillable: false, ruby: true };
const { pages, problems } = await setDocument(readFileSync(fragment, 'utf8'), fonts, options);
for (const problem of problems)
  console.error(problem.severity, problem.code, problem.path, JSON.stringify(problem.values ?? {}));
if (!pages) process.exit(2);
const bytes = await paintPdf(pages, { fontObject: fonts.font }, { createdOn: '2027-01-15' }, deflateSync);
writeFileSync(out, bytes);
console.error(`${out}: ${pages.pages.length} pages, ${bytes.length} bytes`);
