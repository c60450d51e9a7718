import { expect, test } from 'vitest';
import { type Literal, literalsOf, readLiterals } from '../support/source-literals.ts';

const LITERALS = readLiterals('src');
const places = (literals: Literal[]) => literals.map(({ file, line, text }) => `${file}:${line} ${text}`);

const hasWording = ({ text }: Literal) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
const hasFact = ({ text }: Literal) =>
  /(?:https?|tel|mailto):/u.test(text) ||
  /\d[\d,.]*\s*(?:\u5186|\u65e5\u5143|yen\b|JPY\b)|[\u00a5\uffe5]\s*\d/u.test(text);

/** Names, not addresses: nobody fetches them. They are fixed by the formats that use them. */
const NAMESPACES =
  /^(?:[^]*(?:http:\/\/www\.w3\.org\/|http:\/\/purl\.org\/|http:\/\/ns\.adobe\.com\/|http:\/\/www\.aiim\.org\/))/u;

test('no Han or kana in the literals of src/: wording stays in templates/, character classes in data/', () => {
  expect(places(LITERALS.filter(hasWording))).toEqual([]);
});

test('no URL and no amount of yen in src/: facts stay in data/', () => {
  expect(places(LITERALS.filter((literal) => hasFact(literal) && !NAMESPACES.test(literal.text)))).toEqual(
    [],
  );
});

test('the laws look at what they should, and bite', () => {
  expect(LITERALS.length).toBeGreaterThan(1000);
  const planted = literalsOf(
    'planted.ts',
    "// \u8a2d\u8a08\nconst a = '\u89e3\u7d04'; const b = `${a}\u3067\u3059`; const c = /\u304b/u; const d = 'https://example.com'; const e = '1,100\u5186';",
  );
  expect(planted.filter(hasWording).map(({ text }) => text)).toEqual([
    '\u89e3\u7d04',
    '\u3067\u3059',
    '/\u304b/u',
    '1,100\u5186',
  ]);
  expect(planted.filter(hasFact)).toHaveLength(2);
});
