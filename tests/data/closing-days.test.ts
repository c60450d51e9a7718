import { expect, test } from 'vitest';
import { carriers, type Node } from './data-files.ts';

/** Two years, a leap year among them. */
const MONTHS = [2027, 2028].flatMap((year) => Array.from({ length: 12 }, (_, month) => ({ year, month })));

const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** A month that lacks the day closes on its last one. */
const resolve = (day: number | 'end', length: number) => (day === 'end' ? length : Math.min(day, length));

type Days = { plan: (number | 'end')[] };
type Debit = { plan: { bankAccount: { closing: unknown; first: DebitDay; last: DebitDay }[]; other: Node } };
type DebitDay = { months: number; day: number | 'end' };

test.each(carriers)(
  '%s: closing days, deadlines and debits exist in every month, February included',
  (_path, carrier) => {
    const schedule = carrier.schedule as {
      closingDays: Days;
      deadline?: { plan: { day?: number; daysBeforeMonthEnd?: number } };
      debit?: Debit;
    };
    for (const { year, month } of MONTHS) {
      const length = lengthOf(year, month);
      for (const day of schedule.closingDays.plan) {
        expect(resolve(day, length)).toBeGreaterThanOrEqual(1);
        expect(resolve(day, length)).toBeLessThanOrEqual(length);
      }
      const { day, daysBeforeMonthEnd } = schedule.deadline?.plan ?? { day: 1 };
      const deadline = day ?? length - daysBeforeMonthEnd!;
      expect(deadline).toBeGreaterThanOrEqual(1);
      expect(deadline).toBeLessThanOrEqual(length);
      for (const { first, last } of schedule.debit?.plan.bankAccount ?? []) {
        const at = ({ months, day: debitDay }: DebitDay) => months * 100 + resolve(debitDay, length);
        expect(at(first)).toBeLessThanOrEqual(at(last));
      }
    }
  },
);

test.each(carriers)(
  '%s: a deadline has a day or a distance from the month end, not both',
  (_path, carrier) => {
    const deadline = (carrier.schedule as { deadline?: { plan: object } }).deadline;
    if (deadline)
      expect(Number('day' in deadline.plan) + Number('daysBeforeMonthEnd' in deadline.plan)).toBe(1);
  },
);

test.each(carriers)('%s: every closing day has its debits', (_path, carrier) => {
  const { closingDays, debit } = carrier.schedule as { closingDays: Days; debit?: Debit };
  if (!debit) return;
  const closings = debit.plan.bankAccount.map((window) => window.closing);
  expect(closings.includes('any') ? closings : closingDays.plan).toEqual(closings);
});
