import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { paginate } from '../../../src/page/paginate.ts';
import { parseSheet } from '../../../src/style/parse-sheet.ts';
import { styleBoxes } from '../../../src/style/style-boxes.ts';
import type { StyledBox, StyledDocument } from '../../../src/style/types.ts';

const styled = (html: string, css = '', media = {}, fillable = false): StyledDocument => {
  const { value, problems } = parseDocument(html);
  expect(problems).toEqual([]);
  const page = '@page { size: 220pt 300pt; margin: 10pt 10pt 10pt 10pt }';
  return styleBoxes(value!, [parseSheet(page, 'page.css'), parseSheet(css, 'a.css')], {
    media,
    fillable,
    ruby: true,
  });
};
const first = (document: StyledDocument): StyledBox => document.flow.children[0]!;
const roles = (document: StyledDocument): string[] =>
  document.structure.map(
    ({ type, parent }) => `${parent === null ? '' : document.structure[parent]?.type} > ${type}`,
  );

test('widths come from the page inwards: margins, borders, padding, columns', () => {
  const html = '<section class="r"><p lang="ja">a</p><p lang="ja">b</p></section>';
  const box = first(
    styled(html, '.r { display: row; columns: 50pt 1fr; column-gap: 10pt; padding: 0 5pt; border: 1pt }'),
  );
  expect(box.frame.widthPt).toBe(200);
  if (box.kind !== 'row') throw new Error('no row');
  expect(box.cells.map((cell) => [cell.box.frame.xPt, cell.box.frame.widthPt])).toEqual([
    [0, 50],
    [60, 128],
  ]);
});

test('text properties are inherited, box properties are not', () => {
  const document = styled(
    '<section><p lang="ja">a</p></section>',
    'section { font-size: 20pt; margin-top: 7pt }',
  );
  const box = first(document);
  if (box.kind !== 'stack' || box.children[0]?.kind !== 'paragraph') throw new Error('no paragraph');
  expect(box.children[0].sizePt).toBe(20);
  expect(box.children[0].frame.marginTopPt).toBe(0);
});

test('the heavier selector wins, among equals the later', () => {
  const css = 'p.a { font-size: 9pt } p { font-size: 8pt } .a { line-height: 12pt } .a { line-height: 13pt }';
  const box = first(styled('<p class="a" lang="ja">x</p>', css));
  if (box.kind !== 'paragraph') throw new Error('no paragraph');
  expect([box.sizePt, box.style.leadingPt]).toEqual([9, 13]);
});

test('a rule about what stands in something holds there only, and :lang() in its languages', () => {
  const css =
    '.a p { font-size: 7pt } .b > p { font-size: 8pt } section.a section p.c { font-size: 9pt } p:lang(zh) { line-height: 20pt }';
  const html =
    '<p lang="ja">1</p><section class="a"><p lang="ja">2</p><section class="b"><p lang="ja">3</p>' +
    '<section><p class="c" lang="zh-Hans">4</p><p lang="ja">5</p></section></section></section>' +
    '<section class="b"><section><p lang="ja">6</p></section></section>';
  const sizes: number[][] = [];
  const walk = (box: StyledBox): void => {
    if (box.kind === 'stack') for (const child of box.children) walk(child);
    if (box.kind === 'paragraph') sizes.push([box.sizePt, box.style.leadingPt]);
  };
  walk(styled(html, css).flow);
  expect(sizes).toEqual([
    [10.5, 15.75],
    [7, 15.75],
    [8, 15.75],
    [9, 20],
    [7, 15.75],
    [10.5, 15.75],
  ]);
});

test('rules of another paper do not hold', () => {
  const css = '@media (paper: B5) { p { font-size: 9pt } }';
  const size = (paper: string): number => {
    const box = first(styled('<p lang="ja">x</p>', css, { paper }));
    return box.kind === 'paragraph' ? box.sizePt : 0;
  };
  expect([size('A4'), size('B5')]).toEqual([10.5, 9]);
});

test('children beyond the last column of a row are stacked in it', () => {
  const html = '<section class="r"><p lang="ja">a</p><p lang="ja">b</p><p lang="ja">c</p></section>';
  const box = first(styled(html, '.r { display: row; columns: 50pt 1fr }'));
  if (box.kind !== 'row') throw new Error('no row');
  expect(box.cells.map((cell) => cell.box.kind)).toEqual(['paragraph', 'stack']);
});

