import { expect, test } from 'vitest';
import { openFonts } from '../../../src/font/open-fonts.ts';
import { recordingHost } from './fonts-on-disk.ts';

const library = openFonts(recordingHost());
await library.load(['sc-regular', 'jp-bold']);
const kern = (face: 'sc-regular' | 'jp-bold', pair: string): number =>
  library.measure.kernEm(face, pair.codePointAt(0) as number, pair.codePointAt(1) as number);

test('pairs are kerned as in the GPOS table of the sources', () => {
  expect(kern('sc-regular', 'AT')).toBe(-0.063);
  expect(kern('jp-bold', 'AT')).toBe(-0.082);
  expect(kern('sc-regular', 'FJ')).toBe(-0.158);
});

test('digits among each other are not', () => {
  for (const left of '0123456789') {
    for (const right of '0123456789') {
      expect([left + right, kern('sc-regular', left + right), kern('jp-bold', left + right)]).toEqual([
        left + right,
        0,
        0,
      ]);
    }
  }
});

test('nothing outside ASCII is, nor is a space', () => {
  for (const pair of ['T ', ' T', 'T。', 'のT', '国T', 'T\u007f', '\u0000T', 'T\u{20bb7}']) {
    expect([pair, kern('sc-regular', pair)]).toEqual([pair, 0]);
  }
});
