import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, Journal } from '../../src/batch/journal.ts';
import { markOf } from '../../src/batch/process-mark.ts';
import type { BatchSettings, Row, RowResult } from '../../src/batch/types.ts';
import type { Problem } from '../../src/problem.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-journal-'));
  path = join(folder, '.batch.journal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings: BatchSettings = { out: 'out', today: '2027-01-15', set: [], edition: 'personal' };
const open = (today = settings.today, todayGiven = true, source = 'table.csv') =>
  Journal.open(path, { version: '1', source, settings: { ...settings, today } }, todayGiven);
const problem = (code: string): Problem => ({ severity: 'error', code, path: '' });

const rowOf = (number: number, carrier = 'au'): Row => ({
  number,
  line: number + 1,
  name: `row-${number}`,
  source: { kind: 'input', input: { carrier } },
  problems: [],
  progress: 0,
});
const resultOf = (number: number, more: Partial<RowResult> = {}): RowResult => ({
  row: number,
  line: number + 1,
  files: [`row-${number}.pdf`],
  status: 'ok',
  problems: [],
  ms: 1,
  ...more,
});

/** A run that makes what it does not find, and is killed when it has come to row `last`. */
function run(last: number, carriers: Record<number, string> = {}, stillThere = (_: string) => true) {
  const { journal, killed } = open();
  const kept: number[] = [];
  for (let number = 1; number <= last; number++) {
    const row = rowOf(number, carriers[number]);
    const digest = digestOf(row, '');
    if (journal.find(row, digest, stillThere)) kept.push(number);
    else journal.add(resultOf(number), digest);
  }
  journal.close();
  return { kept, killed };
}

test('a row that has changed, or whose PDF is gone, is made again; all others are kept', () => {
  run(6);
  expect(run(6, { 2: 'uq' }, (file) => file !== 'row-4.pdf').kept).toEqual([1, 3, 5, 6]);
  // What was made again is known the next time, and what came first is not.
  expect(run(8, { 2: 'uq' }).kept).toEqual([1, 2, 3, 4, 5, 6]);
  expect(run(8).kept).toEqual([1, 3, 4, 5, 6, 7, 8]);
});

test('a run that was killed early leaves what an earlier one had done further on', () => {
  run(6);
  run(2, { 1: 'uq' });
  expect(run(6, { 1: 'uq' }).kept).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a journal longer than a piece of it that is read at once', () => {
  run(2000);
  run(2000, { 1000: 'uq' });
  expect(readFileSync(path).length).toBeGreaterThan(2 * 64 * 1024);
  expect(run(2001, { 1000: 'uq' }).kept).toHaveLength(2000);
});

test('half a line, wherever the run was killed, is forgotten', () => {
  run(3);
  appendFileSync(path, '{"row":4,"files":["row-4.pdf"],"sta');
  expect(run(4).kept).toEqual([1, 2, 3]);
  expect(run(4).kept).toEqual([1, 2, 3, 4]);
  appendFileSync(path, '{"pid":7');
  expect(run(4).kept).toEqual([1, 2, 3, 4]);
  writeFileSync(path, '{"version":"1","sett');
  expect(run(4).kept).toEqual([]);
});

test('the processes of all runs are known, so that what they left can be taken away', () => {
  expect(run(1).killed).toEqual([]);
  appendFileSync(path, '{"pid":7}\n');
  expect(run(1).killed).toEqual([process.pid, 7]);
  expect(run(1).killed).toEqual([process.pid, 7, process.pid]);
});

test.each<[string, Partial<RowResult>]>([
  ['a fault', { files: [], status: 'fault', problems: [], fault: 'out of memory' }],
  ['a full disk', { files: [], status: 'error', problems: [problem('cannot-write')] }],
  ['a file without rights', { files: [], status: 'error', problems: [problem('file-not-readable')] }],
])('%s is not the row’s own: it is tried again', (_, more) => {
  const row = rowOf(1);
  const first = open().journal;
  first.add(resultOf(1, more), 'x');
  expect(open().journal.find(row, 'x', () => true)).toBeNull();
  first.add(resultOf(1, { files: [], status: 'error', problems: [problem('unknown-carrier')] }), 'x');
  expect(open().journal.find(row, 'x', () => true)).toMatchObject({ status: 'error' });
});

test('another table begins anew, with the day of its own', () => {
  run(2);
  const { journal, today, killed } = open('2027-01-16', false, 'other.csv');
  expect([today, killed]).toEqual(['2027-01-16', [process.pid]]);
  expect(journal.find(rowOf(1), digestOf(rowOf(1), ''), () => true)).toBeNull();
});

test('a process that is at work keeps its journal to itself', () => {
  const living = markOf(process.ppid);
  const lastRun = (mark: object) => writeFileSync(path, `${JSON.stringify({ ...mark, settings })}\n`);
  const isRefused = () => {
    try {
      open().journal.close();
      return false;
    } catch (error) {
      expect(error).toMatchObject({ problem: { code: 'folder-in-use', values: { file: path } } });
      return true;
    }
  };
  lastRun(living);
  expect(isRefused()).toBe(true);
  // It has ended in order, and another has its number now.
  appendFileSync(path, `{"left":${living.pid}}\n`);
  expect(isRefused()).toBe(false);
  // So it has where the one with the number began at another time.
  lastRun({ ...living, since: 'before' });
  expect(isRefused()).toBe(false);
  // Of another machine nothing is known.
  lastRun({ ...living, host: 'another' });
  expect(isRefused()).toBe(false);
  // A container that comes back may have the same number.
  lastRun(markOf(process.pid));
  expect(isRefused()).toBe(false);
});

test('what the last run wrote is read though it ended in order', () => {
  run(3);
  run(4);
  expect(readFileSync(path, 'utf8').match(/"left"/gu)).toHaveLength(2);
  expect(run(5).kept).toEqual([1, 2, 3, 4]);
});

test('other settings begin anew; the day may be left to the run before', () => {
  run(2);
  expect(open('2027-01-16', false).today).toBe('2027-01-15');
  const { journal, today } = open('2027-01-16');
  expect(today).toBe('2027-01-16');
  expect(journal.find(rowOf(1), digestOf(rowOf(1), ''), () => true)).toBeNull();
});
