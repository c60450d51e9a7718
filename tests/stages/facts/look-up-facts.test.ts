import { expect, test } from 'vitest';
import { bundledData, getCarrier, listCarriers } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { carrierFiles, carriers, citedNodes } from '../../data/data-files.ts';
import { findFacts } from '../../support/find-facts.ts';

const factsOf = (carrier: string) => lookUpFacts({ carrier }, bundledData);

test.each(carriers.map(([, carrier]) => [carrier.id, carrier] as const))(
  '%s: every entry with sources becomes a fact with the same words',
  (id, carrier) => {
    const { facts } = factsOf(id);
    const entries = citedNodes(carrier);
    expect(Object.keys(facts).sort()).toEqual(entries.map(([path]) => path).sort());
    for (const [path, node] of entries) {
      const fact = facts[path]!;
      expect(fact.id).toBe(`${id}:${path}`);
      expect(fact.ja).toBe(node.ja);
      expect(fact.zhHans).toBe(node.zhHans);
      expect(fact.checkedOn).toBe(node.checkedOn);
      expect(fact.basis).toBe(node.basis);
      expect(fact.sources.map((source) => source.id)).toEqual(node.source);
      if ('value' in node) expect(fact.value).toBe(node.value);
      if ('confidence' in node) expect(fact.confidence).toBe(node.confidence);
      if ('conflict' in node) expect(fact.conflict).toBe(node.conflict);
    }
  },
);

test('an unknown field is absent and named', () => {
  const { facts, unknown } = factsOf('ntt-docomo');
  expect(facts['sim.esim']).toBeUndefined();
  expect(unknown).toContain('sim.esim');
});

test('what the sources disagree on stays so', () => {
  const phone = factsOf('ntt-docomo').facts['channels.phone']!;
  expect(phone.value).toBe('conflicting');
  expect(phone.confidence).toBe('low');
  expect(phone.conflict).toContain('s11');
  expect(phone.extra.number).toBe('151 / 0120-800-000');
});

test('papers carry their item as value and their need', () => {
  const card = factsOf('ntt-docomo').facts['documents.0']!;
  expect(card.value).toBe('residence-card');
  expect(card.extra.need).toBe('required-at-shop');
});

test('a condition is a fact of its own, as sure as its fee', () => {
  const { facts } = factsOf('ntt-docomo');
  expect(facts['fees.shortTermFee.conditions']!.confidence).toBe(facts['fees.shortTermFee']!.confidence);
  expect(facts['fees.shortTermFee.conditions']!.sources[0]!.id).toBe('s5');
});

test('general rules come with every carrier, numbered', () => {
  const { general } = factsOf('povo2');
  expect(Object.keys(general)).toHaveLength(12);
  expect(general['fee-cap-2019-10']!.facts.map((fact) => fact.id)).toEqual([
    'general:fee-cap-2019-10.0',
    'general:fee-cap-2019-10.1',
  ]);
  expect(Object.values(general).flatMap((rule) => rule.facts)).toHaveLength(33);
});

test('ids lead back to their facts', () => {
  const facts = factsOf('au');
  expect(findFacts(facts, 'au:billing.lastMonthCharge')).toEqual([facts.facts['billing.lastMonthCharge']]);
  expect(findFacts(facts, 'general:eight-days')).toHaveLength(3);
  expect(findFacts(facts, 'general:eight-days.1')[0]!.value).toBe('confirmation-measure');
  expect(findFacts(facts, 'softbank:lastBill')).toEqual([]);
  expect(findFacts(facts, 'general:nothing')).toEqual([]);
  expect(findFacts(facts, 'au:nothing')).toEqual([]);
});

test('a carrier without data is our mistake by now', () => {
  expect(() => factsOf('nowhere')).toThrow('nowhere');
});

test('the list and the single carrier agree; `any` is in neither', () => {
  const list = listCarriers();
  expect(list.map(({ id }) => `${id}.json`)).toEqual(carrierFiles);
  for (const summary of list) expect(getCarrier(summary.id)!.carrier).toEqual(summary);
  // Generic sheets have a plan too.
  expect(getCarrier('any')?.carrier.id).toBe('any');
  expect(list.map(({ id }) => id)).not.toContain('any');
  expect(getCarrier('toString')).toBeUndefined();
});

test('of any carrier nothing is known but the planning assumptions', () => {
  const { facts, unknown, schedule } = factsOf('any');
  expect(Object.keys(facts).every((path) => path.startsWith('schedule.'))).toBe(true);
  expect(unknown).toContain('billing.closingDay');
  expect(schedule.lineEnds).toMatchObject({ value: 'unknown', assumed: true, confidence: 'low' });
});

test('facts of one case do not touch those of the next', () => {
  const first = factsOf('mineo');
  first.facts['billing.lastMonthCharge']!.ja = '';
  first.unknown.length = 0;
  expect(factsOf('mineo')).toEqual(getCarrier('mineo'));
});
