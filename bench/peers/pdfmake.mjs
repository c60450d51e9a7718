// pdfmake with its documented server API, the same content and measures as the other peers.
import { content, FONTS, main, need, S } from '../reference/lib.mjs';

const pdfmake = need('pdfmake');
// Both policies said, it prints no advice.
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);
const face = (regular, bold) => ({ normal: regular, bold, italics: regular, bolditalics: bold });
pdfmake.setFonts({ zh: face(FONTS.zh, FONTS.zhB), ja: face(FONTS.ja, FONTS.jaB) });

const zh = (text, fontSize = S.zh, more = {}) => ({ text, font: 'zh', fontSize, ...more });
const ja = (text, fontSize = S.ja, more = {}) => ({ text, font: 'ja', fontSize, color: S.grey, ...more });
const heading = ({ zh: first, ja: second }) => ({
  text: [zh(`${first}  `, S.head[0], { bold: true }), ja(second, S.head[1], { bold: true, color: 'black' })],
  margin: [0, 5, 0, 3],
});
const line = (width) => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: S.rule }],
});
const paged = (items, isBreak) =>
  isBreak ? [{ ...items[0], pageBreak: 'before' }, ...items.slice(1)] : items;

function item(it) {
  const box = {
    canvas: [{ type: 'rect', x: 0, y: 3, w: S.box, h: S.box, lineWidth: 0.8 }],
    width: S.indent,
  };
  return { columns: [box, { stack: [zh(it.zh), ja(it.ja)], width: '*' }], margin: [0, 0, 0, 4] };
}

function table(t) {
  const both = (o) => ({
    stack: [
      ...(o.zh ? [zh(o.zh, S.cell, { bold: true })] : []),
      ...(o.ja ? [ja(o.ja, S.cell, { bold: true, color: 'black' })] : []),
    ],
  });
  const body = t.rows.map((r) => [
    { stack: [zh(r.label.zh, S.cell, { bold: true }), ja(r.label.ja, S.cell, { color: 'black' })] },
    zh(r.zh, S.cell),
    ja(r.ja, S.cell, { color: 'black' }),
    '',
  ]);
  return {
    table: { headerRows: 1, widths: S.cols.map((w) => w - 9), body: [t.columns.map(both), ...body] },
    layout: {
      fillColor: (row) => (row === 0 ? S.fill : null),
      hLineColor: () => S.rule,
      vLineColor: () => S.rule,
    },
    margin: [0, 0, 0, 8],
  };
}

async function render() {
  const c = content();
  const definition = {
    pageSize: 'A4',
    pageMargins: [S.margin, S.margin, S.right, S.margin],
    info: { title: c.title.zh },
    defaultStyle: { font: 'zh' },
    content: [
      zh(c.title.zh, S.title[0], { bold: true }),
      ja(c.title.ja, S.title[1], { bold: true, color: 'black', margin: [0, 0, 0, 4] }),
      zh(c.intro.zh, S.intro[0]),
      ja(c.intro.ja, S.intro[1]),
      ...c.sections.flatMap((s) => paged([heading(s.heading), ...s.items.map(item)], s.break_before)),
      ...paged([heading(c.table.heading), table(c.table)], c.table.break_before),
      heading(c.qa.heading),
      ...c.qa.items.map(({ q, a }) => ({
        stack: [
          zh(q.zh, S.zh, { bold: true }),
          ja(q.ja, S.ja, { bold: true, color: 'black' }),
          zh(a.zh),
          ja(a.ja),
        ],
        margin: [0, 0, 0, 6],
      })),
      ...paged(
        [
          heading(c.memo.heading),
          ...c.memo.lines.map((m) => ({
            stack: [
              zh(m.zh, S.memo[0], { bold: true }),
              ja(m.ja, S.memo[1], { color: 'black', margin: [0, 0, 0, 14] }),
              line(S.width),
            ],
            margin: [0, 0, 0, 3],
          })),
        ],
        c.memo.break_before,
      ),
    ],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

await main('pdfmake', { render });
