/** Every example becomes PDFs, small enough for any chat and any print machine. */
import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { readPages, type Sample, samples, visibleText, workFolder } from './support/samples.ts';
import { sizeLimit } from './support/size-limit.ts';

test('all examples are written', () => {
  expect(inject('failures')).toEqual([]);
});

test.each(samples)('$name is small', ({ name, path }) => {
  expect(readFileSync(path).length).toBeLessThanOrEqual(sizeLimit(name.split(' ').at(-1)!));
});

/** As much of pdfkit as its guide shows; the product knows another part of it. */
interface PlainPdfkit extends NodeJS.ReadableStream {
  addPage(options: { size: [number, number]; margin: number }): PlainPdfkit;
  font(path: string): PlainPdfkit;
  fontSize(size: number): PlainPdfkit;
  text(text: string, x: number, y: number, options: { lineBreak: boolean; baseline: string }): PlainPdfkit;
  end(): void;
}

const Pdfkit: new (options: { autoFirstPage: boolean }) => PlainPdfkit = createRequire(import.meta.url)(
  'pdfkit',
);

/** The same text in the same places and fonts, and nothing else: no tags, no lines, no metadata. */
async function plainSize(sample: Sample): Promise<number> {
  const path = join(workFolder, 'plain.pdf');
  const document = new Pdfkit({ autoFirstPage: false });
  const written = finished(document.pipe(createWriteStream(path)));
  for (const { widthPt, heightPt, texts } of readPages(sample)) {
    document.addPage({ size: [widthPt, heightPt], margin: 0 });
    for (const item of texts) {
      const font = fileURLToPath(new URL(`../../fonts/${item.face}.ttf`, import.meta.url));
      const options = { lineBreak: false, baseline: 'alphabetic' };
      document.font(font).fontSize(item.sizePt).text(visibleText(item), item.xPt, item.yPt, options);
    }
  }
  document.end();
  await written;
  return statSync(path).size;
}

const compared = ['leaving-japan personal checklist', 'leaving-japan personal memo', 'gtn blank memo'];

test.each(samples.filter(({ name }) => compared.includes(name)))(
  '$name is little larger than what plain pdfkit writes of its text',
  async (sample) => {
    const ratio = statSync(sample.path).size / (await plainSize(sample));
    console.log(`${sample.name}: ${ratio.toFixed(3)} of plain pdfkit, untagged, with the same fonts`);
    expect(ratio).toBeLessThanOrEqual(1.2);
  },
);
