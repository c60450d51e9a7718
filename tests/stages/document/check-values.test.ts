import { expect, test } from 'vitest';
import { checkValues, wantedInstead } from '../../../src/document/check-values.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';

const check = (html: string) => {
  const { value, problems } = parseDocument(html);
  expect(problems).toEqual([]);
  return checkValues(value!.root).map(({ code, path, values }) => [
    code,
    path,
    values?.attribute,
    values?.wanted,
  ]);
};

test('values of a filled fragment are checked, with the path of their element', () => {
  expect(check('<section><p lang="ja">a<fill-in width="wide"></fill-in></p></section>')).toEqual([
    ['wrong-attribute-value', 'section/p/fill-in', 'width', '8mm'],
  ]);
  expect(check('<p lang="ja"><a href="https://example.jp/&#35299;">a</a></p>')).toEqual([
    ['wrong-attribute-value', 'p/a', 'href', 'URL (ASCII)'],
  ]);
  expect(
    check('<p lang="ja"><span lang="j">a</span><confidence-mark level=""></confidence-mark></p>'),
  ).toEqual([
    ['wrong-attribute-value', 'p/span', 'lang', 'zh-Hans, ja, en'],
    ['wrong-attribute-value', 'p/confidence-mark', 'level', 'high | medium | low'],
  ]);
});

test('what cannot be drawn without an attribute has it, and a span ends after it begins', () => {
  expect(check('<qr-code></qr-code><time-line to="2027-02-01"></time-line>')).toEqual([
    ['missing-attribute', 'qr-code', 'href', undefined],
    ['missing-attribute', 'time-line', 'from', undefined],
  ]);
  expect(check('<time-line from="2027-02-02" to="2027-02-01"></time-line>')).toEqual([
    ['wrong-attribute-value', 'time-line', 'to', '≥ 2027-02-02'],
  ]);
});

test('a day is one of the calendar', () => {
  expect(['2027-02-28', '2028-02-29', '2027-12-31'].map((day) => wantedInstead('day', day))).toEqual([
    null,
    null,
    null,
  ]);
  for (const day of ['2027-02-29', '2027-04-31', '2027-13-01', '2027-1-1', ''])
    expect(wantedInstead('day', day)).toBe('YYYY-MM-DD');
});

const codes = (html: string) => {
  const { value, problems } = parseDocument(html);
  return [...problems, ...(value ? checkValues(value.root) : [])].map(({ code, path }) => `${code} ${path}`);
};
const nested = (name: string, depth: number) => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);

test('what no page can be made of is told', () => {
  const item = '<check-item name="a"><p lang="ja">あ</p></check-item>';
  expect(codes(`<p lang="ja">あ<page-number></page-number></p>`)).toEqual([
    'misplaced-element p/page-number',
  ]);
  expect(codes(`<section><running-foot><p lang="ja">あ</p></running-foot></section>`)).toEqual([
    'misplaced-element section/running-foot',
  ]);
  expect(codes('<time-line from="2027-02-01" to="2027-02-02"><p lang="ja">あ</p></time-line>')).toEqual([
    'misplaced-element time-line/p',
  ]);
  expect(codes(`<ul>${item}${item}</ul>`)).toEqual(['name-twice ul/check-item']);
  expect(
    codes(`<running-foot><p lang="ja"><page-number></page-number></p></running-foot><ul>${item}</ul>`),
  ).toEqual([]);
});

test.each([
  ['blocks', nested('section', 3000)],
  ['running text', `<p lang="ja">${nested('span', 3000)}</p>`],
  ['blocks that HTML reads its own way', `<p lang="ja">あ</p><br>${nested('section', 3000)}`],
])('%s in one another without end are told once and fill no stack', (_, html) => {
  expect(codes(html).filter((code) => code.startsWith('markup-too-deep'))).toHaveLength(1);
});
