import { expect, test } from 'vitest';
import { inspectFile } from '../../../src/pdf/inspect-file.ts';
import { paintPdf } from '../../../src/pdf/paint-pdf.ts';
import { allFaces, loadFonts, metadata, samplerDocument } from '../../support/pages.ts';

const bytesOf = (text: string, length = text.length): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set(new TextEncoder().encode(text));
  return bytes;
};

test('what we write is taken', async () => {
  const { fonts } = await loadFonts(allFaces);
  expect(inspectFile(await paintPdf(samplerDocument(), fonts, metadata))).toEqual([]);
});

test.each([
  ['%PDF-2.0\n', 'print-version'],
  ['no PDF', 'print-version'],
  ['%PDF-1.7\n<</Root 1 0 R/Encrypt 2 0 R>>', 'print-encrypted'],
])('%j is refused', (text, code) => {
  expect(inspectFile(bytesOf(text)).map((problem) => problem.code)).toEqual([code]);
});

test('a file of a megabyte is refused, a byte less is taken', () => {
  expect(inspectFile(bytesOf('%PDF-1.7\n', 999_999))).toEqual([]);
  expect(inspectFile(bytesOf('%PDF-1.4\n', 1_000_000))).toEqual([
    { severity: 'error', code: 'print-large-file', path: '', values: { found: 1000, limit: 1000 } },
  ]);
});
