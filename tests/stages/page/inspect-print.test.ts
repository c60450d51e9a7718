import { expect, test } from 'vitest';
import type { Measure } from '../../../src/font/types.ts';
import { inspectPrint } from '../../../src/page/inspect-print.ts';
import { PageBuilder } from '../../support/pages.ts';

/** Every character one em wide. */
const square: Measure = { advanceEm: () => 1 };

function codesOf(build: (builder: PageBuilder) => void): string[] {
  const builder = new PageBuilder('t', 'zh-Hans');
  build(builder);
  return inspectPrint(builder.document, square).map(({ code }) => code);
}

test('a usual page has nothing to report', () => {
  const codes = codesOf((builder) => {
    builder.text(null, '解约', { sizePt: 8.5 });
    builder.rule();
    builder.path({
      operators: [['re', 48, 300, 200, 12]],
      fill: 0.89,
      stroke: { widthPt: 0.5 },
      struct: null,
    });
    builder.path({ operators: [['re', 48, 330, 20, 20]], fill: 0, struct: null });
  });
  expect(codes).toEqual([]);
});

test('ink within ten millimetres of an edge, where the last characters are too', () => {
  const right = 595.28 - 28.35;
  expect(codesOf((builder) => builder.text(null, '解约', { sizePt: 10, xPt: right - 20 }))).toEqual([]);
  expect(codesOf((builder) => builder.text(null, '解约', { sizePt: 10, xPt: right - 19 }))).toEqual([
    'print-near-edge',
  ]);
  expect(codesOf((builder) => builder.box(null, 28.3, 100, 9))).toEqual(['print-near-edge']);
  expect(codesOf((builder) => builder.text(null, '底', { yPt: 825 }))).toEqual(['print-near-edge']);
});

test('what is added after the last character does not count', () => {
  const right = 595.28 - 28.35;
  const codes = codesOf((builder) =>
    builder.text(null, '解约', { sizePt: 10, xPt: right - 22, adjustEm: [0.1, 0.5] }),
  );
  expect(codes).toEqual([]);
});

test('nor does the blank half of a mark at the end', () => {
  const right = 595.28 - 28.35;
  const ends = (trimEm: number) => (builder: PageBuilder) =>
    builder.text(null, '解约。', { sizePt: 10, xPt: right - 26, adjustEm: [0, 0, trimEm] });
  expect(codesOf(ends(-0.5))).toEqual([]);
  expect(codesOf(ends(-0.3))).toEqual(['print-near-edge']);
});

test('small text, but readings may be smaller', () => {
  expect(codesOf((builder) => builder.text(null, '小', { sizePt: 8.4 }))).toEqual(['print-small-text']);
  const reading = (sizePt: number) => (builder: PageBuilder) =>
    builder.text(builder.node('RT', builder.node('Ruby', null)), 'かな', { sizePt });
  expect(codesOf(reading(6))).toEqual([]);
  expect(codesOf(reading(5.9))).toEqual(['print-small-text']);
});

test('the reading of a heading that is repeated has no node, and may be smaller too', () => {
  const repeated = (sizePt: number, abovePt: number) => (builder: PageBuilder) => {
    builder.text(null, '解約', { sizePt: 12, xPt: 60, yPt: 100 });
    builder.text(null, 'かい', { sizePt, xPt: 60, yPt: 100 - abovePt });
    builder.text(null, 'やく', { sizePt, xPt: 72, yPt: 100 - abovePt });
  };
  expect(codesOf(repeated(6, 11.3))).toEqual([]);
  expect(codesOf(repeated(5.9, 11.3))).toEqual(['print-small-text']);
  expect(codesOf(repeated(6, 0))).toEqual(['print-small-text']);
  expect(codesOf(repeated(8, 11.3))).toEqual(['print-small-text']);
});

test('thin lines, grey without an outline, dark grey, fields', () => {
  const operators: [['re', number, number, number, number]] = [['re', 48, 300, 200, 12]];
  expect(codesOf((builder) => builder.path({ operators, stroke: { widthPt: 0.4 }, struct: null }))).toEqual([
    'print-thin-line',
  ]);
  expect(codesOf((builder) => builder.path({ operators, fill: 0.89, struct: null }))).toEqual(['print-gray']);
  expect(
    codesOf((builder) => builder.path({ operators, fill: 0.5, stroke: { widthPt: 1 }, struct: null })),
  ).toEqual(['print-gray']);
  expect(
    codesOf((builder) =>
      builder.checkBox(builder.node('Form', null), { name: 'a', tip: 'b', checked: false }),
    ),
  ).toEqual(['print-has-fields']);
});

test('each page is named once for each kind', () => {
  const builder = new PageBuilder('t', 'zh-Hans');
  builder.addPage();
  builder.text(null, '小', { sizePt: 8 });
  builder.text(null, '更小', { sizePt: 7 });
  expect(inspectPrint(builder.document, square)).toEqual([
    {
      severity: 'error',
      code: 'print-small-text',
      path: '',
      values: { page: 2, found: 7, text: '更小' },
    },
  ]);
});
