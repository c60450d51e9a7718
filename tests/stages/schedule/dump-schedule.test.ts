import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factData } from '#data';
import type { Case } from '../../../src/case/types.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import { dumpSchedule } from '../../support/dump-schedule.ts';

const goldens: [string, Omit<Case, 'carrier'> & { carrier: string }, string][] = [
  [
    'leaving-japan',
    {
      carrier: 'ntt-docomo',
      reason: 'leaving-japan',
      departure: '2027-03-28',
      line: { contractStart: '2024-04-10', closingDay: 'end', homeInternet: 'none' },
      visit: { channel: 'shop', date: '2027-03-20', time: '14:00' },
      holder: { residenceUntil: '2027-04-15' },
      payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
      accounts: ['wechat', 'suica'],
    },
    '2027-01-15',
  ],
  ['softbank-closing-unknown', { carrier: 'softbank', departure: '2027-03-28' }, '2027-01-15'],
  ['deadlines', { carrier: 'aeon-mobile', departure: '2027-03-28' }, '2027-01-15'],
  ['no-dates', { carrier: 'any', reason: 'leaving-japan' }, '2027-01-15'],
];

/** KAIYAKU_GOLDEN=write rewrites the texts: read the difference before committing it. */
test.each(goldens)('%s', (name, customer, today) => {
  const text = dumpSchedule(planSchedule(customer, lookUpFacts(customer, factData), today));
  const file = new URL(`./goldens/${name}.txt`, import.meta.url);
  if (process.env.KAIYAKU_GOLDEN === 'write') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});
