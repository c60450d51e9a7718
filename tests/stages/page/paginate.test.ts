import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { listParagraphs } from '../../../src/line/set-lines.ts';
import type { Line } from '../../../src/line/types.ts';
import { dumpText } from '../../../src/page/dump-pages.ts';
import { paginate } from '../../../src/page/paginate.ts';
import type { PagedDocument } from '../../../src/page/types.ts';
import type { Problem } from '../../../src/problem.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import { styleBoxes } from '../../../src/style/style-boxes.ts';
import type { ParagraphBox } from '../../../src/style/types.ts';

/** Every `/` ends a line; widths are ten points a character. */
function setBySlashes(box: ParagraphBox): Line[] {
  const text = box.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return text.split('/').map(
    (part): Line => ({
      widthPt: 10 * part.length,
      break: 'end',
      fragments: [
        {
          kind: 'text',
          xPt: 0,
          risePt: 0,
          text: part,
          face: 'jp-regular',
          sizePt: box.sizePt,
          lang: 'ja',
          struct: box.inlines[0]?.kind === 'text' ? box.inlines[0].struct : null,
          adjustEm: null,
          role: 'text',
          rubyGroup: 0,
        },
      ],
    }),
  );
}

/** A page holds ten lines of ten points. */
function pages(html: string, css = ''): { document: PagedDocument; problems: Problem[] } {
  const { value, problems } = parseDocument(`<section lang="ja">${html}</section>`);
  expect(problems).toEqual([]);
  const base = '@page { size: 200pt 120pt; margin: 10pt } section, ul { font-size: 10pt; line-height: 10pt }';
  const styled = styleBoxes(value!, [parseSheet(`${base}${css}`, 'a.css')], {
    media: {},
    fillable: false,
    ruby: true,
  });
  const lines = new Map(listParagraphs(styled.flow).map((box) => [box, setBySlashes(box)]));
  return paginate(styled, lines, () => null);
}
const texts = (html: string, css = ''): string[][] =>
  dumpText(pages(html, css).document)
    .split('\n\n')
    .map((page) => page.trim().split('\n'));
const p = (count: number, name = 'x'): string =>
  Array.from({ length: count }, (_, i) => `<p>${name}${i + 1}</p>`).join('');

test('a page is filled to its last line and no further', () => {
  expect(texts(p(11)).map((page) => page.length)).toEqual([10, 1]);
});

test('margins collapse between neighbours and vanish at the top of a page', () => {
  const { document } = pages('<p>a</p><p>b</p>', 'p { margin-top: 5pt; margin-bottom: 3pt }');
  const [a, b] = document.pages[0]!.items;
  expect(a?.kind === 'text' && b?.kind === 'text' ? b.yPt - a.yPt : 0).toBeCloseTo(15);
});

test('what is optional fills a page and never opens one', () => {
  const notes = p(4, 'note').replaceAll('<p>', '<p class="note">');
  expect(texts(`${p(8)}${notes}`, '.note { optional: 1 }').map((page) => page.length)).toEqual([10]);
});

test('what fills comes as often as its page has room, never opens one and is read once', () => {
  const html = `${p(7)}<p class="line">_</p>${p(2, 'y')}`;
  expect(texts(html, '.line { repeat: fill }')).toEqual([
    [...Array.from({ length: 7 }, (_, i) => `x${i + 1}`), '_', '_', '_'],
    ['y1', 'y2'],
  ]);
  expect(texts(`${p(10)}<p class="line">_</p>`, '.line { repeat: fill }')).toHaveLength(1);
  const items = pages(html, '.line { repeat: fill }').document.pages[0]!.items.slice(7);
  expect(items.map(({ struct }) => struct === null)).toEqual([false, true, true]);
});

test('a heading stays with what follows', () => {
  expect(texts(`${p(9)}<h2>h</h2><p>a</p>`, 'h2 { break-after: avoid }')[1]).toEqual(['h', 'a']);
});

test('neither the first nor the last line of a paragraph stands alone (R49)', () => {
  expect(texts(`${p(9)}<p>a/b/c/d</p>`)[1]).toEqual(['a', 'b', 'c', 'd']);
  expect(texts(`${p(7)}<p>a/b/c/d</p>`).map((page) => page.length)).toEqual([9, 2]);
  expect(texts(`${p(5)}<p>a/b/c/d/e/f</p>`).map((page) => page.length)).toEqual([9, 2]);
});

