import { expect, test } from 'vitest';
import { lineBreakOpportunities } from '../../src/line/opportunity.ts';
import { readTable } from './read-table.ts';

test('running text: every break of every sentence', () => {
  const rows = readTable('running-text.tsv');
  const failures: string[] = [];
  for (const { origin, lang, text: marked } of rows) {
    const parts = (marked ?? '').split('|');
    const text = parts.join('');
    const found = [0, ...lineBreakOpportunities(text, { lang: lang ?? '', strictness: 'strict' })];
    const shown = found.map((start, i) => text.slice(start, found[i + 1])).join('|');
    if (shown !== marked) failures.push(`${origin}\n  want ${marked}\n  have ${shown}`);
  }
  console.log(`running text: ${(100 * (1 - failures.length / rows.length)).toFixed(1)} % of ${rows.length}`);
  expect(failures).toEqual([]);
});
