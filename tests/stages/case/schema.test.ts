import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldLabels, optionLabels } from '#interview-words';
import { answerPaths } from '../../../src/case/case-fields.ts';
import { ACCOUNTS, PAPERS } from '../../../src/case/known-ids.ts';
import { makeSchema } from '../../../tools/build/schema.mjs';

test('data/schema/case.schema.json is what the zod schema says (npm run schema)', async () => {
  expect(readFileSync('data/schema/case.schema.json', 'utf8')).toBe(await makeSchema());
});

test('every answer has a label in three languages, and every label an answer', () => {
  expect(Object.keys(fieldLabels).sort()).toEqual(answerPaths().sort());
});

test('papers and accounts have labels in the order in which they are asked', () => {
  expect(Object.keys(optionLabels.papers ?? {})).toEqual([...PAPERS]);
  expect(Object.keys(optionLabels.accounts ?? {})).toEqual([...ACCOUNTS]);
});
