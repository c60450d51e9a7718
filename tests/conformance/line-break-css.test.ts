import { expect, test } from 'vitest';
import { lineBreakOpportunities } from '../../src/line/opportunity.ts';
import exceptions from './exceptions.json' with { type: 'json' };
import { readTable } from './read-table.ts';

const rows = readTable('line-break-css.tsv');
const excused = new Set(exceptions.filter((e) => e.table === 'line-break-css.tsv').flatMap((e) => e.rows));
const nameOf = (row: Record<string, string>): string =>
  `${row.origin?.match(/line-break-(\w+-\w+-\w+)\.html/)?.[1] ?? row.origin} ${row.character}`;

const missed = new Set<string>();

for (const strictness of ['strict', 'normal', 'loose'] as const) {
  test(`CSS line-break: ${strictness}`, () => {
    const asked = rows.filter((row) => row.strictness === strictness);
    const failures: string[] = [];
    for (const row of asked) {
      const [before, character, after] = [row.before, row.character, row.after].map((hex) =>
        String.fromCodePoint(Number.parseInt(hex ?? '', 16)),
      );
      const text = `${before}${character}${after}`;
      const found = lineBreakOpportunities(text, { lang: row.lang ?? '', strictness });
      if (found.includes(before?.length ?? 0) !== (row.break === 'yes')) failures.push(nameOf(row));
    }
    for (const name of failures) missed.add(name);
    const share = 100 * (1 - failures.length / asked.length);
    console.log(`line-break ${strictness}: ${share.toFixed(1)} % of ${asked.length}`);
    expect(failures.filter((name) => !excused.has(name))).toEqual([]);
  });
}

test('exceptions are few, and each is still needed', () => {
  expect(excused.size).toBeLessThanOrEqual(rows.length / 100);
  for (const name of excused) expect(missed).toContain(name);
});
