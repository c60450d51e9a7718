import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MadeFiles } from '../../src/batch/made-files.ts';
import type { Shard } from '../../src/batch/shard.ts';
import type { BatchSettings } from '../../src/batch/types.ts';

const WHOLE: Shard = { index: 1, count: 1 };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-made-'));
  const names = [
    'row-000001-checklist.pdf',
    'row-000001-memo.pdf',
    'row-000001-letter.pdf',
    'row-000002-memo.pdf',
    'row-000002-memo-share.pdf',
    'row-003000-memo.pdf',
    'li-b-memo.pdf',
    'Wang-memo.pdf',
    'invoice.pdf',
    'memo.pdf',
    'row-000009-memo.pdf.txt',
    '.row-000009-memo.pdf.7.part',
    'report.csv',
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function earlier(made: string[], settings: Partial<BatchSettings> = {}, shard = WHOLE): string[] {
  const files = new MadeFiles({ edition: 'personal', ...settings }, shard);
  files.add(made);
  const { count, names } = files.findEarlier(folder);
  expect(count).toBe(names.length);
  return names;
}

test('PDFs of the folder that this run has not made are found, and nothing else', () => {
  expect(earlier(['row-000001-checklist.pdf', 'row-000001-memo.pdf', 'wang-memo.pdf'])).toEqual([
    'li-b-memo.pdf',
    'row-000001-letter.pdf',
    'row-000002-memo.pdf',
    'row-003000-memo.pdf',
  ]);
  expect(earlier(['row-003000-memo.pdf'], { documents: ['memo'] })).not.toContain('row-003000-memo.pdf');
});

test('of documents and editions that were not asked for nothing is said', () => {
  expect(earlier([], { documents: ['letter'] })).toEqual(['row-000001-letter.pdf']);
  expect(earlier([], { edition: 'share' })).toEqual(['row-000002-memo-share.pdf']);
});

test('a shard knows its own rows only', () => {
  expect(earlier([], {}, { index: 2, count: 2 })).toEqual(['row-000002-memo.pdf', 'row-003000-memo.pdf']);
});

test('of many the first names are told', () => {
  const files = new MadeFiles({ edition: 'personal' }, WHOLE);
  const { count, names } = files.findEarlier(folder);
  expect([count, names.length]).toEqual([7, 5]);
});
