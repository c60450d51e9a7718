// The tables of docs/performance.md, between its marks, and the plots beside it.

import { save } from './measure.mjs';
import { plot } from './plot.mjs';
import { ROOT } from './set-up.mjs';

const NAMES = {
  kaiyaku: '**kaiyaku**',
  'kaiyaku anew': 'kaiyaku, fonts opened again and nothing kept',
  pdfkit: 'pdfkit 0.20.2, as its guide shows it',
  typst: 'Typst 0.14.2 through Node',
  'typst with fonts': 'Typst, with more fonts in the system',
  'typst as long': 'Typst, as many characters as `generate` sets',
  'typst again': 'Typst, the same document again from its cache',
  pdfmake: 'pdfmake 0.3.11',
  'react-pdf': 'react-pdf 4.9.0',
  cli: '**`kaiyaku generate`**, both documents',
  help: '`kaiyaku --help`',
  node: 'Node alone (`node -e 0`)',
};
const ORDER = [
  'kaiyaku',
  'kaiyaku anew',
  'cli',
  'typst',
  'typst with fonts',
  'typst as long',
  'typst again',
  'pdfkit',
  'pdfmake',
  'react-pdf',
  'help',
  'node',
];

const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

function peerTable(summary, sizes = {}) {
  const rows = ORDER.filter((name) => summary[name]).map((name) => {
    const { wallMs, wall, cpuMs, cpu, rssMb } = summary[name];
    const size = sizes[name] ? sizes[name].toLocaleString('en') : '';
    return [
      NAMES[name],
      wall.toFixed(2),
      ms(wallMs),
      cpu.toFixed(2),
      ms(cpuMs),
      `${rssMb.toFixed(0)} MB`,
      size,
    ];
  });
  return table(['', 'wall ÷ pdfkit', 'wall', 'CPU ÷ pdfkit', 'CPU', 'peak memory', 'bytes'], rows);
}

function growthTable(points, unit) {
  const rows = points.map(({ size, ms: time, pages, rssMb }) => [
    size.toLocaleString('en'),
    pages,
    time.toFixed(1),
    ((time * 1000) / size).toFixed(1),
    rssMb.toFixed(0),
  ]);
  return table([unit, 'pages', 'ms', `µs a ${unit.slice(0, -1)}`, 'peak MB'], rows);
}

function plots({ growth, memory }) {
  const line = (points, y) => points.map((point) => [point.size, y(point)]);
  save(
    `${ROOT}docs/performance-growth.svg`,
    plot([
      {
        title: 'ms, 1 to 500 pages',
        series: [{ name: 'ms', points: line(growth.pages, (p) => p.ms) }],
      },
      {
        title: 'ms, 1 to 100,000 characters in one paragraph',
        series: [{ name: 'ms', points: line(growth.characters, (p) => p.ms) }],
      },
      {
        title: 'peak MB, 1 to 500 pages',
        series: [{ name: 'MB', points: line(growth.pages, (p) => p.rssMb) }],
      },
      {
        title: 'peak MB, 1 to 100,000 characters in one paragraph',
        series: [{ name: 'MB', points: line(growth.characters, (p) => p.rssMb) }],
      },
    ]),
  );
  save(
    `${ROOT}docs/performance-memory.svg`,
    plot([
      {
        title: 'resident MB over documents in one process',
        series: [{ name: 'MB', points: memory.memory.map((m) => [m.documents, m.rssMb]) }],
      },
      {
        title: 'heap in use, MB',
        series: [{ name: 'MB', points: memory.memory.map((m) => [m.documents, m.heapMb]) }],
      },
    ]),
  );
}

/** How `generate` stands to Typst: alone, and with what else decides about it. */
function typstSentence({ toTypst, toTypstAsLong, toTypstWithFonts, characters, fonts }) {
  const count = (number) => number.toLocaleString('en');
  const withFonts =
    toTypstWithFonts === null
      ? ''
      : `; where the system has ${count(fonts.more)} more: ${toTypstWithFonts.toFixed(2)}`;
  return (
    `\`kaiyaku generate\` to Typst in the same round, on a system with ${count(fonts.system)} files of fonts, which Typst's binding looks at as it starts: ${toTypst.toFixed(2)}${withFonts}. ` +
    `To Typst that sets as many characters as it does (${count(characters.example)}, where the reference has ${count(characters.reference)}): ${toTypstAsLong.toFixed(2)}.`
  );
}

export function writeReport(result, document) {
  plots(result);
  const { date, machine, rounds, cold, warm, sizes, cases, growth, memory, helpToNode } = result;
  const text = [
    `Measured ${date} on ${machine}; medians of ${rounds} interleaved rounds, ratios taken within each round.`,
    '',
    '### Cold: a whole process, from its start to the file on the disk',
    '',
    peerTable(cold, sizes),
    '',
    `${typstSentence(result)} \`kaiyaku --help\` to Node alone: ${helpToNode.toFixed(2)}.`,
    `Size of the tagged PDF/UA-1, PDF/A-2a file to plain pdfkit's: ${(sizes.kaiyaku / sizes.pdfkit).toFixed(3)}.`,
    '',
    '### Warm: one process, a document after the first ten',
    '',
    peerTable(warm),
    '',
    `50 different cases, both documents each: ${cases.perSecond.toFixed(1)} documents a second on one thread, ${cases.cpuMs.toFixed(1)} ms CPU a document.`,
    '',
    '### Growth',
    '',
    '![Time and memory over pages and characters](performance-growth.svg)',
    '',
    growthTable(growth.pages, 'pages'),
    '',
    growthTable(growth.characters, 'characters'),
    '',
    `### Memory over ${memory.documents.toLocaleString('en')} documents`,
    '',
    '![Memory over documents](performance-memory.svg)',
  ].join('\n');
  return document.replace(
    /<!-- bench -->[\s\S]*<!-- end of bench -->/u,
    () => `<!-- bench -->\n${text}\n<!-- end of bench -->`,
  );
}
