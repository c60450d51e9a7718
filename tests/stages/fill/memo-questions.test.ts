import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/case/types.ts';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { questionsByRule } from '../../../src/facts/questions.ts';
import { countStatementLines } from '../../../src/fill/memo-statements.ts';
import { CARRIERS, changed, DOCOMO, fill, TODAY, textOf, viewOf } from './memo-fill.ts';

const rowsOf = (customer: Case, edition: 'personal' | 'share' | 'blank' = 'personal') => {
  const { front, further } = viewOf(customer, edition).memo;
  return { front: front.map(({ id }) => id), all: [...front, ...further].map(({ id }) => id) };
};

test('the default case: the fourteen rows of the front, and no second sheet', () => {
  const { front, all } = rowsOf(DOCOMO);
  expect(front.join(' ')).toBe('2a 2b 2d 3a 3b 3c 3e 4a 4c 4d 4h 5a 5b 6d');
  expect(all).toEqual(front);
});

test('a copy for others asks of the account where it is about leaving Japan', () => {
  expect(rowsOf(DOCOMO, 'share').all).toContain('4d');
  expect(rowsOf(changed({ reason: 'switching' }), 'share').all).not.toContain('4d');
});

/** Each row of the list of memo items that depends on the profile: where it stands, and where it does not. */
const CONDITIONS: [id: string, stands: Partial<Case>, absent: Partial<Case>][] = [
  ['1d', { line: { numberPlan: 'port-out' } }, {}],
  ['1i', { line: { pinKnown: false } }, {}],
  ['1j', { carrier: 'gtn-mobile', visit: { channel: 'undecided' } }, {}],
  ['2a', {}, { line: { numberPlan: 'port-out' } }],
  ['2b', {}, { line: { numberPlan: 'port-out' } }],
  ['2c', { carrier: 'softbank' }, {}],
  ['3b', {}, { handset: { instalments: 'none' } }],
  ['3c', {}, { handset: { instalments: 'none', returnProgramme: false } }],
  ['3d', { handset: { returnProgramme: true } }, { handset: { returnProgramme: false } }],
  ['4d', {}, { payment: { method: 'credit-card' } }],
  ['4e', { payment: { bankAccountCloses: '2027-04-30' } }, { reason: 'unused' }],
  ['4f', { payment: { bankAccountCloses: '2027-04-30' } }, {}],
  ['4g', { carrier: 'gtn-mobile' }, {}],
  ['4h', {}, { reason: 'unused' }],
  ['5e', { line: { homeInternet: 'same-carrier' } }, { line: { homeInternet: 'none' } }],
  ['6a', { line: { familyLines: true } }, { line: { familyLines: false } }],
  ['6b', { line: { familyLines: true } }, { line: { familyLines: false } }],
  ['6c', { line: { homeInternet: 'same-carrier' } }, { line: { homeInternet: 'other' } }],
  // Who stays is not asked into ending it.
  [
    '6c',
    { line: { homeInternet: 'same-carrier' } },
    { line: { homeInternet: 'same-carrier' }, reason: 'unused' },
  ],
  ['7a', { handset: { boughtBefore202110: true } }, { handset: { boughtBefore202110: false } }],
  ['7b', { line: { sim: 'esim' } }, { line: { sim: 'physical' } }],
  ['9a', { line: { numberPlan: 'park' } }, {}],
  ['9b', { carrier: 'povo2', line: { numberPlan: 'park' } }, {}],
  ['9c', { carrier: 'povo2', line: { numberPlan: 'park' } }, {}],
  ['9d', { carrier: 'povo2', line: { numberPlan: 'park' } }, {}],
];

describe.each(CONDITIONS)('row %s', (id, stands, absent) => {
  test('stands where its condition holds', () => expect(rowsOf(changed(stands)).all).toContain(id));
  test('does not stand elsewhere', () => expect(rowsOf(changed(absent)).all).not.toContain(id));
});

test('rows that only wait for room: on the second sheet once something opens it, else where the front is free', () => {
  const family = rowsOf(changed({ line: { familyLines: true, homeInternet: 'same-carrier' } }));
  // 6d takes two lines where a router stands.
  expect(family.front).toHaveLength(13);
  for (const id of ['0e', '1g', '4e', '4i', '5c', '5d', '7c']) expect(family.all).toContain(id);
  const short = rowsOf(
    changed({ handset: { instalments: 'none' }, payment: { method: 'credit-card' }, reason: 'unused' }),
  );
  expect(short.all).toEqual(short.front);
  expect(short.front).toContain('1g');
  expect(rowsOf(changed({ handset: { instalments: 'none' } })).front).toContain('1g');
});

test('a number that is kept by buying: nothing is applied for, so nothing is asked of a procedure', () => {
  const { all } = rowsOf(changed({ carrier: 'povo2', line: { numberPlan: 'park' } }));
  for (const id of ['2a', '2b', '2c', '2d', '3a', '6d', '9a']) expect(all).not.toContain(id);
  for (const id of ['3e', '4h', '9b', '9c', '9d']) expect(all).toContain(id);
});

