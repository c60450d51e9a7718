import { expect, test } from 'vitest';
import { characterSpacing } from '../../../src/line/character-spacing.ts';
import {
  isChinese,
  JAPANESE,
  OTHER,
  SIMPLIFIED,
  TRADITIONAL,
  writingSystemOf,
} from '../../../src/line/language.ts';
import { lineBreakOpportunities } from '../../../src/line/opportunity.ts';

test.each([
  ['ja', JAPANESE],
  ['ja-JP', JAPANESE],
  ['ja-Latn', OTHER],
  ['zh', SIMPLIFIED],
  ['zh-Hans-CN', SIMPLIFIED],
  ['zh-CN', SIMPLIFIED],
  ['zh-Hant', TRADITIONAL],
  ['zh-TW', TRADITIONAL],
  ['yue', TRADITIONAL],
  ['yue-Hans', SIMPLIFIED],
  ['zh-Latn-pinyin', OTHER],
  ['cmn', SIMPLIFIED],
  ['en', OTHER],
  ['ko', OTHER],
  ['', OTHER],
])('%s is of writing system %i', (tag, system) => {
  expect(writingSystemOf(tag)).toBe(system);
  expect(isChinese(writingSystemOf(tag))).toBe(system === SIMPLIFIED || system === TRADITIONAL);
});

test('the library functions: no text, strict by default, UTF-16 offsets, one width a code point', () => {
  expect(lineBreakOpportunities('', { lang: 'ja' })).toEqual([]);
  expect(lineBreakOpportunities('カット', { lang: 'ja' })).toEqual([2]);
  expect(lineBreakOpportunities('カット', { lang: 'ja', strictness: 'normal' })).toEqual([1, 2]);
  expect(lineBreakOpportunities('𠮷野家', { lang: 'ja' })).toEqual([2, 3]);
  expect(characterSpacing('', { lang: 'ja' })).toEqual({ widthsEm: [], gaps: [] });
  expect(characterSpacing('𠮷A。」', { lang: 'ja' })).toEqual({
    widthsEm: [1, 1, 0.5, 1],
    gaps: [{ before: 1, em: 0.125 }],
  });
});
