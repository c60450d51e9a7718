/** Every example becomes PDFs, small enough for any chat and any print machine. */
import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { samples } from './support/samples.ts';

test('all examples are written', () => {
  expect(inject('failures')).toEqual([]);
});

/** Bytes; for the usual size and paper of a case. */
const limits: Record<string, number> = { checklist: 260_000, memo: 130_000 };

test.each(samples)('$name is small', ({ name, path }) => {
  const limit = limits[name.split(' ').at(-1)!] ?? 60_000;
  expect(readFileSync(path).length).toBeLessThanOrEqual(limit);
});
