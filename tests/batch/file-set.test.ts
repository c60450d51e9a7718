import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileSet } from '../../src/batch/file-set.ts';
import { answering } from '../support/failing-fs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ['a-checklist.pdf', 'a-memo.pdf'];

function addBoth(): FileSet {
  const files = new FileSet(folder);
  for (const name of NAMES) expect(files.add(name, 'new')).toBeNull();
  return files;
}

test('files appear all at once, in the place of earlier ones', () => {
  writeFileSync(join(folder, 'a-memo.pdf'), 'before');
  const files = addBoth();
  expect(readFileSync(join(folder, 'a-memo.pdf'), 'utf8')).toBe('before');
  expect(files.commit()).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(NAMES);
  expect(readFileSync(join(folder, 'a-memo.pdf'), 'utf8')).toBe('new');
});

test.each(['EBUSY', 'EPERM'])(
  'of two files one that a viewer has open keeps both as they were: %s',
  (code) => {
    writeFileSync(join(folder, 'a-memo.pdf'), 'before');
    const files = addBoth();
    answering('openSync', code, () => {
      expect(files.commit()).toEqual([
        expect.objectContaining({ code: 'file-open', values: { file: join(folder, 'a-memo.pdf') } }),
      ]);
    });
    expect(readdirSync(folder)).toEqual(['a-memo.pdf']);
    expect(readFileSync(join(folder, 'a-memo.pdf'), 'utf8')).toBe('before');
  },
);

test('one that is opened meanwhile is told too, and a folder without rights is another matter', () => {
  const late = addBoth();
  answering('renameSync', 'EPERM', () => {
    expect(late.commit().map((problem) => problem.code)).toEqual(['file-open', 'file-open']);
  });
  expect(readdirSync(folder)).toEqual([]);
  const refused = addBoth();
  answering('renameSync', 'EACCES', () => {
    expect(refused.commit().map((problem) => problem.code)).toEqual(['cannot-write', 'cannot-write']);
  });
});

test('a file that may not be written is replaced where its folder may', () => {
  writeFileSync(join(folder, 'a-memo.pdf'), 'before', { mode: 0o444 });
  expect(addBoth().commit()).toEqual([]);
  expect(readFileSync(join(folder, 'a-memo.pdf'), 'utf8')).toBe('new');
});
