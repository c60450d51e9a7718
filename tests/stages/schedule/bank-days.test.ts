import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { holidaysByYear } from '#holidays';
import { isBankDay, isForecast, isNationalHoliday, nextBankDay } from '../../../src/schedule/bank-days.ts';
import { plusDays } from '../../../src/schedule/day.ts';

// The act on national holidays worked out apart from the library; its source note stands in the file.
const oracle = JSON.parse(readFileSync(new URL('./holidays-2025-2027.json', import.meta.url), 'utf8')) as {
  holidays: { date: string; name: string }[];
};

test('every day of 2025 to 2027 is a holiday exactly where the table says so', () => {
  const expected = new Set(oracle.holidays.map(({ date }) => date));
  const found: string[] = [];
  for (let day = '2025-01-01'; day <= '2027-12-31'; day = plusDays(day, 1)) {
    if (isNationalHoliday(day)) found.push(day);
  }
  expect(found).toEqual([...expected].sort());
});

test('the calendar reaches from the year before the facts to 2050', () => {
  const years = Object.keys(holidaysByYear).map(Number);
  expect(Math.min(...years)).toBeLessThanOrEqual(2025);
  expect(Math.max(...years)).toBe(2050);
});

test.each([
  ['2027-04-30', '2027-04-30', 'a Friday'],
  ['2027-02-28', '2027-03-01', 'a Sunday'],
  ['2027-05-03', '2027-05-06', 'three holidays in a row'],
  ['2026-05-02', '2026-05-07', 'Saturday, Sunday that is a holiday, two holidays, its substitute'],
  ['2026-12-31', '2027-01-04', 'the banks rest over New Year, then a Monday'],
  ['2025-12-31', '2026-01-05', '3 January is a Saturday, 4 a Sunday'],
  ['2025-01-03', '2025-01-06', 'a Friday, but 3 January, then a weekend'],
  ['2026-09-21', '2026-09-24', "a citizens' holiday between two holidays"],
  ['2027-03-20', '2027-03-23', 'equinox on a Sunday, its substitute on Monday'],
])('a debit of %s comes on %s: %s', (day, expected) => {
  expect(nextBankDay(day)).toBe(expected);
  expect(isBankDay(expected)).toBe(true);
});

test('a year nobody has announced is a forecast', () => {
  expect(isForecast('2027-12-31')).toBe(false);
  expect(isForecast('2028-01-01')).toBe(true);
});
