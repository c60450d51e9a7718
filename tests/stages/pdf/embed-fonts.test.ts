import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactWidths, toUnicodeMap } from '../../../src/pdf/embed-fonts.ts';
import { characterKey, selectorUnit } from '../../../src/pdf/glyph-keys.ts';
import { latin1Bytes } from '../../../src/pdf/latin1.ts';
import { readToUnicode } from '../../support/describe-pdf.ts';
import { Stream } from '../../support/read-pdf.ts';

test('widths of one em are left to DW', () => {
  expect(compactWidths([1000, 500, 500, 500, 1000, 1000, 224, 556, 1000])).toEqual([
    1,
    3,
    500,
    6,
    [224, 556],
  ]);
  expect(compactWidths([1000, 1000])).toEqual([]);
  expect(compactWidths([300])).toEqual([0, [300]]);
});

function roundTrip(points: number[][]): Map<number, string> {
  const characters = points.map(([codePoint, selector = 0]) => codePoint! + selectorUnit * selector);
  return readToUnicode(new Stream(new Map(), latin1Bytes(toUnicodeMap([0, ...characters]))));
}

test('the map to Unicode keeps every character', () => {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0x4e00, max: 0x4eff }),
    fc.integer({ min: 0x1f000, max: 0x20bff }),
  );
  const sequence = fc.oneof(
    { weight: 9, arbitrary: character.map((codePoint) => [codePoint]) },
    character.map((codePoint) => [codePoint, 0xe0100]),
  );
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 700 }), fc.boolean(), (points, isSorted) => {
      if (isSorted) points.sort((a, b) => a[0]! - b[0]!);
      const found = roundTrip(points);
      const expected = new Map(points.map((point, index) => [index + 1, String.fromCodePoint(...point)]));
      expect(found).toEqual(expected);
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('characters that follow each other make one range, which stops where a byte overflows', () => {
  const map = toUnicodeMap([0, ...Array.from({ length: 0x120 }, (_, index) => 0x4ef0 + index)]);
  expect(map).toContain('<0001><0010><4ef0>');
  expect(map).toContain('<0011><00ff><4f00>');
  expect(map).toContain('<0100><0110><4fef>');
  expect(map).not.toContain('bfchar');
});

test('a variation selector makes another character of its base', () => {
  expect(characterKey('葛\u{E0100}', 0)).not.toBe(characterKey('葛', 0));
  expect(characterKey('\u{20BB7}\u{E0101}', 0) % 0x200000).toBe(0x20bb7);
  expect(characterKey('a\u{1F600}', 0)).toBe(0x61);
});
