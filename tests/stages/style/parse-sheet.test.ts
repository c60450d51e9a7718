import { expect, test } from 'vitest';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import type { SheetRule } from '../../../src/style/sheet.ts';

/** In the order of the sheet. */
const rulesOf = (css: string): SheetRule[] =>
  parseSheet(css, 'a.css')
    .parts.flatMap(({ rules }) => rules)
    .sort((a, b) => a.order - b.order);

test('lengths become points: pt, mm and the unit of the grid; properties become fields', () => {
  const rules = rulesOf('p { margin-top: 25.4mm; padding: 1u 2pt; columns: 254mm 1fr; wrap: phrase }');
  expect(rules[0]?.declarations).toEqual([
    'marginTopPt',
    expect.closeTo(72),
    'padding',
    { topPt: 4.5, rightPt: 2, bottomPt: 4.5, leftPt: 2 },
    'columns',
    [expect.closeTo(720), { fr: 1 }],
    'wrap',
    'phrase',
  ]);
});

test('selectors keep their combinators and weigh as in CSS', () => {
  const rules = rulesOf('.a > p.b:lang(ja), section p em { width: 1pt }');
  expect(rules.map((rule) => [rule.specificity, rule.selector])).toEqual([
    [
      301,
      [
        { classes: ['a'], combinator: 'none' },
        { tag: 'p', classes: ['b'], lang: 'ja', combinator: 'child' },
      ],
    ],
    [
      3,
      [
        { tag: 'section', classes: [], combinator: 'none' },
        { tag: 'p', classes: [], combinator: 'descendant' },
        { tag: 'em', classes: [], combinator: 'descendant' },
      ],
    ],
  ]);
});

test('the key of a rule is the first class of the element itself, else its name', () => {
  const css = '.a .b.c { width: 1pt } p.b { width: 2pt } .a p { width: 3pt } .a * { width: 4pt }';
  expect(rulesOf(css).map(({ key, order }) => [key, order])).toEqual([
    ['.b', 0],
    ['.b', 1],
    ['p', 2],
    ['*', 3],
  ]);
});

test('keys of the element and of its outermost ancestor stand beside the selector', () => {
  const css = '.a, p, p.a, .a.b, .c p.a, * p, section.c em p { width: 1pt }';
  expect(rulesOf(css).map(({ also, within }) => [also, within])).toEqual([
    [[], null],
    [[], null],
    [['p'], null],
    [['.b'], null],
    [['p'], '.c'],
    [[], null],
    [[], '.c'],
  ]);
});

test('a selector that the keys say is left out', () => {
  const said = '.a, p, p.a, .a.b, .c .a, .c p.a, * p { width: 1pt }';
  const unsaid = 'p:lang(ja), :lang(ja) p, .c > p, p.c p, .c p em { width: 1pt }';
  expect(rulesOf(said).map(({ selector }) => selector)).toEqual([null, null, null, null, null, null, null]);
  expect(rulesOf(unsaid).map(({ selector }) => selector?.length)).toEqual([1, 2, 2, 2, 3]);
});

test('a list of media wraps the rules once for each', () => {
  const { parts } = parseSheet('@media (ruby: pinyin), (ruby: both) { p { width: 1pt } }', 'a.css');
  expect(parts.map(({ media }) => media)).toEqual([{ ruby: 'pinyin' }, { ruby: 'both' }]);
});

test('media wrap rules and pages', () => {
  const { parts, pages } = parseSheet(
    '@page { size: 210mm 297mm } a { width: 1pt } @media (paper: B5) { @page { size: 182mm 257mm } p { width: 1pt } }',
    'a.css',
  );
  expect(parts.map(({ media, rules }) => [media, rules.map(({ key }) => key)])).toEqual([
    [{}, ['a']],
    [{ paper: 'B5' }, ['p']],
  ]);
  expect(pages.map((page) => page.media)).toEqual([{}, { paper: 'B5' }]);
});

test('what the sheet does not know is refused with its place', () => {
  expect(() => parseSheet('p { color: #fff }', 'a.css')).toThrow('a.css:1: color');
  expect(() => parseSheet('\np { color: red }', 'a.css')).toThrow('a.css: color');
  expect(() => parseSheet('\np:hover { width: 1pt }', 'a.css')).toThrow('a.css:2');
  expect(() => parseSheet('@import "x";', 'a.css')).toThrow('a.css:1');
});
