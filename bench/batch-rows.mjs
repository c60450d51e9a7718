// node bench/batch-rows.mjs [--rows 100000]: a batch of so many memos by the command line, its resident memory every two
// seconds. Writes docs/performance-batch.svg and the paragraph of docs/performance.md between its marks. Takes 10 GB of
// the disk and a quarter of an hour on two processors; PDFs are taken away at the end.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCase } from './make-case.mjs';
import { save } from './measure.mjs';
import { plot } from './plot.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const at = process.argv.indexOf('--rows');
const rows = at < 0 ? 100_000 : Number(process.argv[at + 1]);
const EVERY_MS = 2000;

const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-rows-'));
const table = join(folder, 'cases.ndjson');
const file = createWriteStream(table);
for (let i = 0; i < rows; i++) {
  if (!file.write(`${JSON.stringify(makeCase(i))}\n`))
    await new Promise((drained) => file.once('drain', drained));
}
await new Promise((ended) => file.end(ended));

const out = join(folder, 'out');
const start = performance.now();
const child = spawn(
  process.execPath,
  ['dist/cli.js', 'batch', table, '-o', out, '--document', 'memo', '--today', '2026-11-22'],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'ignore'] },
);
/** Workers are threads: the process has the memory of all. */
const residentMb = () => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  return found ? Number(found[1]) / 1024 : 0;
};
const points = [];
const timer = setInterval(() => {
  try {
    points.push([(performance.now() - start) / 1000, residentMb()]);
  } catch {
    // It has just ended.
  }
}, EVERY_MS);
const exitCode = await new Promise((ended) => child.on('exit', ended));
clearInterval(timer);
const seconds = (performance.now() - start) / 1000;
const report = readFileSync(join(out, 'report.csv'), 'utf8').trimEnd().split('\n').slice(1);
const byStatus = {};
for (const line of report) {
  const status = line.split(',')[2];
  byStatus[status] = (byStatus[status] ?? 0) + 1;
}
const sample = report[report.length - 1].split(',')[1];
const bytes = statSync(join(out, sample.split(' ')[0])).size;
rmSync(folder, { recursive: true });

const warm = points.slice(Math.floor(points.length / 10));
const low = Math.min(...warm.map(([, mb]) => mb));
const high = Math.max(...warm.map(([, mb]) => mb));
save(
  `${ROOT}docs/performance-batch.svg`,
  plot([
    {
      title: `resident MB over seconds, ${rows.toLocaleString('en')} rows`,
      series: [{ name: 'MB', points }],
    },
  ]),
);
const text = [
  `${rows.toLocaleString('en')} rows of NDJSON, a memo each (the last ${Math.round(bytes / 1024)} KB), in ${(seconds / 60).toFixed(1)} minutes:`,
  `${(rows / seconds).toFixed(0)} a second, exit code ${exitCode}, ${report.length.toLocaleString('en')} lines in the report (${JSON.stringify(byStatus)}).`,
  `After the first tenth between ${low.toFixed(0)} and ${high.toFixed(0)} MB resident.`,
  '',
  '![Memory over a batch](performance-batch.svg)',
].join('\n');
const path = `${ROOT}docs/performance.md`;
const before = readFileSync(path, 'utf8');
const marks = /(<!-- batch -->\n)[\s\S]*?(<!-- end of batch -->)/;
if (!marks.test(before)) throw new Error('docs/performance.md has lost its marks');
save(path, before.replace(marks, `$1${text}\n$2`));
console.log(text);
