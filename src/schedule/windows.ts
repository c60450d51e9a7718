import type { Day } from '../case/types.ts';
import { isForecast, isNationalHoliday } from './bank-days.ts';
import { closingOnOrAfter, closingOnOrBefore } from './closing-period.ts';
import { earliest, isWeekend, latest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import type { Relative } from './types.ts';

/** Two days after each window are left for a failed first visit. */
export const SAVE_MONTH: Relative = { anchor: 'closing-day', from: -6, to: -2 };
export const KEEP_NUMBER: Relative = { anchor: 'departure', from: -7, to: -3 };
/** Without a month to save and without a departure nothing presses: a fortnight to prepare. */
const UNHURRIED_DAYS = 14;

export interface Window {
  /** First day before any clamping: preparation counts back from it. */
  start: Day;
  /** As it can still be used; as computed when missed. */
  from: Day;
  to: Day;
  state: 'open' | 'no-margin' | 'short' | 'missed';
}

export interface SaveMonthWindow extends Window {
  closing: Day;
}

/** The last closing day before the departure, or the next one whose window is still open; the earliest where several may hold. */
function closingToAimAt(frame: Frame): Day | null {
  const { departure, today, closings } = frame;
  if (closings.length === 0 || (departure === null && frame.reason === 'leaving-japan')) return null;
  return earliest(
    closings.map((closing) =>
      departure === null
        ? closingOnOrAfter(plusDays(today, -SAVE_MONTH.to), closing)
        : closingOnOrBefore(plusDays(departure, -1), closing),
    ),
  );
}

export function saveMonthWindow(frame: Frame): SaveMonthWindow | null {
  const closing = closingToAimAt(frame);
  if (closing === null) return null;
  const { today } = frame;
  const start = plusDays(closing, SAVE_MONTH.from);
  const end = plusDays(closing, SAVE_MONTH.to);
  if (today > closing) return { closing, start, from: start, to: end, state: 'missed' };
  if (today > end) return { closing, start, from: today, to: closing, state: 'no-margin' };
  return { closing, start, from: latest([today, start]), to: end, state: 'open' };
}

export function keepNumberWindow(frame: Frame): Window | null {
  const { departure, today, departed } = frame;
  if (departure === null || departed) return null;
  const start = plusDays(departure, KEEP_NUMBER.from);
  const end = plusDays(departure, KEEP_NUMBER.to);
  if (today > end) return { start, from: today, to: departure, state: 'short' };
  const from = latest([today, start]);
  // Shops rest on 1 January: it is never the only day offered.
  const onlyNewYear = frame.channel === 'shop' && from === end && from.endsWith('-01-01');
  return { start, from, to: onlyNewYear ? plusDays(end, 1) : end, state: 'open' };
}

/** Whether a weekday that is no holiday is left between a visit and the departure. */
export function isRepairable(visit: Day, departure: Day): { repairable: boolean; forecast: boolean } {
  for (let day = plusDays(visit, 1); day <= departure; day = plusDays(day, 1)) {
    if (!isWeekend(day) && !isNationalHoliday(day)) return { repairable: true, forecast: isForecast(day) };
  }
  return { repairable: false, forecast: isForecast(departure) };
}

export interface WindowDays {
  saveMonth: SaveMonthWindow | null;
  keepNumber: Window | null;
  firstOpen: 'visit-save-month' | 'visit-keep-number' | null;
  /** V and K where no visit is booked. */
  preparesFor: Day | null;
  latestCancellation: Day | null;
}

function latestWithoutVisit(frame: Frame, saveMonth: SaveMonthWindow | null): Day | null {
  const { departure, today, departed, reason, monthCanBeSaved } = frame;
  if (departed) return today;
  if (departure !== null) {
    const end = plusDays(departure, KEEP_NUMBER.to);
    return today > end ? departure : end;
  }
  if (reason === 'leaving-japan') return null;
  if (!monthCanBeSaved) return plusDays(today, UNHURRIED_DAYS);
  return saveMonth && plusDays(saveMonth.closing, SAVE_MONTH.to);
}

/** A parked number has no window, but its bills go on the same way. */
export function windowDays(frame: Frame): WindowDays {
  const saveMonth = frame.monthCanBeSaved && !frame.departed ? saveMonthWindow(frame) : null;
  const latestCancellation = latestWithoutVisit(frame, saveMonth);
  if (frame.shape !== 'windows') {
    return { saveMonth: null, keepNumber: null, firstOpen: null, preparesFor: null, latestCancellation };
  }
  const keepNumber = keepNumberWindow(frame);
  const first = saveMonth && saveMonth.state !== 'missed' ? saveMonth : keepNumber;
  const firstOpen = first === null ? null : first === saveMonth ? 'visit-save-month' : 'visit-keep-number';
  return {
    saveMonth,
    keepNumber,
    firstOpen,
    preparesFor: first?.start ?? latestCancellation,
    latestCancellation,
  };
}
