import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { carrierSchema, generalRulesSchema, memoRulesSchema } from '../../tools/data/carrier-schema.ts';
import { carriers, readJson } from './data-files.ts';

test.each(carriers)('%s has the shape of a carrier', (_path, carrier) => {
  const result = z.safeParse(carrierSchema, carrier);
  expect(result.error?.issues ?? []).toEqual([]);
});

test('the general rules have their shape', () => {
  expect(z.safeParse(generalRulesSchema, readJson('general-rules.json')).error?.issues ?? []).toEqual([]);
});

test('the memo rules have their shape', () => {
  expect(z.safeParse(memoRulesSchema, readJson('memo-rules.json')).error?.issues ?? []).toEqual([]);
});

test('an entry without a source, a misspelt key and a bad hour are refused', () => {
  const carrier = structuredClone(carriers[0]![1]) as unknown as { schedule: { lineEnds: object } };
  for (const bad of [{ source: [] }, { sorce: ['s1'] }, { value: 'soon' }, { checkedOn: '2026-13-01' }]) {
    const schedule = { ...carrier.schedule, lineEnds: { ...carrier.schedule.lineEnds, ...bad } };
    expect(z.safeParse(carrierSchema, { ...carrier, schedule }).success, JSON.stringify(bad)).toBe(false);
  }
});

// Editors read these; `npx vitest run tests/data/schema.test.ts -u` writes them anew.
test.each([
  ['carrier', carrierSchema],
  ['general-rules', generalRulesSchema],
  ['memo-rules', memoRulesSchema],
])('data/schema/%s.schema.json is the one of the code', async (name, schema) => {
  const text = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../../data/schema/${name}.schema.json`);
});

test.each(carriers)('%s names its schema', (path, carrier) => {
  expect(carrier.$schema).toBe(
    path.startsWith('carriers/') ? '../schema/carrier.schema.json' : './schema/carrier.schema.json',
  );
});