test('what is kept together moves to the next page whole', () => {
  expect(texts(`${p(8)}<keep>${p(3, 'k')}</keep>`)[1]).toEqual(['k1', 'k2', 'k3']);
});

test('a head comes again when its parent is continued, and only once to a reader', () => {
  const html = `<section class="t"><p class="head">h</p>${p(11)}</section>`;
  const css = '.head { repeat: head }';
  expect(texts(html, css).map((page) => page[0])).toEqual(['h', 'h']);
  const items = pages(html, css).document.pages.map((page) => page.items[0]);
  expect(items[0]?.struct).not.toBeNull();
  expect(items[1]?.struct).toBeNull();
});

test('a bookmark leads to where a heading is read, not to where it comes again', () => {
  const html = `<section><h2 class="head">h</h2>${p(11)}<h2>i</h2></section>`;
  const { outline } = pages(html, '.head { repeat: head }').document;
  expect(outline.map(({ title, pageIndex }) => [title, pageIndex])).toEqual([
    ['h', 0],
    ['i', 1],
  ]);
});

test('a continued head stands only where its parent is continued', () => {
  const html = `<section><p class="again">h2</p>${p(11)}</section>`;
  expect(texts(html, '.again { repeat: continued }')).toEqual([
    Array.from({ length: 10 }, (_, i) => `x${i + 1}`),
    ['h2', 'x11'],
  ]);
});

test('so many children of a stack stay together at its start and its end', () => {
  const list = `<ul>${'<li><p>i</p></li>'.repeat(3)}</ul>`;
  expect(texts(`${p(9)}${list}`, 'ul { orphans: 2 }')[1]).toHaveLength(3);
});

test('a page break begins a new page, once', () => {
  expect(texts('<p>a</p><page-break></page-break><page-break></page-break><p>b</p>')).toEqual([['a'], ['b']]);
});

test('a box taller than the page is a Problem', () => {
  expect(pages(`<keep>${p(11)}</keep>`).problems.map((problem) => problem.code)).toEqual(['box-too-tall']);
});

test('cells of a row stand side by side, on one baseline where they ask for it', () => {
  const html = '<section class="r"><p class="big">a</p><p>b</p></section>';
  const css =
    '.r { display: row; columns: 50pt 50pt } .r p { vertical-align: baseline } .big { font-size: 20pt; line-height: 30pt }';
  const [a, b] = pages(html, css).document.pages[0]!.items;
  expect(a?.kind === 'text' && b?.kind === 'text' ? [a.yPt === b.yPt, b.xPt - a.xPt] : []).toEqual([
    true,
    50,
  ]);
});

test('a cell that hangs makes its row no taller: the label of several rows', () => {
  const row = (cells: string, name = ''): string => `<tr class="${name}">${cells}</tr>`;
  const table = `<table>${row('<th class="label" scope="row" rowspan="2">l/m/n</th><td>a</td>')}${row('<td>b</td>', 'more')}</table>`;
  const css =
    'table { columns: 50pt 50pt } .label { vertical-align: hanging } .more { columns: 50pt; padding-left: 50pt }';
  const { items } = pages(table, css).document.pages[0]!;
  const places = items.map((item) => (item.kind === 'text' ? [item.text, item.xPt, item.yPt] : []));
  const [[, x, y]] = places as [string, number, number][] as [[string, number, number]];
  expect(places).toEqual([
    ['l', x, y],
    ['m', x, y + 10],
    ['n', x, y + 20],
    ['a', x + 50, y],
    ['b', x + 50, y + 10],
  ]);
});

test('a closed page leaves out what is optional, the highest number first, and only when it must', () => {
  const css = '.closed { break-inside: avoid } .a { optional: 1 } .b { optional: 2 }';
  const html = (count: number): string =>
    `<section class="closed">${p(count)}<p class="a">a</p><p class="b">b</p></section>`;
  expect(texts(html(8), css)[0]?.slice(8)).toEqual(['a', 'b']);
  expect(texts(html(9), css)[0]?.slice(9)).toEqual(['a']);
  expect(texts(html(10), css)[0]?.slice(10)).toEqual([]);
});

