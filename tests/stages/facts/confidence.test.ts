import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundledData } from '../../../src/facts/carriers.ts';
import { confidenceOf, findStaleFacts, isSettled, mayPrintZeroYen } from '../../../src/facts/confidence.ts';
import { daysBetween } from '../../../src/facts/day-count.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import type { Fact } from '../../../src/facts/types.ts';

const TODAY = '2027-01-15';
const factsOf = (carrier: string) => lookUpFacts({ carrier }, bundledData);
const everything = [...bundledData.ids].map(factsOf);

function makeFact(change: Partial<Fact>): Fact {
  return {
    id: 'x:y',
    path: 'y',
    value: true,
    ja: '',
    zhHans: '',
    confidence: 'high',
    basis: 'official',
    sources: [],
    checkedOn: '2026-11-22',
    extra: {},
    ...change,
  };
}

test('three words', () => {
  expect(confidenceOf(makeFact({}), TODAY)).toEqual({ word: 'official', stale: false, ageDays: 54 });
  expect(confidenceOf(makeFact({ basis: 'secondary' }), TODAY).word).toBe('reported');
  expect(confidenceOf(makeFact({ basis: 'official+secondary', confidence: 'medium' }), TODAY).word).toBe(
    'reported',
  );
  expect(confidenceOf(makeFact({ basis: 'official+secondary' }), TODAY).word).toBe('official');
  expect(confidenceOf(makeFact({ scope: 'contract-procedure' }), TODAY).word).toBe('reported');
  expect(confidenceOf(makeFact({ staleRisk: 'old' }), TODAY).word).toBe('reported');
  for (const doubt of [
    { confidence: 'low' },
    { basis: 'none' },
    { scope: 'sister-product' },
    { conflict: 'two say no' },
    { value: 'conflicting' },
    { value: 'varies' },
  ] as const) {
    expect(confidenceOf(makeFact(doubt), TODAY).word, JSON.stringify(doubt)).toBe('please-confirm');
  }
});

test('a reading is stale from the 181st day', () => {
  expect(confidenceOf(makeFact({}), '2027-05-21')).toMatchObject({ stale: false, ageDays: 180 });
  expect(confidenceOf(makeFact({}), '2027-05-22')).toMatchObject({ stale: true, ageDays: 181 });
  expect(isSettled(makeFact({}), '2027-05-21')).toBe(true);
  expect(isSettled(makeFact({}), '2027-05-22')).toBe(false);
});

test('a run dated before the reading is not stale', () => {
  expect(confidenceOf(makeFact({}), '2026-11-01')).toMatchObject({ stale: false, ageDays: -21 });
});

test('only a sure, undisputed fact without conditions is settled', () => {
  expect(isSettled(makeFact({}), TODAY)).toBe(true);
  for (const doubt of [
    { confidence: 'medium' },
    { confidence: 'low' },
    { basis: 'none' },
    { conflict: 'two say no' },
    { staleRisk: 'old' },
    { scope: 'sister-product' },
    { scope: 'contract-procedure' },
    { value: 'unclear' },
    { value: 0, extra: { currency: 'JPY', conditions: {} } },
    { value: 0, extra: { currency: 'JPY', earlierRule: {} } },
  ] as const) {
    expect(isSettled(makeFact(doubt), TODAY), JSON.stringify(doubt)).toBe(false);
  }
});

test('no settled fact of the data is of low confidence or disputed', () => {
  const settled = everything.flatMap(({ facts }) =>
    Object.values(facts).filter((fact) => isSettled(fact, TODAY)),
  );
  expect(settled.length).toBeGreaterThan(50);
  for (const fact of settled) {
    expect(fact.confidence, fact.id).toBe('high');
    expect(fact.conflict, fact.id).toBeUndefined();
    expect(confidenceOf(fact, TODAY).word, fact.id).not.toBe('please-confirm');
  }
});

test('"0 yen" stands for no cancellation fee of any carrier, and for porting out where it is sure', () => {
  for (const facts of everything) {
    expect(mayPrintZeroYen(facts, 'fees.standardCancellationFee', TODAY), facts.carrier.id).toBe(false);
  }
  const ported = everything.filter((facts) => mayPrintZeroYen(facts, 'mnp.fee', TODAY));
  expect(ported.map((facts) => facts.carrier.id)).toEqual(['his-mobile', 'iijmio', 'ntt-docomo']);
});

test('"0 yen" may stand once a carrier is known to have no short-term fee', () => {
  const facts = factsOf('y-mobile');
  facts.unknown = facts.unknown.filter((path) => path !== 'fees.shortTermFee');
  expect(mayPrintZeroYen(facts, 'fees.standardCancellationFee', TODAY)).toBe(true);
  expect(mayPrintZeroYen(facts, 'fees.standardCancellationFee', '2027-06-01')).toBe(false);
  expect(mayPrintZeroYen(facts, 'fees.shortTermFee', TODAY)).toBe(false);
});

test('stale facts are one warning with their age', () => {
  expect(findStaleFacts(factsOf('au'), '2027-05-21')).toEqual([]);
  expect(findStaleFacts(factsOf('au'), '2027-05-22')).toEqual([
    { severity: 'warning', code: 'stale-facts', path: 'carrier', values: { days: 181 } },
  ]);
});

test('days are counted as the calendar counts them', () => {
  expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
    }),
    { seed: 20270115 },
  );
});
