/** Days of the calendar as every stage hands them on, `YYYY-MM-DD`: no Date, no clock, no time zone. */

export interface DayParts {
  y: number;
  m: number;
  d: number;
}

/** Throws where the text has not that form; 30 February has it. */
export function partsOfDay(day: string): DayParts {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  // What is no number makes the sum none.
  const isDay = day.length === 10 && day[4] === '-' && day[7] === '-' && !Number.isNaN(y + m + d);
  if (!isDay) throw new Error(`not a day: ${day}`);
  return { y, m, d };
}

/** Days since 1970-01-01 in the civil calendar (Howard Hinnant, days_from_civil). */
export function dayNumber(day: string): number {
  const { y, m, d } = partsOfDay(day);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** A day that there is, in any year. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
