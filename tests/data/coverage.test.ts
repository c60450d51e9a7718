import { expect, test } from 'vitest';
import { carrierFiles, carriers, citedNodes, readJson, readText, rules } from './data-files.ts';

const CARRIERS = [
  'aeon-mobile',
  'ahamo',
  'au',
  'b-mobile',
  'biglobe-mobile',
  'gs-mobile',
  'gtn-mobile',
  'hanacell',
  'his-mobile',
  'iijmio',
  'irumo-docomo-mini',
  'japasim',
  'jcom-mobile',
  'linemo',
  'mineo',
  'mobal',
  'nihon-tsushin',
  'ntt-docomo',
  'nuro-mobile',
  'ocn-mobile-one',
  'povo2',
  'qt-mobile',
  'rakuten-mobile',
  'sakura-mobile',
  'smiles-connect',
  'softbank',
  'uq-mobile',
  'y-mobile',
];

test('every carrier of the list is in the file of its id, and no other is there', () => {
  expect(carrierFiles).toEqual(CARRIERS.map((id) => `${id}.json`));
  expect(carriers.map(([, carrier]) => carrier.id)).toEqual([...CARRIERS, 'any']);
});

/** As many as there were; more are welcome. */
const AT_LEAST = { facts: 388, generalFacts: 33, sources: 256, generalSources: 48 };

const kept = (name: keyof typeof AT_LEAST, found: number): void => {
  const least = AT_LEAST[name];
  const lost = `${name} shrank from ${least} to ${found}: was one lost? Where it is meant, lower the number in this test`;
  expect(found, lost).toBeGreaterThanOrEqual(least);
};

test('no published fact is lost, apart from what the schedule adds', () => {
  const published = carriers.flatMap(([, carrier]) =>
    citedNodes(carrier).filter(([path]) => !path.startsWith('schedule.')),
  );
  const general = rules.flatMap((rule) => citedNodes({ facts: rule.facts }));
  kept('facts', published.length);
  kept('generalFacts', general.length);
});

test('no number of sources has shrunk', () => {
  const published = carriers.flatMap(([, carrier]) => carrier.sources.filter((source) => !source.planning));
  kept('sources', published.length);
  kept('generalSources', rules.flatMap((rule) => rule.sources).length);
});

test('the fields stand in one order in all files', () => {
  const order = Object.keys(carriers[0]![1]);
  for (const [path, carrier] of carriers) expect(Object.keys(carrier), path).toEqual(order);
});

/** Two spaces, lists of plain values on one line: a changed fact is a changed line. */
function canonical(value: unknown): string {
  const list = /\[\s+((?:"[^"\n]*"|-?\d+)(?:,\s+(?:"[^"\n]*"|-?\d+))*)\s+\]/g;
  const text = JSON.stringify(value, null, 2).replace(
    list,
    (_all, items: string) => `[${items.replace(/,\s+/g, ', ')}]`,
  );
  return `${text}\n`;
}

test.each([...carriers.map(([path]) => path), 'general-rules.json', 'fields.json'])(
  '%s is laid out evenly',
  (path) => {
    expect(readText(path)).toBe(canonical(readJson(path)));
  },
);

test('the day of the data is one', () => {
  expect(readJson('general-rules.json').asOf).toBe(readJson('fields.json').asOf);
});
