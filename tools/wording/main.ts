/** Writes output/wording.html and output/wording.pdf: every sentence for a native reader to go through. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openFonts } from '../../src/font/open-fonts.ts';
import { nodeHost } from '../../src/host/node.ts';
import { paintPdf } from '../../src/pdf/paint-pdf.ts';
import { setDocument } from '../../src/set-document.ts';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { readSentences } from './read-sentences.ts';
import { writeFragment, writeHtml } from './write-page.ts';

const SHEET = 'tools/wording/sheet.css';

const sentences = readSentences('templates');
mkdirSync('output', { recursive: true });
writeFileSync('output/wording.html', writeHtml(sentences));

const host = nodeHost();
const fonts = openFonts(host);
const sheets = [parseSheet(readFileSync(SHEET, 'utf8'), SHEET)];
const options = { sheets, media: { paper: 'A4', large: 'false' }, fillable: false, ruby: true };
const { pages, problems } = await setDocument(writeFragment(sentences), fonts, options);
for (const { severity, code, values } of problems)
  console.error(severity, code, JSON.stringify(values ?? {}));
if (!pages) process.exit(1);
const metadata = { createdOn: host.today() };
const bytes = await paintPdf(pages, { fontObject: fonts.font }, metadata, host);
writeFileSync('output/wording.pdf', bytes);
console.log(
  `${sentences.length} entries, ${pages.pages.length} pages: output/wording.html, output/wording.pdf`,
);