test('what a closed page left out for nothing comes back, the most wanted first', () => {
  const css =
    '.closed { break-inside: avoid } .a { optional: 1 } .big { optional: 2 } .c { optional: 3 } .d { optional: 4 }';
  const html = (count: number): string =>
    `<section class="closed">${p(count)}<section class="big">${p(4, 'big')}</section>
    <p class="a">a</p><p class="c">c</p><p class="d">d</p></section>`;
  expect(texts(html(4), css)[0]?.slice(4)).toEqual(['big1', 'big2', 'big3', 'big4', 'a', 'c']);
  expect(texts(html(6), css)[0]?.slice(6)).toEqual(['a', 'c', 'd']);
  expect(texts(html(8), css)[0]?.slice(8)).toEqual(['a', 'c']);
  expect(texts(html(10), css)[0]?.slice(10)).toEqual([]);
});

const COLUMNS = '.list { display: grid; columns: 80pt 80pt; flow: column }';
const list = (count: number): string => `<section class="list">${p(count)}</section>`;
/** The texts of each page, by column. */
const columnsOf = (html: string, css = COLUMNS): string[][] =>
  pages(html, css).document.pages.map(({ items }) => {
    const at = (xPt: number) =>
      items.flatMap((item) => (item.kind === 'text' && item.xPt === xPt ? item.text : '')).join('');
    return [at(10), at(90)];
  });

test('columns end with the page, go on on the next, and are even at the last', () => {
  expect(columnsOf(`${p(4, 'a')}${list(16)}`)).toEqual([
    ['a1a2a3a4x1x2x3x4x5', 'x6x7x8x9x10'],
    ['x11x12x13', 'x14x15x16'],
  ]);
  expect(columnsOf(list(41)).map(([left]) => left)).toEqual([
    'x1x2x3x4x5x6x7x8x9x10',
    'x21x22x23x24x25x26x27x28',
    'x36x37x38',
  ]);
  expect(columnsOf(list(7))).toEqual([['x1x2x3x4', 'x5x6x7']]);
});

test('columns begin on a page only where three lines of each have room, and are whole where told to', () => {
  const begins = (before: number) =>
    columnsOf(`${p(before, 'a')}${list(14)}`)[0]!
      .join('')
      .includes('x1');
  expect(begins(7)).toBe(true);
  expect(begins(8)).toBe(false);
  const kept = columnsOf(`${p(4, 'a')}${list(16)}`, `${COLUMNS} .list { break-inside: avoid }`);
  expect(kept[0]!.join('')).toBe('a1a2a3a4');
});

test('a heading stays with the beginning of the columns below it', () => {
  const css = `${COLUMNS} h2 { break-after: avoid }`;
  expect(columnsOf(`${p(7, 'a')}<h2>h</h2>${list(20)}`, css)[1]![0]).toMatch(/^h?x1/u);
  expect(columnsOf(`${p(6, 'a')}<h2>h</h2>${list(20)}`, css)[0]![0]).toBe('a1a2a3a4a5a6hx1x2x3');
});

test('columns that go on have the head of their parent again', () => {
  const css = `${COLUMNS} .c { repeat: continued }`;
  const html = `<section><p class="c">c</p>${list(30)}</section>`;
  expect(columnsOf(html, css).map(([left]) => left!.slice(0, 1))).toEqual(['x', 'c']);
});

test('an item of columns that is taller than a page is an error, not an endless list', () => {
  const { problems } = pages(`<section class="list"><p>${'x/'.repeat(14)}x</p><p>y</p></section>`, COLUMNS);
  expect(problems.map(({ code }) => code)).toEqual(['box-too-tall']);
});

test('a dashed border is drawn in dashes, whole or on one side, and a solid one is not', () => {
  const dashes = (css: string): unknown[] =>
    pages('<section class="a"><p>x</p></section>', `.a { ${css} }`)
      .document.pages.flatMap(({ items }) => items)
      .flatMap((item) => (item.kind === 'path' ? [item.stroke?.dashPt] : []));
  expect(dashes('border: 1pt; border-style: dashed')).toEqual([[3, 2]]);
  expect(dashes('border-top: 1pt; border-style: dashed')).toEqual([[3, 2]]);
  expect(dashes('border-top: 1pt; border-style: solid')).toEqual([undefined]);
});
