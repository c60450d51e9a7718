import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templates } from '#templates';
import { dayNumber } from '../../../src/calendar-day.ts';
import {
  dayFromNumber,
  daysBetween,
  formatDay,
  formatRelative,
  formatSpan,
  weekdayOf,
} from '../../../src/fill/format-date.ts';

const { dates } = templates;
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('days and their numbers are the same calendar', () => {
  fc.assert(
    fc.property(day, (text) => {
      expect(dayFromNumber(dayNumber(text))).toBe(text);
      expect(dayNumber(text) * 86_400_000).toBe(Date.parse(text));
      expect(weekdayOf(text)).toBe(new Date(text).getUTCDay());
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a day of more than ten months ahead has its year', () => {
  expect(formatDay(dates, '2027-03-28', 'zh.day', '2027-01-15')).toBe('3月28日');
  expect(formatDay(dates, '2028-03-28', 'zh.day', '2027-01-15')).toBe('2028年3月28日');
  expect(formatDay(dates, '2027-03-28', 'ja.day-weekday', '2027-01-15')).toBe('3月28日（日）');
});

test('spans name the month once, and both months when they differ', () => {
  expect(formatSpan(dates, '2027-02-22', '2027-02-26', 'zh.day', '2027-01-15')).toBe('2月22–26日');
  expect(formatSpan(dates, '2027-02-27', '2027-03-03', 'zh.day', '2027-01-15')).toBe('2月27日–3月3日');
  expect(formatSpan(dates, '2027-02-27', '2027-02-27', 'zh.day', '2027-01-15')).toBe('2月27日');
  expect(formatSpan(dates, '2027-12-30', '2028-01-02', 'ja.day', '2027-12-01')).toBe(
    '12月30日から1月2日まで',
  );
});

test('days counted from an anchor', () => {
  const relative = { anchor: 'departure', from: -14, to: 0 } as const;
  expect(formatRelative(dates, relative, 'zh', 'from')).toBe('出国前14天');
  expect(formatRelative(dates, { anchor: 'closing-day', from: -6, to: -2 }, 'zh', 'span')).toBe(
    '账单结算日前2–6天',
  );
  expect(formatRelative(dates, { ...relative, from: -1, to: -1 }, 'zh', 'to')).toBe('出国前一天');
  expect(formatRelative(dates, relative, 'zh', 'to')).toBe('出国当天');
  expect(formatRelative(dates, relative, 'ja', 'span')).toBe('出国の14日前から当日');
  expect(formatRelative(dates, { ...relative, from: 3, to: 3 }, 'ja', 'to')).toBe('出国の3日後');
  expect(formatRelative(dates, { ...relative, from: -1, to: -1 }, 'zh', 'to')).toBe('出国前一天');
  expect(formatRelative(dates, { ...relative, from: -1, to: -1 }, 'ja', 'to')).toBe('出国の前日');
});

test('every anchor and pattern stands in both languages', () => {
  const [zh, ja] = [dates.zh, dates.ja];
  expect(Object.keys(zh?.patterns ?? {})).toEqual(Object.keys(ja?.patterns ?? {}));
  expect(Object.keys(zh?.anchors ?? {})).toEqual(Object.keys(ja?.anchors ?? {}));
  expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1);
});

test('a year is printed where month and day alone would be ambiguous', () => {
  const day = (date: string) => formatDay(dates, date, 'zh.day', '2026-11-24');
  expect(day('2027-03-28')).toBe('3月28日');
  expect(day('2027-09-20')).toBe('9月20日');
  expect(day('2027-09-21')).toBe('2027年9月21日');
  expect(day('2026-09-25')).toBe('9月25日');
  expect(day('2026-09-24')).toBe('2026年9月24日');
});