test('a grid filled by columns is read column by column', () => {
  const html = `<section class="g">${['a', 'b', 'c'].map((t) => `<p lang="ja">${t}</p>`).join('')}</section>`;
  const box = first(styled(html, '.g { display: grid; columns: 1fr 1fr; flow: column }'));
  if (box.kind !== 'row') throw new Error('no row');
  const texts = box.cells.map((cell) =>
    cell.box.kind === 'stack'
      ? cell.box.children.map((child) =>
          child.kind === 'paragraph' && child.inlines[0]?.kind === 'text' ? child.inlines[0].text : '',
        )
      : [],
  );
  expect(texts).toEqual([['a', 'b'], ['c']]);
});

test('check items are list items with box and number in their label', () => {
  const document = styled('<ul lang="ja"><check-item number="5" checked alt="x"><p>a</p></check-item></ul>');
  expect(roles(document)).toEqual([
    ' > Document',
    'Document > L',
    'L > LI',
    'LI > Lbl',
    'LI > LBody',
    'Lbl > Figure',
    'LBody > P',
  ]);
});

test('a named check item is a field only in a fillable document', () => {
  const html = '<ul lang="ja"><check-item name="a" tip="b"><p>c</p></check-item></ul>';
  expect(roles(styled(html))).not.toContain('Lbl > Form');
  expect(roles(styled(html, '', {}, true))).toContain('Lbl > Form');
});

test('a head of several rows says so, and a row may have columns of its own', () => {
  const html =
    '<table><tr><th scope="row" rowspan="2" lang="ja">a</th><td lang="ja">b</td></tr><tr class="more"><td colspan="1" lang="ja">c</td></tr></table>';
  const css = 'table { columns: 50pt 100pt } .more { columns: 70pt; padding-left: 50pt }';
  const document = styled(html, css);
  expect(document.structure.find(({ type }) => type === 'TH')).toMatchObject({ scope: 'Row', rowSpan: 2 });
  const table = first(document);
  const body = table.kind === 'stack' ? table.children[0] : undefined;
  const rows = body?.kind === 'stack' ? body.children : [];
  const cells = rows.map((row) => (row.kind === 'row' ? row.cells.map(({ box }) => box.frame.widthPt) : []));
  expect(cells).toEqual([[50, 100], [70]]);
});

test('running heads and feet stand outside the flow and the structure', () => {
  const document = styled(
    '<running-foot first="no"><p lang="ja">a<page-number></page-number></p></running-foot><p lang="ja">b</p>',
  );
  expect(document.flow.children).toHaveLength(1);
  expect(document.feet.map(({ pages }) => pages)).toEqual(['others']);
  expect(roles(document)).toEqual([' > Document', 'Document > P']);
});

test('a property for one side leaves the other sides as they are', () => {
  const box = first(
    styled('<p lang="ja">a</p>', 'p { padding: 1pt 2pt; padding-left: 5pt; border-top: 1pt }'),
  );
  expect(box.frame.style.padding).toEqual({ topPt: 1, rightPt: 2, bottomPt: 1, leftPt: 5 });
  expect(box.frame.style.border).toEqual({ topPt: 1, rightPt: 0, bottomPt: 0, leftPt: 0 });
});

test('a property that the sheet does not have is an error', () => {
  expect(() => styled('<p lang="ja">a</p>', 'p { color: red }')).toThrow('color');
});

test('a compound whose reading is too long for one of its characters is set as a whole (JLREQ 3.3.7)', () => {
  const parts = (html: string): string[] => {
    const box = first(styled(`<p lang="ja">${html}</p>`));
    const ruby = box.kind === 'paragraph' ? box.inlines[0] : undefined;
    return ruby?.kind === 'ruby'
      ? [ruby.mode, ...ruby.parts.map(({ base, reading }) => `${base}=${reading}`)]
      : [];
  };
  expect(parts('<ruby>予<rt>よ</rt>約<rt>やく</rt></ruby>')).toEqual(['jukugo', '予=よ', '約=やく']);
  expect(parts('<ruby>料<rt>りょう</rt>金<rt>きん</rt></ruby>')).toEqual(['group', '料金=りょうきん']);
});

test('a bookmark names its heading in both languages, wherever the other stands', () => {
  const html =
    '<section><h2 lang="ja">質問</h2><p lang="zh-Hans">问题</p><p lang="zh-Hans">正文</p></section>' +
    '<section><h2 lang="zh-Hans">费用<span lang="ja">料金</span></h2><p lang="zh-Hans">正文</p></section>';
  const titles = styled(html).flow.children.flatMap((box) =>
    box.kind === 'stack' ? box.children.flatMap(({ frame }) => frame.outline?.title ?? []) : [],
  );
  expect(titles).toEqual(['質問 问题', '费用 料金']);
});

test('a space between two readings stays in the bookmark', () => {
  const html = '<h1 lang="ja"><ruby>電話<rt>でんわ</rt></ruby> <ruby>解約<rt>かいやく</rt></ruby></h1>';
  expect(first(styled(html)).frame.outline?.title).toBe('電話 解約');
});

