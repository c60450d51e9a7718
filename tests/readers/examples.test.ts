/** Every example becomes PDFs, small enough for any chat and any print machine. */
import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { samples } from './support/samples.ts';

test('all examples are written', () => {
  expect(inject('failures')).toEqual([]);
});

/** Bytes. */
const limits: Record<string, number> = { checklist: 260_000, memo: 130_000 };

/**
 * A blank memo has every row, on four pages, and the example of SoftBank is in large print on ten: their glyphs alone
 * pass what a memo should take. Remove when outlines get smaller (docs/decisions/0007-lean-outlines.md).
 */
const FULLEST = /^softbank-family-hikari .* memo$|blank memo$/u;
const FULLEST_LIMIT = 136_000;

test.each(samples)('$name is small', ({ name, path }) => {
  const limit = FULLEST.test(name) ? FULLEST_LIMIT : (limits[name.split(' ').at(-1)!] ?? 60_000);
  expect(readFileSync(path).length).toBeLessThanOrEqual(limit);
});
