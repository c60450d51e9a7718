import { expect, test } from 'vitest';
import { bundledData } from '../../../src/facts/carriers.ts';
import type { RawCarrier } from '../../../src/facts/fact-data.ts';
import { carrierFiles, carriers, readJson } from '../../data/data-files.ts';

/** The build adds what a reader sees of an address in Punycode. */
const asInFile = (key: string, value: unknown) => (key === 'readableUrl' ? undefined : value);

test('an address in Punycode is bundled as people write it, too', () => {
  const docomo = JSON.parse(bundledData.carriers['ntt-docomo']!) as RawCarrier;
  const source = docomo.sources.find(({ url }) => url.includes('xn--'));
  expect(source?.readableUrl).toBe('https://auひかりso-net.com/media/docomo-cancellation');
  for (const text of Object.values(bundledData.carriers)) {
    const { sources } = JSON.parse(text) as RawCarrier;
    for (const { url, readableUrl } of sources) expect(readableUrl !== undefined).toBe(/xn--/u.test(url));
  }
});

test('the bundled data is the one of the files; after a change of data/ run `npm run generate`', () => {
  expect(bundledData.ids).toEqual(carrierFiles.map((name) => name.replace('.json', '')));
  expect(Object.keys(bundledData.carriers).sort()).toEqual([...bundledData.ids, 'any'].sort());
  for (const [, carrier] of carriers)
    expect(JSON.parse(bundledData.carriers[carrier.id]!, asInFile)).toEqual(carrier);
  expect(JSON.parse(bundledData.general)).toEqual(readJson('general-rules.json').rules);
  expect(JSON.parse(bundledData.memoRules)).toEqual(readJson('memo-rules.json'));
  expect(bundledData.asOf).toBe(readJson('fields.json').asOf);
});
