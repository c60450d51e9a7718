// One page that shows each rule of the line stage beside what pdfkit alone makes of the same text.
//   node tools/typography/specimen.mjs [out.pdf]
// pdfkit's column is not imitated: its own line wrapper runs, and its lines are placed as it placed them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import PDFDocument from 'pdfkit';
import { SPECIMENS } from './specimens.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = process.argv[2] ?? `${root}output/samples/specimen.pdf`;
const SIZE = 10;
const LEADING = 17;
const MEASURE = 12 * SIZE;
const MARGIN = 34;
const GUTTER = 14;
const PAIR = 2 * MEASURE + GUTTER;
const PAGE = { widthPt: 595.28, heightPt: 841.89 };
const [LEFT, RIGHT] = [MARGIN, PAGE.widthPt - MARGIN - PAIR];

async function loadProduct() {
  mkdirSync(`${root}build/tmp`, { recursive: true });
  const bundle = `${root}build/tmp/specimen-${process.pid}.mjs`;
  await build({
    stdin: {
      contents: `export { openFonts } from './src/font/open-fonts.ts';
        export { breakLines } from './src/line/break-lines.ts';
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
  return import(pathToFileURL(bundle).href);
}

const plainText = (inline) =>
  inline.kind === 'ruby'
    ? `${inline.parts.map((part) => part.base).join('')}（${inline.parts.map((part) => part.reading).join('')}）`
    : inline.text;

/** The fragments that pdfkit draws for these inlines: text, x and line, from its own wrapper. */
function pdfkitLines(inlines, align) {
  const doc = new PDFDocument({ size: 'A4', margin: 0 });
  const drawn = [];
  let face = 'sc';
  const own = doc._fragment;
  doc._fragment = function fragment(text, x, y, options) {
    if (text !== '') drawn.push({ text, x, y, face, wordSpacing: options.wordSpacing ?? 0 });
    return own.call(this, text, x, y, options);
  };
  doc.fontSize(SIZE);
  inlines.forEach((inline, index) => {
    face = inline.lang === 'ja' ? 'jp' : 'sc';
    doc.font(`${root}fonts/${face}-regular.ttf`);
    const continued = index < inlines.length - 1;
    if (index === 0) doc.text(plainText(inline), 0, 0, { width: MEASURE, align, continued });
    else doc.text(plainText(inline), { continued });
  });
  const tops = [...new Set(drawn.map((fragment) => fragment.y))].sort((a, b) => a - b);
  return drawn.map((fragment) => ({ ...fragment, line: tops.indexOf(fragment.y) }));
}

const { openFonts, breakLines, paintPdf } = await loadProduct();
const fonts = openFonts({ readFile: (path) => readFileSync(`${root}${path}`), today: () => '2026-11-22' });
await fonts.load(['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold']);

const structure = [{ type: 'Document', parent: null, lang: 'en' }];
const node = (type, lang, more = {}) => structure.push({ type, parent: 0, lang, ...more }) - 1;
const items = [];
const put = (text, xPt, yPt, more) =>
  items.push({
    kind: 'text',
    xPt,
    yPt,
    text,
    face: 'sc-regular',
    sizePt: SIZE,
    lang: 'en',
    adjustEm: null,
    ...more,
  });
const rule = (xPt, yPt, heightPt) =>
  items.push({
    kind: 'path',
    operators: [
      ['m', xPt, yPt],
      ['l', xPt, yPt + heightPt],
    ],
    stroke: { widthPt: 0.25 },
    struct: null,
  });

put('Lines set by pdfkit alone (left of each pair) and by kaiyaku (right)', MARGIN, 44, {
  face: 'sc-bold',
  sizePt: 12,
  struct: node('H1', 'en'),
});

function drawSpecimen({ rules, title, inlines, style }, xPt, yPt) {
  put(`${rules}  ${title}`, xPt, yPt, { sizePt: 7.5, struct: node('H2', 'en') });
  const first = yPt + 16;
  const plain = pdfkitLines(inlines, style?.align === 'justify' ? 'justify' : 'left');
  const before = node('P', style?.lang ?? 'zh-Hans');
  for (const { text, x, line, face, wordSpacing } of plain) {
    const adjustEm = wordSpacing === 0 ? null : Array.from(text, (c) => (c === ' ' ? wordSpacing / SIZE : 0));
    const lang = face === 'jp' ? 'ja' : 'zh-Hans';
    // pdfkit draws nothing for a soft hyphen.
    put(text.replaceAll('\u00ad', ''), xPt + x, first + line * LEADING, {
      face: `${face}-regular`,
      lang,
      adjustEm,
      struct: before,
    });
  }
  const paragraph = {
    measurePt: MEASURE,
    leadingPt: LEADING,
    align: 'start',
    strictness: 'strict',
    wrap: 'normal',
    gapEm: 0.125,
    indentPt: 0,
    lang: 'zh-Hans',
    ...style,
  };
  const { lines } = breakLines(inlines, paragraph, fonts, fonts.measure);
  const after = node('P', paragraph.lang);
  const x = xPt + MEASURE + GUTTER;
  lines.forEach(({ fragments }, index) => {
    for (const fragment of fragments) {
      const { text, face, sizePt, lang, adjustEm, role } = fragment;
      const y = first + index * LEADING - fragment.risePt;
      put(text, x + fragment.xPt, y, {
        face,
        sizePt,
        lang,
        adjustEm,
        struct: role === 'emphasis' ? null : after,
      });
    }
  });
  const height = (Math.max(plain.at(-1).line + 1, lines.length) - 1) * LEADING + SIZE + 2;
  for (const edge of [xPt, xPt + MEASURE, x, x + MEASURE]) rule(edge, first - SIZE, height);
  return height + 26;
}

const bottoms = [64, 64];
SPECIMENS.forEach((specimen) => {
  const column = bottoms[0] <= bottoms[1] ? 0 : 1;
  bottoms[column] += drawSpecimen(specimen, column === 0 ? LEFT : RIGHT, bottoms[column]);
});
if (Math.max(...bottoms) > PAGE.heightPt - 20) throw new Error('The specimens no longer fit on one page');

const document = {
  title: 'Specimens of line breaking',
  lang: 'en',
  pages: [{ ...PAGE, items }],
  structure,
  outline: [],
};
const bytes = await paintPdf(document, { fontObject: fonts.font }, { createdOn: '2026-11-22' }, deflateSync);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, bytes);
console.log(`${out}: ${SPECIMENS.length} specimens, ${bytes.length} bytes`);
