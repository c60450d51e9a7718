import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { carrierFiles, rules } from './data-files.ts';

const tool = fileURLToPath(new URL('../../tools/data/freshness.mjs', import.meta.url));

function run(...options: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [tool, ...options], { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n') };
}

test('on the day of the data nothing is old', () => {
  expect(run('--today', '2026-11-22', '--days', '0')).toEqual({
    status: 0,
    lines: ['nothing is older than 0 days on 2026-11-22'],
  });
});

test('what is older than the limit is named with its age', () => {
  const { status, lines } = run('--today', '2099-01-01');
  expect(status).toBe(1);
  expect(lines.at(-1)).toBe(`${carrierFiles.length + rules.length} to read again`);
  expect(lines.find((line) => line.startsWith('au:'))).toMatch(
    /^au: (\d+) of \1 facts, oldest \d+ days: network /,
  );
});
