import type { ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCli, runCliProcess, startCli } from '../support/built-cli.ts';

const ROWS = 12;
/** It has no signals but the one that ends a process, and makes links for administrators only. */
const isWindows = process.platform === 'win32';
let folder: string;
let table: string;
let built: Awaited<ReturnType<typeof buildCli>>;

beforeAll(async () => {
  built = await buildCli('batch');
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-batch-'));
  table = join(folder, 'cases.csv');
  const carriers = ['au', 'linemo', 'softbank', 'auu', 'mineo', 'povo2'];
  const rows = Array.from({ length: ROWS }, (_, n) => `${carriers[n % 6]},leaving-japan,2027-03-${10 + n}`);
  writeFileSync(table, `carrier,reason,departure\n${rows.join('\n')}\n`);
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

const options = (out: string, ...more: string[]) => [
  'batch',
  table,
  '-o',
  join(folder, out),
  '--document',
  'memo',
  '--today',
  '2027-01-15',
  '--jobs',
  '2',
  ...more,
];
function pdfs(out: string): Record<string, string> {
  const names = readdirSync(join(folder, out)).filter((name) => name.endsWith('.pdf'));
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(folder, out, name)).toString('base64')]),
  );
}
const report = (out: string, name = 'report.csv') =>
  readFileSync(join(folder, out, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',').slice(0, 4).join());

