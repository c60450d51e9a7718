/** Days since 1970-01-01 of a day 'YYYY-MM-DD', by the proleptic Gregorian calendar: no clock and no time zone. */
function epochDay(day: string): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  // Years from 1 March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  // 719468 days lie between 0000-03-01 and 1970-01-01.
  return marchYear * 365 + leapDays + dayOfYear - 719468;
}

/** Negative where `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}