test('a box to tick is told by its number and its first language', () => {
  const html =
    '<ul lang="ja"><check-item number="3" name="a"><p lang="zh-Hans">3月</p>' +
    '<section lang="zh-Hans"><p class="first">解约</p></section><p class="second">解約</p></check-item></ul>';
  const { structure } = styled(html, '', {}, true);
  expect(structure.find(({ type }) => type === 'Form')).toMatchObject({ alt: '3 解约', lang: 'zh-Hans' });
});

test('a link that is cut on paper is told whole', () => {
  const html =
    '<p lang="ja"><a href="https://a.jp/b/c">a.jp/…</a><a href="https://a.jp/b/">a.jp/b</a><a href="https://a.jp">公式</a></p>';
  const contents = [...styled(html).links.values()].map((link) => link.contents);
  expect(contents).toEqual(['https://a.jp/b/c', 'a.jp/b', '公式']);
});

test('a span with another text is heard as that', () => {
  const { structure } = styled('<p lang="ja"><span alt="情報なし">—</span><span>あ</span></p>');
  expect(structure.slice(1)).toEqual([
    { type: 'P', parent: 0, lang: 'ja' },
    { type: 'Span', parent: 1, lang: 'ja', alt: '情報なし' },
  ]);
});

test('a time line tells its bars, then its events by their days', () => {
  const event = (day: string) =>
    `<time-event story="number" from="${day}" to="${day}" mark="stem" weight="light" rank="1"><p>${day}</p></time-event>`;
  const bar = '<time-bar story="number" from="2027-02-01" to="2027-02-09" state="solid"><p>b</p></time-bar>';
  const html = `<time-line lang="ja" from="2027-02-01" to="2027-02-20">${event('2027-02-09')}${event('2027-02-03')}${bar}</time-line>`;
  const document = styled(html);
  const line = first(document);
  if (line.kind !== 'time-line') throw new Error('no time line');
  expect(document.structure[line.frame.struct!]).toMatchObject({ type: 'L', ordered: true });
  const [late, early] = line.events.map(({ lines }) => lines[0]!.frame.struct!);
  const [label] = line.bars.map((told) => told.label[0]!.frame.struct!);
  const itemOf = (struct: number): number => {
    const body = document.structure[struct]!.parent!;
    return document.structure[body]!.parent!;
  };
  expect([label!, early!, late!].map(itemOf)).toEqual(
    [label!, early!, late!].map(itemOf).sort((a, b) => a - b),
  );
});

test('words without their readings are one text with what stands around them, fields stay their own', () => {
  const textsOf = (html: string): string[] => {
    const box = first(styled(`<p lang="ja">${html}</p>`, 'p { ruby: none } strong { font-weight: bold }'));
    return box.kind === 'paragraph'
      ? box.inlines.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind))
      : [];
  };
  expect(textsOf('ご<ruby>予<rt>よ</rt>約<rt>やく</rt></ruby>の<strong>日</strong>')).toEqual([
    'ご予約の',
    '日',
  ]);
  expect(textsOf('<span field="date">3月</span><span field="date">4月</span>')).toEqual(['3月', '4月']);
});

test('boxes and blanks among words are heard, a line to write on alone is only paper', () => {
  const alts = (html: string): (string | undefined)[] => {
    const box = first(styled(html));
    const document = styled(html);
    return box.kind === 'paragraph'
      ? box.inlines.flatMap((inline) =>
          inline.kind === 'object' && inline.struct !== null ? [document.structure[inline.struct]?.alt] : [],
        )
      : [];
  };
  const [box, blank] = ['\u25a1', '\uff3f\uff3f'];
  expect(alts('<p lang="ja"><check-box></check-box>にチェックを</p>')).toEqual([box]);
  expect(alts('<p lang="ja"><check-box checked alt="あり"></check-box>あり</p>')).toEqual(['あり']);
  expect(alts('<p lang="ja">20<fill-in width="8mm"></fill-in>年</p>')).toEqual([blank]);
  expect(alts('<p lang="ja"><fill-in></fill-in></p>')).toEqual([]);
});

test('a code is a link, named by its alternative text', () => {
  const document = styled('<qr-code href="https://a.jp" alt="公式" lang="ja"></qr-code>');
  expect(roles(document)).toEqual([' > Document', 'Document > P', 'P > Link', 'Link > Figure']);
  const { pages } = paginate(document, new Map(), () => null).document;
  expect(pages[0]!.items.map((item) => [item.kind, document.structure[item.struct!]!.type])).toEqual([
    ['path', 'Figure'],
    ['link', 'Link'],
  ]);
  expect(pages[0]!.items[1]).toMatchObject({ href: 'https://a.jp', contents: '公式' });
});
