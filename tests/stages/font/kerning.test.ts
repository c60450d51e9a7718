import { expect, test } from 'vitest';
import { openFonts } from '../../../src/font/open-fonts.ts';
import { KERNED_COUNT } from '../../../src/font/types.ts';
import { recordingHost } from './fonts-on-disk.ts';

const library = openFonts(recordingHost());
await library.load(['sc-regular', 'jp-bold']);
const kern = (face: 'sc-regular' | 'jp-bold', pair: string): number =>
  (library.measure.kernPairs(face)[KERNED_COUNT * pair.charCodeAt(0) + pair.charCodeAt(1)] as number) / 1000;

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

test('nor is a space or a control', () => {
  for (const pair of ['T ', ' T', 'T\u0000', '\u0000T']) {
    expect([pair, kern('sc-regular', pair)]).toEqual([pair, 0]);
  }
});
