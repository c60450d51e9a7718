// react-pdf as its documentation shows it, without JSX; the same content and measures as the other peers.
import { content, FONTS, main, need, S } from '../reference/lib.mjs';

const { createElement: h } = need('react');
const { Document, Font, Page, Text, View, renderToBuffer } = await import(
  import.meta.resolve('@react-pdf/renderer')
);

for (const [family, regular, bold] of [
  ['zh', FONTS.zh, FONTS.zhB],
  ['ja', FONTS.ja, FONTS.jaB],
]) {
  Font.register({ family, fonts: [{ src: regular }, { src: bold, fontWeight: 'bold' }] });
}
// CJK has no spaces to break at: every character may end a line, which is what its documentation advises.
Font.registerHyphenationCallback((word) => Array.from(word).flatMap((character) => [character, '']));

const text = (fontFamily, fontSize, style, value) =>
  h(Text, { style: { fontFamily, fontSize, lineHeight: S.lh, ...style } }, value);
const zh = (value, size = S.zh, style = {}) => text('zh', size, style, value);
const ja = (value, size = S.ja, style = {}) => text('ja', size, { color: S.grey, ...style }, value);
const bold = { fontWeight: 'bold' };
const boldBlack = { ...bold, color: 'black' };

const heading = (t, isBreak) =>
  h(
    View,
    {
      break: isBreak,
      style: { flexDirection: 'row', alignItems: 'flex-end', marginTop: 5, marginBottom: 3 },
    },
    zh(`${t.zh}  `, S.head[0], bold),
    ja(t.ja, S.head[1], boldBlack),
  );
const box = { width: S.box, height: S.box, marginTop: 3, marginRight: S.indent - S.box, borderWidth: 0.8 };
const item = (it) =>
  h(
    View,
    { style: { flexDirection: 'row', marginBottom: 4 } },
    h(View, { style: box }),
    h(View, { style: { width: S.width - S.indent } }, zh(it.zh), ja(it.ja)),
  );
const row = (cells, backgroundColor) =>
  h(
    View,
    { style: { flexDirection: 'row' }, wrap: false },
    ...cells.map((parts, i) =>
      h(
        View,
        { style: { width: S.cols[i], padding: 4, borderWidth: 0.6, borderColor: S.rule, backgroundColor } },
        ...parts,
      ),
    ),
  );
const question = ({ q, a }) =>
  h(
    View,
    { style: { marginBottom: 6 }, wrap: false },
    zh(q.zh, S.zh, bold),
    ja(q.ja, S.ja, boldBlack),
    zh(a.zh),
    ja(a.ja),
  );
const memoLine = (m) =>
  h(
    View,
    { style: { borderBottomWidth: 0.6, borderColor: S.rule, paddingBottom: 14, marginBottom: 3 } },
    zh(m.zh, S.memo[0], bold),
    ja(m.ja, S.memo[1], { color: 'black' }),
  );

function page(c) {
  const { table, memo } = c;
  const head = table.columns.map((o) => [
    ...(o.zh ? [zh(o.zh, S.cell, bold)] : []),
    ...(o.ja ? [ja(o.ja, S.cell, boldBlack)] : []),
  ]);
  const rows = table.rows.map((r) => [
    [zh(r.label.zh, S.cell, bold), ja(r.label.ja, S.cell, { color: 'black' })],
    [zh(r.zh, S.cell)],
    [ja(r.ja, S.cell, { color: 'black' })],
    [],
  ]);
  return h(
    Page,
    { size: 'A4', style: { padding: S.margin, paddingRight: S.right } },
    zh(c.title.zh, S.title[0], bold),
    ja(c.title.ja, S.title[1], { ...boldBlack, marginBottom: 4 }),
    zh(c.intro.zh, S.intro[0]),
    ja(c.intro.ja, S.intro[1]),
    ...c.sections.flatMap((s) => [heading(s.heading, s.break_before), ...s.items.map(item)]),
    heading(table.heading, table.break_before),
    row(head, S.fill),
    ...rows.map((cells) => row(cells)),
    h(View, { style: { height: 8 } }),
    heading(c.qa.heading),
    ...c.qa.items.map(question),
    heading(memo.heading, memo.break_before),
    ...memo.lines.map(memoLine),
  );
}

await main('react-pdf', {
  render() {
    const c = content();
    return renderToBuffer(h(Document, { title: c.title.zh }, page(c)));
  },
});
