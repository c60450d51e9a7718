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
  ['ja-JP-u-ca-japanese', JAPANESE],
  ['ja-t-zh-hant', JAPANESE],
  ['zh-u-nu-latn', SIMPLIFIED],
  ['zh-cmn-Hant', TRADITIONAL],
  ['ZH-HANT-TW', TRADITIONAL],
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

test('the library functions: lone surrogates are characters like any other', () => {
  for (const lang of ['ja', 'zh-TW', 'en', '']) {
    for (const text of ['\ud842', '\udfb7家', '家\ud842家', '\udfb7\ud842']) {
      const offsets = lineBreakOpportunities(text, { lang, strictness: 'loose' });
      expect(offsets.every((offset) => offset > 0 && offset < text.length)).toBe(true);
      expect(characterSpacing(text, { lang }).widthsEm).toHaveLength(text.length);
    }
  }
});

test('the library functions: what the tag of a language changes, and what it does not', () => {
  // The mark of a zh-Hans colon stands on the left, else in the middle: only the first is trimmed, the others trim.
  const widths = (lang: string): number[] => characterSpacing('话：「号', { lang }).widthsEm;
  for (const lang of ['zh', 'zh-CN', 'cmn-Hans']) expect(widths(lang), lang).toEqual([1, 1, 0.5, 1]);
  expect(characterSpacing('一。）', { lang: 'zh-TW' }).widthsEm).toEqual([1, 1, 1]);
  expect(characterSpacing('一。）', { lang: 'zh-CN' }).widthsEm).toEqual([1, 0.5, 1]);
  // Suffixes and prefixes are freed at loose in zh and ja alone (CSS Text 3).
  const free = (lang: string): number[] => lineBreakOpportunities('一％', { lang, strictness: 'loose' });
  for (const lang of ['ja-JP', 'zh-TW', 'zh-Hans-CN']) expect(free(lang), lang).toEqual([1]);
  for (const lang of ['en', 'ko', 'ja-Latn', 'tlh', 'not a tag']) expect(free(lang), lang).toEqual([]);
});

test('the library functions: nothing of what forms add', () => {
  // R16: the line stage keeps a number with its unit; R11, R24: dashes and ／ at strict.
  expect(lineBreakOpportunities('3月', { lang: 'zh-Hans' })).toEqual([1]);
  expect(lineBreakOpportunities('前——请', { lang: 'zh-Hans' })).toContain(1);
  expect(lineBreakOpportunities('一\n二', { lang: 'ja' })).toEqual([2]);
});
