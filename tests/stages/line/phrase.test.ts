import { loadDefaultJapaneseParser } from 'budoux';
import { expect, test } from 'vitest';
import { breakLines } from '../../../src/line/break-lines.ts';
import { japanesePhrases } from '../../../src/line/phrase-ja.ts';
import { chinesePhrases } from '../../../src/line/phrase-zh.ts';
import { paragraphStyle, SIZE, text, textOfLine } from '../../property/line-laws.ts';
import { fakeBinder, fakeMeasure } from '../../support/square-font.ts';

const cut = (content: string, starts: number[]): string =>
  [0, ...starts].map((start, i) => content.slice(start, starts[i])).join('|');

const JAPANESE = [
  '解約のお手続きをお願いいたします。',
  '在留カードの番号は、こちらでは控えません。',
  '最終のご請求額と、お引き落としの日をお教えください。',
  'MNP予約番号は不要です（ワンストップ方式）。',
  '本日は分かりません',
];

/** A paragraph that breaks between phrases, in a measure of so many characters. */
const set = (content: string, lang: string, ems: number): string[] =>
  breakLines(
    [text(content, lang)],
    paragraphStyle({ wrap: 'phrase', lang, measurePt: ems * SIZE }),
    fakeBinder,
    fakeMeasure,
  ).lines.map(textOfLine);

test('the compact Japanese model says what BudouX says', () => {
  const parser = loadDefaultJapaneseParser();
  for (const sentence of JAPANESE)
    expect(japanesePhrases(sentence)).toEqual(parser.parseBoundaries(sentence));
});

test.each([
  '在留期限の|あとも|引き落とせるか|銀行に|聞く',
  '1か月分かかります',
  '一括払いも|選べます',
  '成年後見人の|場合は',
])('Japanese words of our own that the model parts: %s', (expected) => {
  const content = expected.replaceAll('|', '');
  expect(cut(content, japanesePhrases(content))).toBe(expected);
});

test.each([
  '办理|解约前的|准备',
  '退还|设备|与结清|余款',
  '携带|在留卡|与护照|前往|门店',
  '确认|最后|一次|扣款日期',
  '保留|电话号码的|方法',
  '把两步验证|改到|新的|号码',
  '违约金|上限',
  '柜台|沟通单',
  '备份|聊天记录',
  '光纤宽带',
  '余额返还',
  '请委托书上的|本人|签名',
  '赎楼|手续',
  '国民健康保险|也要退保',
])('Chinese words: %s', (expected) => {
  const content = expected.replaceAll('|', '');
  expect(cut(content, chinesePhrases(content))).toBe(expected);
});

test('a name breaks at its spaces, and inside a word only where the word is wider than the line', () => {
  const set = (content: string, ems: number): string[] =>
    breakLines(
      [text(content, 'ja', { field: 'name' })],
      paragraphStyle({ wrap: 'phrase', lang: 'ja', measurePt: ems * SIZE }),
      fakeBinder,
      fakeMeasure,
    ).lines.map(textOfLine);
  expect(set('ショップ 高田馬場店', 8)).toEqual(['ショップ ', '高田馬場店']);
  expect(set('ショップ　高田馬場店', 5)).toEqual(['ショップ　', '高田馬場店']);
  expect(set('高田馬場駅前店', 5)).toHaveLength(2);
});

test('month and day of a date stay together, and a list begins after its colon', () => {
  expect(set('计划6月30日注销', 'zh-Hans', 5)).toEqual(['计划', '6月30日', '注销']);
  expect(set('電話番号保管：手数料1,100円、', 'ja', 10)).toEqual(['電話番号保管：', '手数料1,100円、']);
});

test('a heading breaks between phrases, and inside one only where it is wider than the line', () => {
  expect(set('携帯電話の解約を希望します', 'ja', 8)).toEqual(['携帯電話の解約を', '希望します']);
  expect(set('携帯電話の解約を希望します', 'ja', 6)).toEqual(['携帯電話の', '解約を', '希望します']);
  expect(set('携带在留卡与护照前往门店', 'zh-Hans', 5)).toEqual(['携带在留卡', '与护照前往', '门店']);
  // A character of two units before the phrase.
  expect(set('𠮷野様の解約を希望します', 'ja', 8)).toEqual(['𠮷野様の解約を', '希望します']);
  expect(set('光纤宽带', 'zh-Hans', 3)).toEqual(['光纤', '宽带']);
});

test.each([
  ['ja', '最終のご請求額と、お引き落としの日をお教えください。在留カードの番号は、こちらでは控えません。'],
  ['zh-Hans', '携带在留卡与护照前往门店把两步验证改到新的号码确认最后一次扣款日期'],
])('at no width a phrase is cut that fits in a line: %s', (lang, content) => {
  const starts = [0, ...(lang === 'ja' ? japanesePhrases(content) : chinesePhrases(content)), content.length];
  for (let ems = 2; ems <= 40; ems += 0.5) {
    const style = paragraphStyle({ wrap: 'phrase', lang, measurePt: ems * SIZE });
    const { lines } = breakLines([text(content, lang)], style, fakeBinder, fakeMeasure);
    let end = 0;
    for (const line of lines.slice(0, -1)) {
      end += textOfLine(line).length;
      if (starts.includes(end)) continue;
      const next = starts.findIndex((start) => start > end);
      const phrase = content.slice(starts[next - 1], starts[next]);
      const alone = breakLines([text(phrase, lang)], style, fakeBinder, fakeMeasure).lines;
      expect(alone.length, `${phrase} at ${ems} em`).toBeGreaterThan(1);
    }
  }
});