test('a bad row never stops the rest, and each row has its line in the report', async () => {
  const { exitCode, stdout } = await runCliProcess(built.cli, ...options('whole'));
  expect(exitCode).toBe(2);
  expect(stdout).toContain(`${ROWS} rows, 2 with errors`);
  expect(report('whole')[0]).toBe('row,file,status,problems');
  expect(report('whole')[4]).toBe('4,,error,unknown-carrier carrier');
  expect(Object.keys(pdfs('whole'))).toHaveLength(ROWS - 2);
  expect(readdirSync(join(folder, 'whole')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('killed in the middle and run again it goes on and ends with the same PDFs', async () => {
  const child = startCli(built.cli, options('killed'));
  const journal = join(folder, 'killed', '.batch.journal');
  const done = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 2 : 0);
  while (done() < 3 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  expect(existsSync(join(folder, 'killed', 'report.csv'))).toBe(false);
  // Half a line, as a kill may leave it.
  writeFileSync(journal, '{"row":', { flag: 'a' });

  const { stdout, exitCode } = await runCliProcess(built.cli, ...options('killed', '--json'));
  expect(exitCode).toBe(2);
  const { kept, rows } = JSON.parse(stdout) as { kept: number; rows: number };
  expect(rows).toBe(ROWS);
  expect(kept).toBeGreaterThanOrEqual(3);
  expect(kept).toBeLessThan(ROWS);
  expect(pdfs('killed')).toEqual(pdfs('whole'));
  expect(report('killed')).toEqual(report('whole'));
  expect(
    readdirSync(join(folder, 'killed')).filter((name) => name.startsWith('.') || name.endsWith('.part')),
  ).toEqual([]);
});

test('shards together make what one run makes', async () => {
  await Promise.all(
    [1, 2].map((index) => runCliProcess(built.cli, ...options('shards', '--shard', `${index}/2`))),
  );
  expect(pdfs('shards')).toEqual(pdfs('whole'));
  const lines = [1, 2].flatMap((index) => report('shards', `report-${index}-of-2.csv`).slice(1));
  expect(lines.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(
    report('whole').slice(1),
  );
});

test.skipIf(isWindows)(
  'files of a folder that cannot be read are rows with a Problem, and do not stop the others',
  async () => {
    const cases = join(folder, 'cases');
    mkdirSync(join(cases, 'b.yaml'), { recursive: true });
    writeFileSync(join(cases, 'a.yaml'), 'carrier: au\n');
    symlinkSync(join(cases, 'nowhere'), join(cases, 'c.yaml'));
    const [, , ...rest] = options('unread');
    const { exitCode } = await runCliProcess(built.cli, 'batch', cases, ...rest);
    expect(exitCode).toBe(2);
    expect(report('unread').slice(1)).toEqual([
      '1,a-memo.pdf,ok,',
      '2,,error,file-not-readable',
      '3,,error,file-not-readable',
    ]);
  },
);

test('a shard that goes on leaves the waiting files of another shard alone, though it has the same process id', async () => {
  const out = join(folder, 'pods');
  mkdirSync(out);
  const settings = { out, today: '2027-01-15', set: [], documents: ['memo'], edition: 'personal' };
  const head = { pid: 1, version: '', source: table, settings };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  // Killed twice: once as process 1, once as process 7.
  const journal = `${JSON.stringify({ ...head, version })}\n{"pid":7}\n`;
  writeFileSync(join(out, '.batch-1-of-2.journal'), journal);
  writeFileSync(join(out, '.row-000001-memo.pdf.1-of-2.1.part'), 'half');
  writeFileSync(join(out, '.row-000003-memo.pdf.1-of-2.7.part'), 'half');
  writeFileSync(join(out, 'report-1-of-2.csv.1-of-2.7.part'), 'half');
  const others = ['.row-000002-memo.pdf.2-of-2.1.part', 'report-2-of-2.csv.2-of-2.1.part'];
  for (const name of others) writeFileSync(join(out, name), 'half');
  const parts = () => readdirSync(out).filter((name) => name.endsWith('.part'));
  await runCliProcess(built.cli, ...options('pods', '--shard', '1/2'));
  expect(parts()).toEqual(others);
  // Nor does a run of all rows take them.
  writeFileSync(join(out, '.batch.journal'), journal);
  writeFileSync(join(out, '.row-000001-memo.pdf.7.part'), 'half');
  await runCliProcess(built.cli, ...options('pods'));
  expect(parts()).toEqual(others);
});

test('a row whose PDF could not be put in place has none in the report', async () => {
  mkdirSync(join(folder, 'in-place', 'row-000001-memo.pdf'), { recursive: true });
  await runCliProcess(built.cli, ...options('in-place'));
  expect(report('in-place').slice(1, 3)).toEqual(['1,,error,folder-in-place', '2,row-000002-memo.pdf,ok,']);
  // When the way is free it is made, and the others are kept.
  rmSync(join(folder, 'in-place', 'row-000001-memo.pdf'), { recursive: true });
  const again = await runCliProcess(built.cli, ...options('in-place', '--json'));
  expect(JSON.parse(again.stdout)).toMatchObject({ rows: ROWS, kept: ROWS - 1 });
  expect(pdfs('in-place')).toEqual(pdfs('whole'));
  expect(existsSync(join(folder, 'in-place', '.batch.journal'))).toBe(false);
});

test('an output folder that is a file is told', async () => {
  writeFileSync(join(folder, 'taken'), '');
  const { exitCode, stdout } = await runCliProcess(built.cli, ...options('taken', '--json'));
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'folder-is-a-file' }] });
});

test.each([
  [['--jobs', '0'], 'bad-option'],
  [['--shard', '3/2'], 'bad-option'],
  [['--paper', 'A1'], 'bad-option'],
])('%j is told', async (more, code) => {
  const { exitCode, stderr } = await runCliProcess(built.cli, ...options('none', ...more));
  expect(exitCode).toBe(2);
  expect(stderr).toContain(code);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

async function untilDone(out: string, rows: number, child: ChildProcess): Promise<void> {
  const journal = join(folder, out, '.batch.journal');
  const done = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 2 : 0);
  while (done() < rows && child.exitCode === null) await new Promise((next) => setTimeout(next, 5));
}

test('rows with errors are told with the row, its line in the sheet and both languages', async () => {
  const { stderr, exitCode } = await runCliProcess(built.cli, ...options('told'));
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error unknown-carrier ${table}: row 4 (line 5): carrier\n`);
  expect(stderr).toContain('\u2192 au');
  expect(stderr).toContain('rows-with-errors');
  const json = await runCliProcess(built.cli, ...options('told', '--json'));
  const { problems } = JSON.parse(json.stdout) as {
    problems: { code: string; row?: number; line?: number }[];
  };
  expect(problems.map(({ code, row, line }) => [code, row, line])).toEqual([
    ['unknown-carrier', 4, 5],
    ['unknown-carrier', 10, 11],
    ['rows-with-errors', undefined, undefined],
  ]);
});

test('PDFs of an earlier table are told and stay', async () => {
  await runCliProcess(built.cli, ...options('twice'));
  const short = join(folder, 'short.csv');
  writeFileSync(short, 'carrier,name\nau,\nauu,\nlinemo,li\n');
  const [, , ...rest] = options('twice');
  const { stderr } = await runCliProcess(built.cli, 'batch', short, ...rest);
  expect(stderr).toMatch(
    /warning earlier-files\n.*9.*row-000002-memo\.pdf, row-000003-memo\.pdf, .* \u2026/u,
  );
  expect(Object.keys(pdfs('twice'))).toEqual(['li-memo.pdf', ...Object.keys(pdfs('whole'))]);
});

test('the day is told, and so is that it is the day of an earlier run', async () => {
  const withoutDay = options('day').filter((argument) => argument !== '--today' && argument !== '2027-01-15');
  const child = startCli(built.cli, options('day'));
  await untilDone('day', 2, child);
  child.kill('SIGKILL');
  await new Promise((next) => child.on('close', next));
  const again = await runCliProcess(built.cli, ...withoutDay);
  expect(again.stdout).toContain('planned from 2027-01-15');
  expect(again.stderr).toMatch(/warning earlier-day\n.*2027\u5e741\u670815\u65e5/u);
  expect((await runCliProcess(built.cli, ...withoutDay)).stderr).not.toContain('earlier-day');
});

test.skipIf(isWindows)('a second run leaves the first its folder', async () => {
  const child = startCli(built.cli, options('busy'));
  const ended = new Promise((next) => child.on('close', next));
  await untilDone('busy', 1, child);
  child.kill('SIGSTOP');
  const second = await runCliProcess(built.cli, ...options('busy'));
  child.kill('SIGCONT');
  expect([second.exitCode, second.stderr]).toEqual([2, expect.stringContaining('error folder-in-use')]);
  expect(await ended).toBe(2);
  expect(pdfs('busy')).toEqual(pdfs('whole'));
});

/** For the process and its workers: no room for what this row writes. */
const DISK_FULL_AT_ROW_3 = `
const fs = require('node:fs');
const { writeFileSync } = fs;
fs.writeFileSync = (file, ...rest) => {
  if (!String(file).includes('row-000003-')) return writeFileSync(file, ...rest);
  throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write', path: file });
};
require('node:module').syncBuiltinESMExports();
`;

test('a full disk ends the run at its row; with room it is gone on with', async () => {
  const preload = join(folder, 'disk-full.cjs');
  writeFileSync(preload, DISK_FULL_AT_ROW_3);
  const { NODE_OPTIONS = '' } = process.env;
  process.env.NODE_OPTIONS = `${NODE_OPTIONS} --require ${preload}`;
  const full = await runCliProcess(built.cli, ...options('full'));
  process.env.NODE_OPTIONS = NODE_OPTIONS;
  expect([full.exitCode, full.stderr]).toEqual([2, expect.stringContaining('error disk-full')]);
  expect(full.stderr).toContain('row-000003-memo.pdf');
  const names = readdirSync(join(folder, 'full')).filter((name) => !name.endsWith('.pdf'));
  expect(names).toEqual(['.batch.journal']);
  const again = await runCliProcess(built.cli, ...options('full', '--json'));
  expect((JSON.parse(again.stdout) as { kept: number }).kept).toBe(2);
  expect(pdfs('full')).toEqual(pdfs('whole'));
});

test.skipIf(isWindows)(
  'a run that is interrupted says so, leaves nothing half made, and is gone on with',
  async () => {
    const child = startCli(built.cli, options('stopped'));
    const ended = new Promise((next) => child.on('close', next));
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    await untilDone('stopped', 2, child);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toContain('error batch-stopped');
    const names = readdirSync(join(folder, 'stopped'));
    expect(names.filter((name) => !name.endsWith('.pdf'))).toEqual(['.batch.journal']);
    const again = await runCliProcess(built.cli, ...options('stopped', '--json'));
    expect((JSON.parse(again.stdout) as { kept: number }).kept).toBeGreaterThanOrEqual(2);
    expect(pdfs('stopped')).toEqual(pdfs('whole'));
  },
);

test.each([
  ['foo=1', 'unknown-key'],
  ['departure', 'bad-set'],
  ['departure=28/3/2027', 'date-form'],
  ['carrier=auu', 'unknown-carrier'],
])('--set %s is told before anything is written', async (assignment, code) => {
  const { exitCode, stderr } = await runCliProcess(built.cli, ...options('unset', '--set', assignment));
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`error ${code}`)]);
  expect(existsSync(join(folder, 'unset'))).toBe(false);
});

test('the table among the examples has no mistakes', async () => {
  const [, , ...rest] = options('example');
  const { exitCode, stderr } = await runCliProcess(built.cli, 'batch', 'examples/table.csv', ...rest);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(Object.keys(pdfs('example'))).toEqual(
    ['21A1001', '21A1002', '21B2003', '21B2004', '21C3005'].map((name) => `${name}-memo.pdf`),
  );
});

test('own templates hold for all rows, and what is wrong in them is told before the first', async () => {
  const own = join(folder, 'own', 'memo');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'main.hbs'), '<p lang="en">MEMO OF MY OWN {{carrier.id}}</p>');
  const batch = await runCliProcess(built.cli, ...options('own-rows', '--templates', join(folder, 'own')));
  expect(batch.stderr).not.toContain('template-');
  const file = join(folder, 'one.yaml');
  writeFileSync(file, 'carrier: au\nreason: leaving-japan\ndeparture: 2027-03-10\n');
  const memo = async (...more: string[]) => {
    const argv = ['generate', file, '--today', '2027-01-15', '--document', 'memo', '-o', folder, ...more];
    expect((await runCliProcess(built.cli, ...argv)).exitCode).toBe(0);
    return readFileSync(join(folder, 'one-memo.pdf'));
  };
  const row = readFileSync(join(folder, 'own-rows', 'row-000001-memo.pdf'));
  expect(row.equals(await memo('--templates', join(folder, 'own')))).toBe(true);
  expect(row.equals(await memo())).toBe(false);

  writeFileSync(join(own, 'main.hbs'), '<p lang="en">{{#if}</p>');
  const wrong = await runCliProcess(built.cli, ...options('wrong-rows', '--templates', join(folder, 'own')));
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('block-not-closed');
  expect(existsSync(join(folder, 'wrong-rows'))).toBe(false);
});

test('a name that can not be used hides no other mistake of its row', async () => {
  const named = join(folder, 'named.csv');
  writeFileSync(named, 'name,carrier,departure\na,au,2027-03-28\na,auu,2027-02-30\nb c,au,2027-03-28\n');
  const [, , ...rest] = options('named');
  expect((await runCliProcess(built.cli, 'batch', named, ...rest)).exitCode).toBe(2);
  expect(report('named').slice(2)).toEqual([
    '2,,error,same-output-name; invalid-date departure; unknown-carrier carrier',
    '3,,error,bad-name name',
  ]);
});
