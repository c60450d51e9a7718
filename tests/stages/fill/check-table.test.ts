import { expect, test } from 'vitest';
import { templates } from '#templates';
import type { DocumentName } from '../../../src/case/types.ts';
import { findTableFault } from '../../../src/fill/check-table.ts';

test('the package\u2019s own tables are of the shape that is read', () => {
  for (const [document, { tables }] of Object.entries(templates.documents))
    for (const [name, table] of Object.entries(tables))
      expect([name, findTableFault(document as DocumentName, name, table)]).toEqual([name, null]);
});

const own = (document: DocumentName, name: string) =>
  structuredClone(templates.documents[document].tables[name]) as Record<string, Record<string, unknown>>;

test('an empty table, or one of another shape, is told by what it lacks', () => {
  expect(findTableFault('checklist', 'steps', {})).toBe('phases: missing');
  expect(findTableFault('checklist', 'faq', {})).toBe('.: list');
  expect(findTableFault('checklist', 'bring', [{ id: 'a', when: 'shop' }])).toBe('0.when: list');
  expect(findTableFault('memo', 'rows', {})).toBe('heightPt: missing');
  expect(findTableFault('memo', 'words', null)).toBe('.: mapping');
});

test('a value inside is told by its place', () => {
  const rows = own('memo', 'rows');
  rows.rows!['1d'] = { lines: 4, opensSheet: true };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.lines: 1 | 2 | 3');
  rows.rows!['1d'] = { lines: 1, opensSheet: true, whn: [] };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.whn: unknown');
  rows.rows!['1d'] = { lines: 1, opensSheet: true, when: ['!shop|phnoe'] };
  expect(findTableFault('memo', 'rows', rows)).toBe('rows.1d.when.0: condition');
});
