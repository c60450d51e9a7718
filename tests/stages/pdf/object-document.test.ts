import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ObjectDocument } from '../../../src/pdf/object-document.ts';

/** What is kept back of pdfkit are its private methods: another version must be looked at first. */
test('pdfkit is the version that was read', () => {
  const text = readFileSync(new URL('../../../node_modules/pdfkit/package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text).version).toBe('0.20.2');
});

test('pdfkit makes objects and writes none', () => {
  const objects = new ObjectDocument();
  const { page, content } = objects.openPage(100, 200);
  expect(page.data).toMatchObject({ Type: 'Page', MediaBox: [0, 0, 100, 200], Contents: content });
  // pdfkit would have turned the page upside down here.
  expect(content.buffer).toEqual([]);
  content.end(Uint8Array.of(1, 2));
  objects.end();
  expect(content.buffer).toEqual([Uint8Array.of(1, 2)]);
  expect(content.data.Filter).toBeUndefined();
  expect(objects.objects).toContain(objects._root);
});

test('documents share nothing', () => {
  const first = new ObjectDocument();
  const second = new ObjectDocument();
  first.openPage(10, 10);
  expect(second.objects.length).toBeLessThan(first.objects.length);
});
