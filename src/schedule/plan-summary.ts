import type { Day } from '../case/types.ts';
import { plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import { BACKUP, MOVE_ACCOUNTS, preparationDays } from './preparation-steps.ts';
import type { KeepNumberPlan, SaveMonthPlan, SchedulePlan } from './types.ts';
import { isRepairable, type SaveMonthWindow, type Window, type WindowDays } from './windows.ts';

/** Days up to C belong to the period that is paid anyway; with several possible closings nobody can say. */
function costsMoreFrom(frame: Frame, closing: Day | undefined, { from, to }: Window): Day | null {
  if (closing === undefined || frame.closings.length !== 1) return null;
  const first = from > closing ? from : plusDays(closing, 1);
  return first <= to ? first : null;
}

function summarizeSaveMonth({ from, to, closing, state }: SaveMonthWindow): SaveMonthPlan {
  return { from, to, closing, state: state === 'short' ? 'open' : state };
}

function summarizeKeepNumber(
  frame: Frame,
  window: Window,
  closing: Day | undefined,
  departure: Day,
): KeepNumberPlan {
  return {
    from: window.from,
    to: window.to,
    state: window.state === 'short' ? 'short' : 'open',
    costsMoreFrom: costsMoreFrom(frame, closing, window),
    repairable: isRepairable(window.to, departure).repairable,
    preparation: {
      backup: preparationDays(window.start, frame.today, BACKUP),
      moveAccounts: preparationDays(window.start, frame.today, MOVE_ACCOUNTS),
    },
  };
}

export function planSummary(
  frame: Frame,
  { saveMonth, keepNumber }: WindowDays,
): Pick<
  SchedulePlan,
  'shape' | 'reason' | 'numberPlan' | 'departure' | 'channel' | 'saveMonth' | 'keepNumber'
> {
  const { shape, reason, numberPlan, departure, channel } = frame;
  return {
    shape,
    reason,
    numberPlan,
    departure,
    channel,
    saveMonth: saveMonth && summarizeSaveMonth(saveMonth),
    keepNumber:
      keepNumber === null || departure === null
        ? null
        : summarizeKeepNumber(frame, keepNumber, saveMonth?.closing, departure),
  };
}
