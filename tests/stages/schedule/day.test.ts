import { expect, test } from 'vitest';
import { closingOnOrAfter, closingOnOrBefore, periodHolding } from '../../../src/schedule/closing-period.ts';
import { inMonth, isWeekend, plusDays, plusMonths } from '../../../src/schedule/day.ts';

test('days cross months, years and a leap day', () => {
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(plusDays('2027-03-20', 180)).toBe('2027-09-16');
});

test('a month that lacks the day takes its last', () => {
  expect(plusMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(plusMonths('2026-10-31', 4)).toBe('2027-02-28');
  expect(inMonth('2026-12-15', 2, 'end')).toBe('2027-02-28');
  expect(inMonth('2026-12-15', 2, 31)).toBe('2027-02-28');
  expect(inMonth('2026-12-31', 2, 1)).toBe('2027-02-01');
});

test('weekends by the day in Japan', () => {
  expect(['2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each([
  ['month end, February', { monthDay: 'end' }, '2027-02-14', '2027-01-31', '2027-02-28', '2027-02-01'],
  [
    'month end on the day itself',
    { monthDay: 'end' },
    '2028-02-29',
    '2028-02-29',
    '2028-02-29',
    '2028-02-01',
  ],
  ['the 10th over New Year', { monthDay: 10 }, '2026-12-11', '2026-12-10', '2027-01-10', '2026-12-11'],
  [
    'cycle of the 31st',
    { contractStart: '2024-01-31' },
    '2027-02-20',
    '2027-01-30',
    '2027-02-27',
    '2027-01-31',
  ],
  [
    'cycle of the 1st',
    { contractStart: '2024-05-01' },
    '2027-02-28',
    '2027-02-28',
    '2027-02-28',
    '2027-02-01',
  ],
  [
    'cycle of the 15th',
    { contractStart: '2024-05-15' },
    '2027-03-15',
    '2027-03-14',
    '2027-04-14',
    '2027-03-15',
  ],
] as const)('%s', (_, closing, day, before, after, from) => {
  expect(closingOnOrBefore(day, closing)).toBe(before);
  expect(closingOnOrAfter(day, closing)).toBe(after);
  expect(periodHolding(day, closing)).toEqual({ from, to: after });
});
