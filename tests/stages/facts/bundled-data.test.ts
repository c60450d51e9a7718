import { expect, test } from 'vitest';
import { bundledData } from '../../../src/facts/carriers.ts';
import { carrierFiles, carriers, readJson } from '../../data/data-files.ts';

test('the bundled data is the one of the files; after a change of data/ run `npm run generate`', () => {
  expect(bundledData.ids).toEqual(carrierFiles.map((name) => name.replace('.json', '')));
  expect(Object.keys(bundledData.carriers).sort()).toEqual([...bundledData.ids, 'any'].sort());
  for (const [, carrier] of carriers) expect(JSON.parse(bundledData.carriers[carrier.id]!)).toEqual(carrier);
  expect(JSON.parse(bundledData.general)).toEqual(readJson('general-rules.json').rules);
  expect(JSON.parse(bundledData.memoRules)).toEqual(readJson('memo-rules.json'));
  expect(bundledData.asOf).toBe(readJson('fields.json').asOf);
});
