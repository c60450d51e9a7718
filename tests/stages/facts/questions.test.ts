import { expect, test } from 'vitest';
import type { Case } from '../../../src/case/types.ts';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { questionsByRule } from '../../../src/facts/questions.ts';

const TODAY = '2027-01-15';

function rowsOf(customer: Case, today = TODAY) {
  return questionsByRule(lookUpFacts(customer, bundledData), customer, today, bundledData);
}

const asked = (customer: Case, today?: string) =>
  rowsOf(customer, today).flatMap((row) => (row.asked ? row.id : []));
const standing = (customer: Case) => rowsOf(customer).map((row) => row.id);

const docomo: Case = {
  carrier: 'ntt-docomo',
  reason: 'leaving-japan',
  departure: '2027-03-28',
  visit: { channel: 'shop' },
  payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
};

test('docomo, leaving Japan: the fourteen core rows are asked, two of them holding two questions', () => {
  const core = rowsOf(docomo).filter((row) => row.core && row.asked && row.section > 1 && row.section < 8);
  expect(core.map((row) => row.id)).toEqual([
    '2a',
    '2b',
    '2c',
    '2d',
    '3a',
    '3b',
    '3e',
    '3f',
    '4a',
    '4b',
    '4c',
    '4d',
    '4h',
    '5a',
    '5b',
    '6d',
  ]);
  expect(core.filter((row) => !row.mergedInto)).toHaveLength(14);
});

test('what the carrier says officially is not asked: au charges the full month and closes at month end', () => {
  const rows = rowsOf({ ...docomo, carrier: 'au' });
  for (const id of ['2c', '2d'])
    expect(rows.find((row) => row.id === id)).toMatchObject({ asked: false, why: 'settled' });
  expect(rows.find((row) => row.id === '2b')).toMatchObject({ asked: true, why: 'to-confirm' });
});

test('the same facts half a year later are asked again', () => {
  expect(asked({ ...docomo, carrier: 'au' }, '2027-05-22')).toEqual(expect.arrayContaining(['2c', '2d']));
  expect(rowsOf({ ...docomo, carrier: 'au' }, '2027-05-22').find((row) => row.id === '2d')!.why).toBe(
    'stale',
  );
});

test('why a row is asked', () => {
  const why = (carrier: string, id: string) =>
    rowsOf({ ...docomo, carrier }).find((row) => row.id === id)?.why;
  expect(why('biglobe-mobile', '2d')).toBe('unknown');
  expect(why('softbank', '2c')).toBe('conflict');
  expect(why('y-mobile', '2c')).toBe('low-confidence');
  expect(why('ntt-docomo', '2d')).toBe('to-confirm');
  expect(why('ntt-docomo', '3b')).toBe('personal');
  expect(why('ntt-docomo', '1a')).toBe('stated');
});

test('rows name the facts that are known about them', () => {
  const rows = rowsOf(docomo);
  expect(rows.find((row) => row.id === '2d')!.facts).toEqual(['ntt-docomo:billing.lastMonthCharge']);
  expect(rows.find((row) => row.id === '1g')!.facts).toEqual(
    [0, 1, 2, 3].map((n) => `ntt-docomo:documents.${n}`),
  );
  expect(rows.find((row) => row.id === '3b')!.facts).toEqual([]);
});

test('a row without a settled fact is asked of every carrier that leaves it unknown or unsure', () => {
  for (const carrier of bundledData.ids) {
    const customer = { ...docomo, carrier };
    const facts = lookUpFacts(customer, bundledData);
    for (const row of rowsOf(customer)) {
      if (row.role === 'clerk' && !row.asked) {
        for (const id of row.facts) {
          expect(facts.facts[id.slice(carrier.length + 1)]!.confidence, `${carrier} ${row.id}`).toBe('high');
        }
      }
    }
  }
});

