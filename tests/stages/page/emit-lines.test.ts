import { expect, test } from 'vitest';
import type { Fragment, Line, TextFragment } from '../../../src/line/types.ts';
import { emitParagraph } from '../../../src/page/emit-lines.ts';
import type { LayoutContext } from '../../../src/page/layout-context.ts';
import type { PageItem } from '../../../src/page/types.ts';
import { openCascade } from '../../../src/style/cascade.ts';
import { makeFrame } from '../../../src/style/frame.ts';
import type { ParagraphBox, StructNode } from '../../../src/style/types.ts';

const text = (characters: string, xPt: number, more: Partial<TextFragment> = {}): TextFragment => ({
  kind: 'text',
  xPt,
  risePt: 0,
  text: characters,
  face: 'jp-regular',
  sizePt: 10,
  lang: 'ja',
  struct: 1,
  adjustEm: null,
  role: 'text',
  rubyGroup: 0,
  ...more,
});
const base = (characters: string, xPt: number, rubyGroup: number): TextFragment =>
  text(characters, xPt, { role: 'ruby-base', rubyGroup });
const reading = (characters: string, xPt: number, rubyGroup: number): TextFragment =>
  text(characters, xPt, { role: 'ruby-text', rubyGroup, risePt: 9.4, sizePt: 5 });
const line = (widthPt: number, ...fragments: Fragment[]): Line => ({ fragments, widthPt, break: 'normal' });

const style = { ...openCascade([], {}).root.style };
const box: ParagraphBox = {
  kind: 'paragraph',
  frame: makeFrame(style, 100, 1),
  inlines: [],
  sizePt: 10,
  style: {
    measurePt: 100,
    leadingPt: 16,
    align: 'start',
    strictness: 'strict',
    wrap: 'normal',
    gapEm: 0.125,
    indentPt: 0,
    lang: 'ja',
  },
};

function emit(lines: Line[]): { items: PageItem[]; structure: StructNode[] } {
  const structure: StructNode[] = [
    { type: 'Document', parent: null, lang: 'ja' },
    { type: 'P', parent: 0, lang: 'ja' },
    { type: 'Link', parent: 1, lang: 'ja' },
  ];
  const context: LayoutContext = {
    lines: new Map(),
    links: new Map([[2, { href: 'https://example.jp/a', contents: 'a' }]]),
    structure,
    outline: [],
    late: [],
    flowHeightPt: 500,
    pageIndex: 0,
  };
  const items: PageItem[] = [];
  emitParagraph(items, box, lines, 20, 100, context);
  return { items, structure };
}

test('readings follow all text of their paragraph, and belong to their bases', () => {
  const { items, structure } = emit([
    line(
      30,
      base('解', 0, 1),
      base('約', 10, 2),
      text('だ', 20),
      reading('かい', 0, 1),
      reading('やく', 10, 2),
    ),
    line(20, text('け', 0), base('番', 10, 3), reading('ばん', 10, 3)),
  ]);
  const told = items.map((item) => (item.kind === 'text' ? item.text : item.kind));
  expect(told).toEqual(['解', '約', 'だ', 'け', '番', 'かい', 'やく', 'ばん']);
  const parentOf = (index: number): number | null => structure[items[index]!.struct!]!.parent;
  expect([5, 6, 7].map((index) => structure[items[index]!.struct!]!.type)).toEqual(['RT', 'RT', 'RT']);
  expect([5, 6, 7].map(parentOf)).toEqual([0, 1, 4].map(parentOf));
});

test('a link of two lines is one, an area a line, each as high as the line', () => {
  const { items } = emit([
    line(40, text('見', 0), text('a.jp/', 10, { struct: 2 })),
    line(30, text('b', 0, { struct: 2 }), text('る', 20)),
  ]);
  expect(items.filter(({ kind }) => kind === 'link')).toEqual([
    {
      kind: 'link',
      areas: [
        { xPt: 30, yPt: 100, widthPt: 30, heightPt: 16 },
        { xPt: 20, yPt: 116, widthPt: 20, heightPt: 16 },
      ],
      href: 'https://example.jp/a',
      contents: 'a',
      lang: 'ja',
      struct: 2,
    },
  ]);
});
