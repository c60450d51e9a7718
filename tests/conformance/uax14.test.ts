import { expect, test } from 'vitest';
import { lineBreakOpportunities } from '../../src/line/opportunity.ts';
import { readCase, readTable } from './read-table.ts';

test('LineBreakTest 17.0: every row, untailored', () => {
  const failures: string[] = [];
  const rows = readTable('uax14-17.0.tsv');
  for (const row of rows) {
    const { text, offsets } = readCase(row.case ?? '');
    const found = lineBreakOpportunities(text, { lang: 'en', strictness: 'strict' });
    if (found.join() !== offsets.join()) failures.push(`${row.origin}: ${row.case} → ${found}`);
  }
  expect(rows.length).toBe(19338);
  expect(failures).toEqual([]);
});
