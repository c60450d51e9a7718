import type { Day } from '../case/types.ts';
import { type Closing, closingOnOrAfter, closingOnOrBefore } from './closing-period.ts';
import { earliest, inMonth, latest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';

export interface Deadline {
  /** Last day to apply: the carrier's, or the eve of the departure where that comes before it. */
  day: Day;
  /** The last day that the carrier gives. */
  carrierDay: Day;
  /** The day on which the line then ends. */
  ends: Day;
}

export interface DeadlineDays {
  deadline: Deadline | null;
  /** The one in the month, or cycle, of the departure: the number works longer. */
  keepNumber: Deadline | null;
  outlivesDeparture: boolean;
  /** The deadline of the visit's own month, which the visit misses and could still keep. */
  missedByVisit: Deadline | null;
}

export const NO_DEADLINES: DeadlineDays = {
  deadline: null,
  keepNumber: null,
  outlivesDeparture: false,
  missedByVisit: null,
};

/** The end of the minimum term; the day itself is allowed. */
export function minimumTermEnd({ customer, facts }: Frame): Day | null {
  const start = customer.line?.contractStart;
  if (facts.minimumTerm === undefined || start === undefined) return null;
  return inMonth(start, facts.minimumTerm.value.monthsAfterStart, 'end');
}

function carrierDeadline(ends: Day, { facts }: Frame): Day {
  const { day, daysBeforeMonthEnd } = facts.deadline?.value ?? {};
  return day === undefined ? plusDays(ends, -(daysBeforeMonthEnd ?? 0)) : inMonth(ends, 0, day);
}

/** Who has left cannot be sure to apply: the eve of the departure is the last day, and on the day itself today. */
function deadlineFor(ends: Day, frame: Frame): Deadline {
  const { departure, departed, done, today } = frame;
  const carrierDay = carrierDeadline(ends, frame);
  const day =
    departure === null || departed || done
      ? carrierDay
      : earliest([carrierDay, latest([today, plusDays(departure, -1)])]);
  return { day, carrierDay, ends };
}

/** By the day, or on the last one by the hour up to which the carrier takes it. */
function isMissedByVisit({ carrierDay }: Deadline, { visit, visitTime, facts }: Frame): boolean {
  if (visit === null || visit < carrierDay) return false;
  const time = facts.deadline?.value.time;
  return visit > carrierDay || (time !== undefined && visitTime !== null && visitTime > time);
}

function missedDeadline(frame: Frame, closing: Closing, minimum: Day | ''): Deadline | null {
  const { visit, today, done } = frame;
  if (visit === null || visit < today || done) return null;
  const ends = closingOnOrAfter(visit, closing);
  const own = deadlineFor(ends, frame);
  return isMissedByVisit(own, frame) && own.day >= today && ends >= minimum ? own : null;
}

/** The closing of a carrier whose lines end with a period: the month's last day, or the cycle's. */
function endOfPeriods({ facts, closings }: Frame): Closing | undefined {
  return facts.lineEnds.value === 'contract-cycle' ? closings[0] : { monthDay: 'end' };
}

export function deadlineDays(frame: Frame): DeadlineDays {
  const closing = endOfPeriods(frame);
  if (closing === undefined) return NO_DEADLINES;
  const { visit, done } = frame;
  // What has been applied for ends with the period of the application.
  const today = done && visit !== null ? visit : frame.today;
  const departure = frame.departed || done ? null : frame.departure;
  const minimum = minimumTermEnd(frame) ?? '';
  let ends = departure === null ? closingOnOrAfter(today, closing) : closingOnOrBefore(departure, closing);
  let deadline = deadlineFor(ends, frame);
  // A visit after a deadline takes the next one, as an application after it does.
  while (deadline.carrierDay < today || isMissedByVisit(deadline, frame) || ends < minimum) {
    ends = closingOnOrAfter(plusDays(ends, 1), closing);
    deadline = deadlineFor(ends, frame);
  }
  if (departure === null)
    return { ...NO_DEADLINES, deadline, missedByVisit: missedDeadline(frame, closing, minimum) };

  const endOfDeparture = closingOnOrAfter(departure, closing);
  const keepNumber = deadlineFor(endOfDeparture, frame);
  // A later month is no choice where the eve of the departure still counts for the first.
  const isLater = endOfDeparture > ends && keepNumber.day > deadline.day;
  const differs = endOfDeparture >= minimum && (isLater || endOfDeparture < ends);
  // Ending with the month of departure is a choice; with a later month, or with a cycle that runs past it, a surprise.
  const allowed = 'contractStart' in closing ? departure : endOfDeparture;
  return {
    deadline,
    keepNumber: differs ? keepNumber : null,
    outlivesDeparture: ends > allowed,
    missedByVisit: missedDeadline(frame, closing, minimum),
  };
}