test('6d asks by when and where to, where a router stands or the answers are written down at home', () => {
  const linesOf = (customer: Case) => {
    const { front, further } = viewOf(customer).memo;
    return [...front, ...further].find(({ id }) => id === '6d')?.lines;
  };
  expect(linesOf(DOCOMO)).toBe(1);
  const router = changed({ line: { homeInternet: 'same-carrier' } });
  expect(linesOf(router)).toBe(2);
  expect(textOf(fill('memo', router))).toContain('返却先');
  expect(textOf(fill('memo', DOCOMO))).not.toContain('返却先');
  // The SIM must go back, and nobody says where to.
  for (const carrier of ['gtn-mobile', 'japasim']) expect(linesOf(changed({ carrier })), carrier).toBe(2);
});

test('7d, the handset for sale: leaving for good, in a shop, everything paid', () => {
  const sold = changed({
    handset: { instalments: 'none' },
    line: { familyLines: true, homeInternet: 'same-carrier' },
  });
  expect(rowsOf(sold).all).toContain('7d');
  expect(rowsOf({ ...sold, reason: 'unused' }).all).not.toContain('7d');
});

test('what comes in one row is not asked twice', () => {
  for (const carrier of CARRIERS) {
    const { all } = rowsOf(changed({ carrier }));
    expect(all, carrier).not.toContain('3f');
    expect(all, carrier).not.toContain('4b');
    expect(new Set(all).size, carrier).toBe(all.length);
  }
});

test('a question without a date of closing the account is dropped in the personal edition, a line to fill in elsewhere', () => {
  const { payment, ...rest } = DOCOMO;
  expect(payment?.bankAccountCloses).toBeDefined();
  expect(rowsOf(rest).all).not.toContain('4d');
  expect(rowsOf(DOCOMO, 'share').all).toContain('4d');
  expect(rowsOf(DOCOMO, 'blank').all).toContain('4d');
});

test('what is settled is not asked, what nobody knows is', () => {
  let settled = 0;
  for (const carrier of CARRIERS) {
    const customer = changed({ carrier, line: { familyLines: true, homeInternet: 'other' } });
    const facts = lookUpFacts(customer, bundledData);
    const { all } = rowsOf(customer);
    for (const question of questionsByRule(facts, customer, TODAY, bundledData)) {
      if (question.why === 'settled') {
        settled += 1;
        expect(all, `${carrier} ${question.id}`).not.toContain(question.id);
      }
    }
    if (facts.unknown.includes('billing.closingDay')) expect(all, carrier).toContain('2c');
    if (facts.unknown.includes('billing.lastMonthCharge')) expect(all, carrier).toContain('2d');
  }
  expect(settled).toBeGreaterThan(10);
});

test('the front holds at most fourteen rows and 441 pt, less where the statements take more lines', () => {
  const heights = { 1: 29.25, 2: 45, 3: 60.75 };
  for (const carrier of CARRIERS) {
    for (const papers of [
      [],
      ['residence-card', 'passport'],
      ['residence-card', 'passport', 'drivers-licence'],
    ]) {
      const visitor = papers.length > 0 ? 'self' : 'family';
      const { front, statements } = viewOf(changed({ carrier, papers, holder: { visitor } })).memo;
      const points = front.reduce((sum, { lines }) => sum + heights[lines], 0);
      expect(front.length).toBeLessThanOrEqual(14);
      expect(points).toBeLessThanOrEqual(441 - 27 * Math.max(0, countStatementLines(statements) - 3));
    }
  }
});

test('lines of statements: pairs share one', () => {
  const lines = (...wide: boolean[]) =>
    countStatementLines(
      wide.map((isWide) => ({ id: '1b', partial: '', wide: isWide, ticked: true, choosing: false })),
    );
  expect(lines(false, false, false, false, true)).toBe(3);
  expect(lines(false, true, false, false)).toBe(3);
  expect(lines(true, true, false, false, true)).toBe(4);
  expect(lines(false, false, false)).toBe(2);
});

test('a statement is ticked where the case says it, and an open box elsewhere', () => {
  const ticked = (customer: Case) =>
    viewOf(customer)
      .memo.statements.filter((statement) => statement.ticked)
      .map(({ id }) => id);
  expect(ticked({ carrier: 'softbank' })).toEqual(['1e']);
  expect(ticked({ carrier: 'softbank', line: { numberPlan: 'cancel' } })).toEqual(['1e', '1c']);
  expect(ticked({ carrier: 'softbank', line: { pinKnown: true } })).toEqual(['1e', '1h']);
});

test('an account that is closed soon after the departure makes its rows urgent', () => {
  const { front, further } = viewOf(changed({ payment: { bankAccountCloses: '2027-04-30' } })).memo;
  const bold = [...front, ...further].filter((row) => row.bold).map(({ id }) => id);
  expect(bold).toEqual(['4d', '4e', '4f']);
});
