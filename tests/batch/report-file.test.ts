import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asRefused } from '../../src/batch/refused-batch.ts';
import { ReportFile } from '../../src/batch/report-file.ts';
import { reportLine } from '../../src/batch/report-line.ts';
import type { RowResult } from '../../src/batch/types.ts';
import { answering } from '../support/failing-fs.ts';

let folder: string;
let place: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-report-'));
  place = join(folder, 'report.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row: RowResult = {
  row: 3,
  line: 4,
  files: [],
  status: 'error',
  problems: [
    { severity: 'error', code: 'date-form', path: 'departure', values: { found: '3/4/2027' } },
    { severity: 'error', code: 'unknown-carrier', path: 'carrier', values: { found: 'auu' }, hint: 'au' },
  ],
  ms: 1,
};
const made: RowResult = { ...row, files: ['a-checklist.pdf', 'a-memo.pdf'], status: 'ok', problems: [] };

test('a row has its line in the sheet and its sentences, in both languages, with what was probably meant', () => {
  const line = reportLine(row);
  expect(line).toMatch(/^3,,error,date-form departure; unknown-carrier carrier,1,4,/u);
  const [zh = '', ja = ''] = line.trim().split(',').slice(-2);
  expect(zh).toMatch(/^departure: \u201c3\/4\/2027\u201d\S.* carrier: \S.*\u3002 \u2192 au$/u);
  expect(ja).toMatch(/^departure: \u300c3\/4\/2027\u300d\S.* carrier: \S.*\u3002 \u2192 au$/u);
  expect(reportLine(made)).toBe('3,a-checklist.pdf; a-memo.pdf,ok,,1,4,,\n');
});

test('the report begins as spreadsheets know UTF-8, and is put in place whole', () => {
  writeFileSync(place, 'before');
  const report = new ReportFile(place, '7');
  report.add(made);
  report.close();
  expect(readFileSync(place, 'utf8')).toBe('before');
  report.putInPlace();
  expect(readFileSync(place, 'utf8')).toMatch(/^\uFEFFrow,file,status,problems,ms,line,zh,ja\n3,/u);
});

test.each(['EBUSY', 'EPERM'])('a report that is open in a spreadsheet is told by its name: %s', (code) => {
  const problem = expect.objectContaining({ code: 'report-open', values: { file: place } });
  writeFileSync(place, 'before');
  answering('openSync', code, () => {
    expect(() => new ReportFile(place, '7')).toThrow(expect.objectContaining({ problem }));
  });
  const report = new ReportFile(place, '7');
  report.close();
  answering('renameSync', code, () => {
    expect(() => report.putInPlace()).toThrow(expect.objectContaining({ problem }));
  });
  expect(readdirSync(folder)).toEqual(['report.csv']);
});

test('a folder in the place of the report is told before any row is made', () => {
  mkdirSync(place);
  const problem = { code: 'folder-in-place', values: { file: place } };
  expect(() => new ReportFile(place, '7')).toThrow(
    expect.objectContaining({ problem: expect.objectContaining(problem) }),
  );
});

test('a full disk is told with the row, whatever was being written', () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  expect(asRefused(full, 'out', 12)).toMatchObject({
    problem: { code: 'disk-full', values: { row: 12, file: 'out' } },
  });
});
