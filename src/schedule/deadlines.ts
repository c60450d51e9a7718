import type { Day } from '../case/types.ts';
import { type Closing, closingOnOrAfter, closingOnOrBefore } from './closing-period.ts';
import { inMonth, plusDays } from './day.ts';
import type { Frame } from './frame.ts';

export interface Deadline {
  /** Last day to apply. */
  day: Day;
  /** The day on which the line then ends. */
  ends: Day;
}

export interface DeadlineDays {
  deadline: Deadline | null;
  /** The one in the month, or cycle, of the departure: the number works longer. */
  keepNumber: Deadline | null;
  outlivesDeparture: boolean;
}

/** The end of the minimum term; the day itself is allowed. */
export function minimumTermEnd({ customer, facts }: Frame): Day | null {
  const start = customer.line?.contractStart;
  if (facts.minimumTerm === undefined || start === undefined) return null;
  return inMonth(start, facts.minimumTerm.value.monthsAfterStart, 'end');
}

function deadlineFor(ends: Day, { facts }: Frame): Deadline {
  const { day, daysBeforeMonthEnd } = facts.deadline?.value ?? {};
  if (day !== undefined) return { day: inMonth(ends, 0, day), ends };
  return { day: plusDays(ends, -(daysBeforeMonthEnd ?? 0)), ends };
}

/** The closing of a carrier whose lines end with a period: the month's last day, or the cycle's. */
function endOfPeriods({ facts, closings }: Frame): Closing | undefined {
  return facts.lineEnds.value === 'contract-cycle' ? closings[0] : { monthDay: 'end' };
}

export function deadlineDays(frame: Frame): DeadlineDays {
  const closing = endOfPeriods(frame);
  if (closing === undefined) return { deadline: null, keepNumber: null, outlivesDeparture: false };
  const { visit, done } = frame;
  // What has been applied for ends with the period of the application.
  const today = done && visit !== null ? visit : frame.today;
  const departure = frame.departed || done ? null : frame.departure;
  const minimum = minimumTermEnd(frame) ?? '';
  let ends = departure === null ? closingOnOrAfter(today, closing) : closingOnOrBefore(departure, closing);
  let deadline = deadlineFor(ends, frame);
  // A visit after a deadline takes the next one, as an application after it does.
  while (deadline.day < today || deadline.day < (visit ?? '') || ends < minimum) {
    ends = closingOnOrAfter(plusDays(ends, 1), closing);
    deadline = deadlineFor(ends, frame);
  }
  if (departure === null) return { deadline, keepNumber: null, outlivesDeparture: false };

  const endOfDeparture = closingOnOrAfter(departure, closing);
  const keepNumber = deadlineFor(endOfDeparture, frame);
  const differs = endOfDeparture !== ends && endOfDeparture >= minimum;
  // Ending with the month of departure is a choice; with a later month, or with a cycle that runs past it, a surprise.
  const allowed = 'contractStart' in closing ? departure : endOfDeparture;
  return { deadline, keepNumber: differs ? keepNumber : null, outlivesDeparture: ends > allowed };
}
