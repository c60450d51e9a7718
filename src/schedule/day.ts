import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { getDay } from 'date-fns/getDay';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import type { Day } from '../case/types.ts';
import { isoDay } from '../iso-day.ts';

// A Date lives only inside these functions, at midnight UTC; days compare as strings.

/** A program may hand in a case that was never checked: days that are none would go through every sum. */
function read(day: Day): Date {
  const date = new UTCDateMini(`${day}T00:00:00Z`);
  // 30 February is read as a day of March.
  if (date.getUTCDate() !== Number(`${day}`.slice(8)))
    throw new RangeError(`not a day: ${String(day).slice(0, 60)}`);
  return date;
}

/** Throws where it is none. */
export function requireDay(day: Day): void {
  read(day);
}

export function plusDays(day: Day, days: number): Day {
  return isoDay(addDays(read(day), days));
}

/** A day that the month lacks becomes its last: 29 February + 12 months is the 28th. */
export function plusMonths(day: Day, months: number): Day {
  return isoDay(addMonths(read(day), months));
}

/** `months` after the month of `day`; a `dayOfMonth` that it lacks becomes its last. */
export function inMonth(day: Day, months: number, dayOfMonth: number | 'end'): Day {
  const first = addMonths(read(`${day.slice(0, 8)}01`), months);
  const length = getDaysInMonth(first);
  return isoDay(addDays(first, dayOfMonth === 'end' ? length - 1 : Math.min(dayOfMonth, length) - 1));
}

export function isWeekend(day: Day): boolean {
  const weekday = getDay(read(day));
  return weekday === 0 || weekday === 6;
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8));
}

/** Days as text sort as dates do. */
export function earliest(days: readonly Day[]): Day {
  return [...days].sort()[0] as Day;
}

export function latest(days: readonly Day[]): Day {
  return [...days].sort().at(-1) as Day;
}