const plain: Case = { carrier: 'softbank', reason: 'unused' };
const conditions: [name: string, answers: Partial<Case>, adds: string[], removes: string[]][] = [
  ['leaving Japan', { reason: 'leaving-japan' }, ['4e', '4h'], ['1d']],
  [
    'a departure without a reason',
    { reason: undefined as never, departure: '2027-03-28' },
    ['4e', '4h'],
    ['1d'],
  ],
  ['instalments', { handset: { instalments: 'remaining' } }, ['3c', '3d', '7c'], []],
  ['a return programme', { handset: { returnProgramme: true } }, ['3c', '3d', '7c'], []],
  ['an interpreter', { holder: { visitor: 'with-interpreter' } }, ['0f'], ['0e', '0g']],
  ['family at the counter', { holder: { visitor: 'family' } }, ['0g'], ['0f']],
  ['family lines', { line: { familyLines: true } }, ['6a', '6b'], []],
  ['home internet', { line: { homeInternet: 'same-carrier' } }, ['5e'], ['6c']],
  [
    'home internet of who leaves',
    { reason: 'leaving-japan', line: { homeInternet: 'same-carrier' } },
    ['5e', '6c'],
    [],
  ],
  ['no home internet', { line: { homeInternet: 'none' } }, [], ['5e', '6c']],
  ['an old phone', { handset: { boughtBefore202110: true } }, ['7a'], []],
  ['an eSIM', { line: { sim: 'esim' } }, ['7b'], []],
  ['a forgotten PIN', { line: { pinKnown: false } }, ['1i'], ['1h']],
  ['a bank account that closes', { payment: { bankAccountCloses: '2027-05-31' } }, ['4d'], []],
  ['a credit card', { payment: { method: 'credit-card', bankAccountCloses: '2027-05-31' } }, [], ['4d']],
  ['porting out', { line: { numberPlan: 'port-out' } }, ['1d'], ['1a', '1c', '2a', '2b', '4h', '8a']],
];

test.each(conditions)('%s: adds and removes its rows', (_name, answers, adds, removes) => {
  const before = standing(plain);
  const { reason, ...rest } = { ...plain, ...answers };
  const after = standing(reason ? { ...rest, reason } : rest);
  expect(after).toEqual(expect.arrayContaining(adds));
  for (const id of adds) expect(before, id).not.toContain(id);
  for (const id of removes) expect(after, id).not.toContain(id);
});

test('an account that closes within 60 days of the departure makes 4d, 4e, 4f bold; a later one does not', () => {
  const bold = (closes: string) => {
    const rows = rowsOf({ ...docomo, payment: { bankAccountCloses: closes } });
    return rows.flatMap((row) => (row.bold ? row.id : []));
  };
  expect(bold('2027-05-26')).toEqual(['4d', '4e', '4f']);
  expect(bold('2027-05-27')).toEqual([]);
});

test('where no desk is known the memo asks how', () => {
  const asking = [...bundledData.ids, 'any'].filter((carrier) => asked({ carrier }).includes('1j'));
  expect(asking).toEqual(['gs-mobile', 'gtn-mobile', 'hanacell', 'japasim', 'any']);
});

test('deposits are asked for where they are reported or the carrier serves foreigners', () => {
  const asking = [...bundledData.ids].filter((carrier) => asked({ carrier }).includes('4g'));
  expect(asking).toEqual([
    'gs-mobile',
    'gtn-mobile',
    'hanacell',
    'japasim',
    'mobal',
    'povo2',
    'sakura-mobile',
    'smiles-connect',
  ]);
});

test('a phone can be sold at the counter when it is paid', () => {
  const paid: Case = { ...docomo, handset: { instalments: 'none' } };
  expect(standing(paid)).toContain('7d');
  expect(standing({ ...paid, handset: { instalments: 'remaining' } })).not.toContain('7d');
  expect(standing({ ...paid, visit: { channel: 'web' } })).not.toContain('7d');
});
