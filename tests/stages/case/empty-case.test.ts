import { expect, test } from 'vitest';
import { emptyCase } from '../../../src/case/empty-case.ts';
import type { Case } from '../../../src/case/types.ts';
import { FULL_CASE } from '../../support/full-case.ts';

const full: Case = {
  carrier: 'au',
  departure: '2027-03-28',
  line: {
    number: '090-1234-5678',
    contractStart: '2024-04-10',
    closingDay: 'end',
    numberPlan: 'cancel',
    familyLines: true,
  },
  handset: { instalments: 'remaining' },
  holder: { nameRoman: 'WANG XIAOMING', visitor: 'self', residenceUntil: '2027-04-15' },
  visit: { channel: 'shop', date: '2027-03-20', time: '14:00', shop: 'Shop' },
  payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
  papers: ['passport'],
  accounts: ['wechat'],
  contactAfter: { email: 'a@example.com' },
  answers: { receiptNumber: 'R1' },
  print: { paper: 'A4' },
};

test('the personal edition is the case itself', () => {
  expect(emptyCase(full, 'personal')).toBe(full);
});

test('a share keeps the kind of case and nothing of the person', () => {
  expect(emptyCase(full, 'share')).toEqual({
    carrier: 'au',
    reason: 'leaving-japan',
    line: { closingDay: 'end', numberPlan: 'cancel', familyLines: true },
    handset: { instalments: 'remaining' },
    holder: { visitor: 'self' },
    visit: { channel: 'shop' },
    payment: { method: 'bank-account' },
    accounts: ['wechat'],
    print: { paper: 'A4' },
  });
});

test('a blank keeps only the kind of sheet', () => {
  expect(emptyCase(full, 'blank')).toEqual({
    carrier: 'au',
    reason: 'leaving-japan',
    visit: { channel: 'shop' },
    line: { numberPlan: 'cancel' },
    print: { paper: 'A4' },
  });
});

test('of a case with every answer, a share copy keeps these and a blank one those', () => {
  expect(emptyCase(FULL_CASE, 'personal')).toBe(FULL_CASE);
  expect(emptyCase(FULL_CASE, 'share')).toEqual({
    carrier: 'ntt-docomo',
    reason: 'leaving-japan',
    line: {
      closingDay: 'end',
      sim: 'physical',
      numberPlan: 'cancel',
      familyLines: false,
      homeInternet: 'none',
      pinKnown: true,
    },
    handset: FULL_CASE.handset,
    holder: { visitor: 'self' },
    visit: { channel: 'shop' },
    payment: { method: 'bank-account' },
    print: FULL_CASE.print,
    accounts: FULL_CASE.accounts,
  });
  expect(emptyCase(FULL_CASE, 'blank')).toEqual({
    carrier: 'ntt-docomo',
    reason: 'leaving-japan',
    visit: { channel: 'shop' },
    line: { numberPlan: 'cancel' },
    print: FULL_CASE.print,
  });
  expect(emptyCase({ carrier: 'au', line: {}, holder: {} }, 'share')).toEqual({ carrier: 'au', line: {} });
  expect(emptyCase({ carrier: 'au' }, 'blank')).toEqual({ carrier: 'au', reason: 'leaving-japan' });
});
