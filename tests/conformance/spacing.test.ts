import { expect, test } from 'vitest';
import { characterSpacing } from '../../src/line/character-spacing.ts';
import { readCase, readTable } from './read-table.ts';

function report(name: string, failures: string[], count: number): void {
  console.log(`${name}: ${(100 * (1 - failures.length / count)).toFixed(1)} % of ${count}`);
  expect(failures).toEqual([]);
}

test('marks that meet', () => {
  const rows = readTable('trim-css.tsv');
  const failures = rows.flatMap(({ lang, codePoints, widthsEm }) => {
    const { widthsEm: found } = characterSpacing(readCase(codePoints ?? '').text, { lang: lang ?? '' });
    return found.join(' ') === widthsEm ? [] : [`${lang} ${codePoints}: ${found}, not ${widthsEm}`];
  });
  report('trimming', failures, rows.length);
});

test('gaps between East Asian and other text', () => {
  const rows = readTable('autospace.tsv');
  const failures = rows.flatMap(({ lang, text, gaps }) => {
    const found = characterSpacing(text ?? '', { lang: lang ?? '' }).gaps;
    expect(found.every((gap) => gap.em === 0.125)).toBe(true);
    const shown = found.map((gap) => gap.before).join(' ');
    return shown === gaps ? [] : [`${lang} ${text}: ${shown}, not ${gaps}`];
  });
  report('gaps', failures, rows.length);
});
