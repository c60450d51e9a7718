import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import { PROPERTIES } from '../../../src/style/properties.ts';
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
  expect(() => parseSheet('\np { color: red }', 'a.css')).toThrow('a.css:2: color');
  expect(() => parseSheet('\np:hover { width: 1pt }', 'a.css')).toThrow('a.css:2');
  expect(() => parseSheet('@import "x";', 'a.css')).toThrow('a.css:1');
});

test('a value that its property does not take is refused with its place and what it takes', () => {
  const refused = (css: string, told: string): void => expect(() => parseSheet(css, 'a.css')).toThrow(told);
  refused('p {\n  font-size: big }', 'a.css:2: font-size wants one length');
  refused('p { display: blok }', 'display wants stack, row, grid, none');
  refused('p { wrap: frase }', 'wrap wants normal, phrase, none');
  refused('p { text-align: middle }', 'text-align wants start, end, center, justify');
  refused('p { font-weight: 700 }', 'font-weight wants bold, regular');
  refused('p { break-inside: none }', 'break-inside wants auto, avoid');
  refused('p { line-height: 1.5 }', 'line-height wants one length');
  refused('p { line-height: 0 }', 'line-height wants a length above 0');
  refused('p { margin-top: 1mm 2mm }', 'margin-top wants one length');
  refused('p { padding: 1mm auto }', 'padding wants one to four lengths');
  refused('p { columns: 10mm auto }', 'columns wants lengths and fr');
  refused('p { column-span: 0 }', 'column-span wants a whole number from 1 on');
  refused('p { optional: 2mm }', 'optional wants one number without a unit');
  refused('p { width: 1pt !important }', 'a.css:1: width:1pt!important');
  refused('@page { size: A4 }', 'size wants two lengths');
  refused('@page { height: 1mm }', 'height is not one of the properties');
  refused('@media print { p { width: 1pt } }', 'print is not a medium');
  refused('@media (paper: A4) and (larg: true) { p { width: 1pt } }', '(larg:true) is not a medium');
  refused('@media (paper: B4) { p { width: 1pt } }', '(paper:B4) is not a medium');
});

test('every property takes what the guide says', () => {
  const css = `p { margin-top: 0; autospace: 0.125; optional: 0; orphans: 2; column-span: all; columns: 0 1fr 10mm;
    break-after: auto; break-before: auto; ruby: shown; font-weight: regular; padding: 0 1.5mm; text-indent: -1u }`;
  expect(rulesOf(css)).toHaveLength(1);
});

test('the guide names every property', () => {
  const guide = readFileSync('docs/template-guide.md', 'utf8');
  // Of the four sides of one kind the guide names the first.
  const named = Object.keys(PROPERTIES).filter(
    (name) => !/^(?:padding|border)-(?:right|bottom|left)$/u.test(name),
  );
  expect(named.filter((name) => !guide.includes(`\`${name}`))).toEqual([]);
});

test('sheets of the tools are of the same kind', () => {
  for (const file of ['tools/wording/sheet.css', 'bench/kaiyaku/sheet.css'])
    expect(() => parseSheet(readFileSync(file, 'utf8'), file)).not.toThrow();
});
