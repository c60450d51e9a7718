/** What poppler, MuPDF and pdf.js read from every file is what the pages say, character by character. */
import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { readWith } from './support/run.ts';
import { readPages, type Sample, samples, visibleText, withoutSpace } from './support/samples.ts';

function expectedText(sample: Sample): string {
  const texts = readPages(sample).flatMap((page) => page.texts.map(visibleText));
  return withoutSpace(texts.join(''));
}

async function readWithPdfJs(path: string): Promise<string> {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) if ('str' in item) text += item.str;
  }
  await document.destroy();
  return withoutSpace(text);
}

const sorted = (text: string): string => Array.from(text).sort().join('');

describe.each(samples)('$name', (sample) => {
  const raw = readWith('pdftotext', ['-raw', sample.path, '-']);
  const poppler = withoutSpace(raw);

  test('poppler reads what the pages say', () => {
    expect(poppler).toBe(expectedText(sample));
  });

  test('no gap becomes a space: words are found as they were written', () => {
    // A search joins lines.
    const found = raw.replace(/[\n\f]/gu, '');
    for (const page of readPages(sample)) {
      for (const item of page.texts) {
        // A reading is spread over its base: there the gaps are wide.
        if (['RT', 'artifact'].includes(item.role)) continue;
        for (const word of visibleText(item).split(/\s+/u)) expect(found).toContain(word);
      }
    }
  });

  test('readings part no phrase', () => {
    for (const phrase of sample.phrases) expect(poppler).toContain(withoutSpace(phrase));
  });

  test('pdf.js reads the same', async () => {
    expect(await readWithPdfJs(sample.path)).toBe(poppler);
  });

  // MuPDF sorts what it reads into blocks of its own, so the order is not compared.
  test('MuPDF reads the same characters', () => {
    expect(sorted(withoutSpace(readWith('mutool', ['draw', '-F', 'text', sample.path])))).toBe(
      sorted(poppler),
    );
  });
});
