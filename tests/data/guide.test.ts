import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { carriers, type Node } from './data-files.ts';

const guide = readFileSync(new URL('../../docs/data-guide.md', import.meta.url), 'utf8');

test('the guide gives the reason for every carrier as the data has it', () => {
  const rows = [...guide.matchAll(/^\| ([a-z0-9-]+) \| ([a-z-]+) \| ([a-z-]+) \| .{10,} \|$/gm)];
  const planned = carriers
    .filter(([, carrier]) => carrier.id !== 'any')
    .map(([, carrier]) => {
      const { lineEnds, lastMonth } = carrier.schedule as Record<string, Node>;
      return [carrier.id, lineEnds!.value, lastMonth!.value];
    });
  expect(rows.map((row) => row.slice(1, 4))).toEqual(planned);
});

test('the guide explains every value of the schedule', () => {
  const names = new Set(carriers.flatMap(([, carrier]) => Object.keys(carrier.schedule as Node)));
  for (const name of names) expect(guide).toContain(`\`${name}\``);
});
