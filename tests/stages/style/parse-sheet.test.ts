import { expect, test } from 'vitest';
import { parseSheet } from '../../../src/style/parse-sheet.ts';

test('lengths become points: pt, mm and the unit of the grid', () => {
  const { rules } = parseSheet(
    'p { margin-top: 25.4mm; padding: 1u 2pt; columns: 254mm 1fr; wrap: phrase }',
    'a.css',
  );
  expect(rules[0]?.declarations).toEqual({
    'margin-top': [expect.closeTo(72)],
    padding: [4.5, 2],
    columns: [expect.closeTo(720), { fr: 1 }],
    wrap: ['phrase'],
  });
});

test('selectors keep their combinators and weigh as in CSS', () => {
  const { rules } = parseSheet('.a > p.b:lang(ja), section p { width: 1pt }', 'a.css');
  expect(rules.map((rule) => [rule.specificity, rule.selector])).toEqual([
    [
      301,
      [
        { classes: ['a'], combinator: 'none' },
        { tag: 'p', classes: ['b'], lang: 'ja', combinator: 'child' },
      ],
    ],
    [
      2,
      [
        { tag: 'section', classes: [], combinator: 'none' },
        { tag: 'p', classes: [], combinator: 'descendant' },
      ],
    ],
  ]);
});

test('a list of media wraps the rules once for each', () => {
  const { rules } = parseSheet('@media (ruby: pinyin), (ruby: both) { p { width: 1pt } }', 'a.css');
  expect(rules.map(({ media }) => media)).toEqual([{ ruby: 'pinyin' }, { ruby: 'both' }]);
});

test('media wrap rules and pages', () => {
  const { rules, pages } = parseSheet(
    '@page { size: 210mm 297mm } @media (paper: B5) { @page { size: 182mm 257mm } p { width: 1pt } }',
    'a.css',
  );
  expect(rules[0]?.media).toEqual({ paper: 'B5' });
  expect(pages.map((page) => page.media)).toEqual([{}, { paper: 'B5' }]);
});

test('what the sheet does not know is refused with its place', () => {
  expect(() => parseSheet('p { color: #fff }', 'a.css')).toThrow('a.css:1: color');
  expect(() => parseSheet('\np:hover { width: 1pt }', 'a.css')).toThrow('a.css:2');
  expect(() => parseSheet('@import "x";', 'a.css')).toThrow('a.css:1');
});
