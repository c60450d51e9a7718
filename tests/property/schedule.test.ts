import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factData } from '#data';
import type { Case } from '../../src/case/types.ts';
import { lookUpFacts } from '../../src/facts/look-up-facts.ts';
import type { Facts } from '../../src/facts/types.ts';
import { plusDays } from '../../src/schedule/day.ts';
import { planSchedule } from '../../src/schedule/plan-schedule.ts';
import { dumpSchedule } from '../support/dump-schedule.ts';
import { checkLaws } from './schedule-laws.ts';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const FACTS: Record<string, Facts> = Object.fromEntries(
  [...factData.ids, 'any'].map((carrier) => [carrier, deepFreeze(lookUpFacts({ carrier }, factData))]),
);

test('every departure of three years, every carrier, today from a quarter before it to a fortnight after', () => {
  const distances = [-92, -61, -45, -31, -24, -14, -8, -7, -5, -4, -3, -2, -1, 0, 1, 14];
  let count = 0;
  let planned = 0;
  for (let departure = '2026-01-01'; departure <= '2028-12-31'; departure = plusDays(departure, 1)) {
    for (const carrier of factData.ids) {
      // Sixteen distances in turn: over the years every carrier meets each of them some seventy times.
      const today = plusDays(departure, distances[planned++ % distances.length] ?? 0);
      const customer: Case = { carrier, departure, line: { contractStart: plusDays(departure, -400) } };
      const schedule = planSchedule(customer, FACTS[carrier]!, today);
      checkLaws(customer, FACTS[carrier]!.schedule, schedule);
      count += schedule.steps.length;
    }
    planned++;
  }
  expect(count).toBeGreaterThan(300_000);
});

const day = fc.integer({ min: 0, max: 1400 }).map((days) => plusDays('2025-06-01', days));
const customers = fc.record(
  {
    carrier: fc.constantFrom(...factData.ids, 'any'),
    reason: fc.constantFrom('leaving-japan', 'switching', 'unused', 'other'),
    departure: day,
    line: fc.record(
      {
        contractStart: fc.integer({ min: 0, max: 900 }).map((days) => plusDays('2024-01-01', days)),
        closingDay: fc.constantFrom(10, 20, 'end', 'unknown'),
        numberPlan: fc.constantFrom('cancel', 'port-out', 'park'),
        homeInternet: fc.constantFrom('none', 'same-carrier', 'other'),
      },
      { requiredKeys: [] },
    ),
    visit: fc.record(
      {
        channel: fc.constantFrom('shop', 'web', 'phone', 'undecided'),
        date: day,
        time: fc.constantFrom('09:00', '19:59', '20:00', '21:10', '23:30'),
      },
      { requiredKeys: [] },
    ),
    payment: fc.record({ method: fc.constantFrom('bank-account', 'credit-card', 'slip', 'unknown') }),
    accounts: fc.constantFrom([], ['suica']),
    handset: fc.record({ instalments: fc.constantFrom('none', 'remaining', 'unknown') }),
    answers: fc.record(
      {
        lineEnds: day,
        receiptNumber: fc.constant('D-1'),
        lastDebit: day,
        instalmentsUntil: day,
        accountOpenUntil: day,
        mnpCodeExpires: day,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['carrier'] },
) as fc.Arbitrary<Case>;

test('any case: the laws hold, nothing is changed, the same again gives the same', () => {
  fc.assert(
    fc.property(customers, day, (customer, today) => {
      const facts = FACTS[customer.carrier]!;
      const schedule = planSchedule(deepFreeze(customer), facts, today);
      checkLaws(customer, facts.schedule, schedule);
      expect(planSchedule(customer, facts, today)).toEqual(schedule);
    }),
    { seed: 20261122, numRuns: 4000 },
  );
});

test('the same in every time zone', () => {
  const customer: Case = {
    carrier: 'softbank',
    departure: '2027-03-28',
    line: { contractStart: '2026-07-01' },
  };
  const before = process.env.TZ;
  const dumps = new Map<string, string>();
  const offsets = new Set<number>();
  try {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'America/Sao_Paulo']) {
      process.env.TZ = zone;
      offsets.add(new Date(2027, 2, 28).getTimezoneOffset());
      const texts = ['2027-01-15', '2027-03-14', '2027-03-28'].map((today) =>
        dumpSchedule(planSchedule(customer, FACTS.softbank!, today)),
      );
      dumps.set(zone, texts.join('\f'));
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  expect(offsets.size, 'the zone really changed').toBe(5);
  expect(new Set(dumps.values()).size).toBe(1);
});
