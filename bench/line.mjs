// The line stage alone, with fixed advances: first use of its tables, a page, and growth up to 100,000 characters.
//   node bench/line.mjs
// Times are CPU milliseconds (user and system), medians; a busy machine disturbs them less than the clock.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${ROOT}build/bench/line-stage.mjs`;
const { metafile } = await build({
  stdin: {
    contents: `export { breakLines } from './src/line/break-lines.ts';
      export { lineBreakOpportunities } from './src/line/opportunity.ts';
      export { characterSpacing } from './src/line/character-spacing.ts';`,
    resolveDir: ROOT,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});

const binder = {
  bind: ({ text, lang, weight }) => ({
    runs: [{ text, face: `${lang === 'ja' ? 'jp' : 'sc'}-${weight}` }],
    problems: [],
  }),
};
const measure = { advanceEm: (_face, codePoint) => (codePoint < 0x300 ? 0.55 : 1) };
const ZH =
  '办理解约前，请先备份“通话记录”（重要）。携带residence card等12件材料，前往门店；办理时间大约为1小时左右。如果合同在2027年3月28日之前到期，则不收取违约金（1,100日元以内）。';
const JA =
  '「解約」のご案内：本日、携帯電話の解約手続きをお願いいたします。残債の有無と、最終のご請求額をお教えください。お手数ですが、MNP予約番号は不要です。';

const style = (more) => ({
  measurePt: 420,
  leadingPt: 18,
  align: 'start',
  strictness: 'strict',
  wrap: 'normal',
  gapEm: 0.125,
  indentPt: 0,
  lang: 'zh-Hans',
  ...more,
});
const run = (text, lang) => ({ kind: 'text', text, lang, weight: 'regular', sizePt: 10.5, struct: 1 });

function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
function median(times, work) {
  const results = Array.from({ length: times }, () => cpu(work)).sort((a, b) => a - b);
  return results[times >> 1];
}
const show = (name, value) => console.log(`${name.padEnd(44)}${value}`);

const bytes = Object.values(metafile.outputs)[0].inputs;
const size = (start) =>
  Object.entries(bytes).reduce(
    (sum, [file, { bytesInOutput }]) => sum + (file.startsWith(start) ? bytesInOutput : 0),
    0,
  );
show(
  'bundled, code / tables / phrases, bytes',
  `${size('src/')} / ${size('data/typography/') - size('data/typography/phrases')} / ${size('data/typography/phrases')}`,
);

const { breakLines, lineBreakOpportunities, characterSpacing } = await import(pathToFileURL(outfile).href);
const page = (more) => {
  for (let i = 0; i < 7; i++) {
    breakLines([run(ZH, 'zh-Hans')], style(more), binder, measure);
    breakLines([run(JA, 'ja')], style({ ...more, lang: 'ja' }), binder, measure);
  }
};
const first = cpu(() => breakLines([run(ZH, 'zh-Hans')], style(), binder, measure));
const second = cpu(() => breakLines([run(ZH, 'zh-Hans')], style(), binder, measure));
show('first paragraph / second, ms', `${first.toFixed(1)} / ${second.toFixed(1)}`);
show('first page, ms', cpu(() => page()).toFixed(1));
for (const [name, more] of [
  ['ragged', {}],
  ['justified', { align: 'justify' }],
  ['by phrase', { wrap: 'phrase' }],
]) {
  show(
    `page of ${7 * (ZH.length + JA.length)} characters, ${name}, ms`,
    median(101, () => page(more)).toFixed(2),
  );
}
for (const length of [1_000, 10_000, 100_000]) {
  const text = (ZH + JA).repeat(Math.ceil(length / 150)).slice(0, length);
  const set = (more) => median(5, () => breakLines([run(text, 'zh-Hans')], style(more), binder, measure));
  show(
    `paragraph of ${length}, ragged / justified, ms`,
    `${set({}).toFixed(1)} / ${set({ align: 'justify' }).toFixed(1)}`,
  );
  const calls = [lineBreakOpportunities, characterSpacing].map((f) =>
    median(5, () => f(text, { lang: 'ja' })).toFixed(1),
  );
  show(`  opportunities / spacing, ms`, calls.join(' / '));
}
