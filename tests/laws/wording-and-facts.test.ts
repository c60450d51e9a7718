import { expect, test } from 'vitest';
import { type Literal, literalsOf, readLiterals } from '../support/source-literals.ts';

const LITERALS = ['src', 'web'].flatMap(readLiterals);
const places = (literals: Literal[]) => literals.map(({ file, line, text }) => `${file}:${line} ${text}`);

/** Names, not addresses: nobody fetches them. They are fixed by the formats that use them. */
const NAMESPACE = /http:\/\/(?:www\.w3\.org|purl\.org|ns\.adobe\.com|www\.aiim\.org)\/[\w./#-]*/gu;

const hasWording = ({ text }: Literal) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
const hasFact = ({ text }: Literal) =>
  /(?:https?|tel|mailto):/u.test(text.replace(NAMESPACE, '')) ||
  /\d[\d,.]*\s*(?:円|日元|yen\b|JPY\b)|[¥￥]\s*\d/u.test(text);

test('no Han or kana in the literals of src/ and web/: wording stays in templates/, character classes in data/', () => {
  expect(places(LITERALS.filter(hasWording))).toEqual([]);
});

test('no URL and no amount of yen in src/ and web/: facts stay in data/', () => {
  expect(places(LITERALS.filter(hasFact))).toEqual([]);
});

test('the laws look at what they should, and bite', () => {
  expect(LITERALS.length).toBeGreaterThan(1000);
  expect(LITERALS.filter(({ file }) => file.startsWith('web/')).length).toBeGreaterThan(100);
  const planted = [
    '// 設計 https://example.com',
    "const a = '解約';",
    'const b = `1 ' + '$' + '{a}です`;',
    'const c = /か/u;',
    "const d = 'https://example.com';",
    "const e = '1,100円';",
  ];
  const literals = literalsOf('planted.ts', planted.join('\n'));
  expect(places(literals.filter(hasWording)).map((place) => place.split(' ')[0])).toEqual([
    'planted.ts:2',
    'planted.ts:3',
    'planted.ts:4',
    'planted.ts:6',
  ]);
  expect(literals.filter(hasFact).map(({ line }) => line)).toEqual([5, 6]);
});
