/** Trimmed marks and gaps, as readers see them: no space, no line end and no hyphen that the input lacks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { breakLines } from '../../src/line/break-lines.ts';
import type { PagedDocument, PageItem } from '../../src/page/types.ts';
import { paintPdf } from '../../src/pdf/paint-pdf.ts';
import type { Inline } from '../../src/style/types.ts';
import { paragraphStyle, text, textOfInlines } from '../property/line-laws.ts';
import { allFaces, loadFonts, metadata } from '../support/pages.ts';
import { readWith } from './support/run.ts';
import { workFolder } from './support/samples.ts';

const MARKS = Array.from('（）「」《》“”、，。：；！·・—…(),.');
const FONT_SWITCHES: Inline[][] = [
  [text('说“', 'zh-Hans'), text('「はい」。', 'ja'), text('”（完）', 'zh-Hans')],
  [text('日，', 'zh-Hans'), text('（周）', 'zh-Hans', { weight: 'bold' }), text('（ja）', 'ja')],
  [text('（“', 'ja'), text('（', 'zh-Hans'), text('「予約」・【済】', 'ja')],
];
const SENTENCES: Inline[][] = [
  [text('星期日（周）', 'zh-Hans')],
  [text('3月28日（周日）前，费用1,100日元eSIM卡（“PayPay”）', 'zh-Hans')],
  [text('手続きの MNP予約番号（10桁）は「解約」。AVAToTaYoWA（TaT）', 'ja')],
  [text('本当？はい！「え？」と。SIM card and eSIM！MNP', 'ja')],
];

/** One paragraph each; every pair of marks in both languages is among them. */
const paragraphs: Inline[][] = [
  ...SENTENCES,
  ...FONT_SWITCHES,
  ...['zh-Hans', 'ja'].flatMap((lang) =>
    MARKS.map((a) => [text(MARKS.map((b) => `国${a}${b}中`).join(''), lang)]),
  ),
];

/** Broken after the soft hyphen: what is drawn there is read as the character of the input. */
const HYPHENATED = [text('MNP con\u00adtract', 'ja')];

async function write(path: string): Promise<string> {
  const { fonts, library } = await loadFonts(allFaces);
  const document: PagedDocument = { title: 'Marks', lang: 'zh-Hans', pages: [], structure: [], outline: [] };
  document.structure.push({ type: 'Document', parent: null, lang: 'zh-Hans' });
  let items: PageItem[] = [];
  let yPt = Number.POSITIVE_INFINITY;
  const expected: string[] = [];
  const put = (inlines: Inline[], measurePt: number): void => {
    const struct = document.structure.push({ type: 'P', parent: 0, lang: 'zh-Hans' }) - 1;
    for (const { fragments } of breakLines(inlines, paragraphStyle({ measurePt }), library, library.measure)
      .lines) {
      // Lines are far enough apart for every reader.
      yPt += 36;
      if (yPt > 800) {
        yPt = 60;
        items = [];
        document.pages.push({ widthPt: 1190, heightPt: 842, items });
      }
      let line = '';
      for (const fragment of fragments) {
        if (fragment.kind !== 'text') continue;
        const { text, face, sizePt, lang, adjustEm } = fragment;
        items.push({ kind: 'text', xPt: 40 + fragment.xPt, yPt, text, face, sizePt, lang, adjustEm, struct });
        line += text;
      }
      expected.push(line);
    }
  };
  for (const inlines of paragraphs) put(inlines, 1100);
  expect(expected).toEqual(paragraphs.map(textOfInlines));
  put(HYPHENATED, 50);
  expect(expected.slice(-2)).toEqual(['MNP con\u00ad', 'tract']);
  writeFileSync(path, await paintPdf(document, fonts, metadata, { deflate: (bytes) => deflateSync(bytes) }));
  return expected.join('\n');
}

const path = join(workFolder, 'marks.pdf');
let expected = '';
beforeAll(async () => {
  expected = await write(path);
});

const linesOf = (output: string): string => output.replace(/[\f\n]+/gu, '\n').trim();

test.each([[['-raw']], [[]]])('poppler %j', (options) => {
  expect(linesOf(readWith('pdftotext', [...options, path, '-']))).toBe(expected);
});

test('MuPDF', () => {
  expect(linesOf(readWith('mutool', ['draw', '-F', 'text', path]))).toBe(expected);
});

test('pdf.js', async () => {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  let found = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) if ('str' in item) found += item.str + (item.hasEOL ? '\n' : '');
    found += '\n';
  }
  await document.destroy();
  // pdf.js leaves out what is no character to see (category Cf).
  expect(linesOf(found)).toBe(expected.replace('\u00ad', ''));
});
