import { expect, test } from 'vitest';
import { dumpTree } from '../../../src/document/dump-tree.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';

const tree = (html: string): string => {
  const { value, problems } = parseDocument(html);
  expect(problems).toEqual([]);
  return dumpTree(value!);
};
const codes = (html: string): string[] => parseDocument(html).problems.map((p) => p.code);

test('texts take the language of the nearest element that has one', () => {
  expect(tree('<section lang="ja"><p>契約<span lang="zh-Hans">合同</span>者</p></section>')).toBe(
    'section\n  p\n    "契約" [ja]\n    span\n      "合同" [zh-Hans]\n    "者" [ja]\n',
  );
});

test('a source line end between wide characters vanishes, elsewhere it is a space (R26)', () => {
  expect(tree('<p lang="ja">\n  予約\n  日を\n  SIM\n  card\n</p>')).toBe('p\n  "予約日を SIM card" [ja]\n');
  expect(tree('<p lang="ja"><span>合同</span>\n<span>契約</span></p>')).toContain('"契約"');
  expect(tree('<p lang="ja">A <span> B</span></p>')).toBe('p\n  "A " [ja]\n  span\n    "B" [ja]\n');
});

test('a space inside a line stays one space', () => {
  expect(tree('<p><span lang="zh-Hans">合同</span> <span lang="ja">契約</span></p>')).toContain('" "');
});

test('values that look like markup stay text', () => {
  expect(tree('<p lang="en">A&amp;B &lt;p&gt;</p>')).toBe('p\n  "A&B <p>" [en]\n');
});

test('what is not known is a Problem', () => {
  expect(codes('<p>解約</p>')).toEqual(['text-without-language']);
  expect(codes('<div></div>')).toEqual(['unknown-element']);
  expect(codes('<p style="x" lang="ja">a</p>')).toEqual(['unknown-attribute']);
  expect(codes('<section lang="ja">解約</section>')).toEqual(['text-outside-paragraph']);
  expect(codes('<section><span lang="ja">a</span></section>')).toEqual(['misplaced-element']);
  expect(codes('<section><choice lang="ja">a</choice></section>')).toEqual(['misplaced-element']);
});

test('a base and its reading are text: what stands in them otherwise is no part of a line', () => {
  const ruby = (inside: string): string[] => codes(`<p lang="ja">前<ruby>${inside}</ruby>後</p>`);
  expect(ruby('予<rt>よ</rt>約<rt>やく</rt>')).toEqual([]);
  expect(ruby('<strong>予</strong><rt>よ</rt>約<rt>やく</rt>')).toEqual(['misplaced-element']);
  expect(ruby('予<br>約<rt>よやく</rt>')).toEqual(['misplaced-element']);
  expect(ruby('予<rt><em>よ</em></rt>')).toEqual(['misplaced-element']);
});

test('spaces around an object stay, at the edges and at source line ends they go', () => {
  const html = '<p lang="ja"> <page-number></page-number> / <page-total></page-total> </p>';
  expect(tree(html)).toContain('" / " [ja]');
  expect(tree('<p lang="ja">20<fill-in></fill-in>\n年</p>')).toContain('"年" [ja]');
});
