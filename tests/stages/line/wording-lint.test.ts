import { expect, test } from 'vitest';
import { lintWording } from '../../support/wording-lint.ts';

const rules = (text: string, lang: string): string[] => lintWording([{ text, lang }]).map((f) => f.rule);

test.each([
  ['zh-Hans', '请说「解约」', ['quotation-marks', 'quotation-marks']],
  ['ja', '“解約”と言う', ['quotation-marks', 'quotation-marks']],
  ['zh-Hans', '他说"解约"', ['quotation-marks', 'quotation-marks']],
  ['zh-Hans', '证件(护照)', ['parentheses', 'parentheses']],
  ['ja', '本日，解約します', ['comma-pair']],
  ['zh-Hans', '截至2027/3/28', ['slash-date']],
  ['ja', '3/28まで', ['slash-date']],
  ['zh-Hans', '先备份,再办理', ['half-width-punctuation']],
  ['ja', 'お済みですか?', ['half-width-punctuation']],
  ['ja', '１２件', ['full-width-digits', 'full-width-digits']],
  ['zh-Hans', '（重要', ['unbalanced-pair']],
])('%s: %s', (lang, text, expected) => {
  expect(rules(text, lang)).toEqual(expected);
});

test('good wording has no findings', () => {
  expect(rules('请说“解约”，再问‘余款’（1,100日元）；时间是9:00。I don’t know.', 'zh-Hans')).toEqual([]);
  expect(rules('「解約」、『約款』（MNP）をお持ちですか？ 24時間（年中無休）', 'ja')).toEqual([]);
  expect(
    lintWording([
      { text: '「はい」', lang: 'ja' },
      { text: '是“是”的意思', lang: 'zh-Hans' },
    ]),
  ).toEqual([]);
  expect(lintWording([{ text: 'https://example.jp/2027/3/28', lang: 'ja', field: 'url' }])).toEqual([]);
});
