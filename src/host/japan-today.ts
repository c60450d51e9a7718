import { isoDay } from '../iso-day.ts';

/** Japan has kept +09:00 all the year since 1952, so the day needs no time zone data. */
const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** Today in Japan, YYYY-MM-DD, whatever the time zone of the machine. */
export function japanToday(): string {
  return isoDay(new Date(Date.now() + JAPAN_OFFSET_MS));
}
