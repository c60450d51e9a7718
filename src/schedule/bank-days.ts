import { announcedThrough, holidaysByYear } from '#holidays';
import type { Day } from '../case/types.ts';
import { isWeekend, plusDays } from './day.ts';
import type { Days } from './types.ts';

/** With substitute and citizens' holidays. Asked by the day's text: no time zone can move it. */
export function isNationalHoliday(day: Day): boolean {
  return holidaysByYear[day.slice(0, 4)]?.includes(day.slice(5, 7) + day.slice(8)) ?? false;
}

/** Banks rest on weekends, national holidays and from 31 December to 3 January. */
export function isBankDay(day: Day): boolean {
  const monthDay = day.slice(5);
  const newYear = monthDay === '12-31' || (monthDay >= '01-01' && monthDay <= '01-03');
  return !newYear && !isWeekend(day) && !isNationalHoliday(day);
}

/** The day itself when banks work. */
export function nextBankDay(day: Day): Day {
  let next = day;
  while (!isBankDay(next)) next = plusDays(next, 1);
  return next;
}

/** Banks and town offices are open; these rest from 29 December (Act on Holidays of Administrative Organs, 1988). */
function isOfficeDay(day: Day): boolean {
  const monthDay = day.slice(5);
  return isBankDay(day) && monthDay !== '12-29' && monthDay !== '12-30';
}

/** The last open day of a span, null where all of it rests. */
export function lastOfficeDay({ from, to }: Days): Day | null {
  for (let day = to; day >= from; day = plusDays(day, -1)) if (isOfficeDay(day)) return day;
  return null;
}

export { announcedThrough };

/** No official list of holidays says anything of this day yet. */
export function isForecast(day: Day): boolean {
  return Number(day.slice(0, 4)) > announcedThrough;
}
