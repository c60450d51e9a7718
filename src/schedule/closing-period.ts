import type { Case, Day } from '../case/types.ts';
import type { MonthDay, ScheduleFacts } from '../facts/types.ts';
import { dayOfMonth, inMonth, plusDays } from './day.ts';

/** How billing periods end: on a day of the month, or on the day before the monthly anniversary of the contract. */
export type Closing = { monthDay: MonthDay } | { contractStart: Day };

/**
 * The closings that may hold for this customer: one; three where the carrier's customers differ and this one
 * did not say; none where the contract cycle counts and its start is not known.
 */
export function possibleClosings(customer: Case, facts: ScheduleFacts): Closing[] {
  if (facts.lineEnds.value === 'contract-cycle') {
    const contractStart = customer.line?.contractStart;
    return contractStart === undefined ? [] : [{ contractStart }];
  }
  const days = facts.closingDays.value;
  const own = days.find((day) => day === customer.line?.closingDay);
  return (own === undefined ? days : [own]).map((monthDay) => ({ monthDay }));
}

/** The closing whose month lies `months` after that of `day`; for a cycle, the one before that month's anniversary. */
function closingOfMonth(day: Day, months: number, closing: Closing): Day {
  if ('monthDay' in closing) return inMonth(day, months, closing.monthDay);
  return plusDays(inMonth(day, months, dayOfMonth(closing.contractStart)), -1);
}

export function closingOnOrAfter(day: Day, closing: Closing): Day {
  for (let months = 0; ; months++) {
    const candidate = closingOfMonth(day, months, closing);
    if (candidate >= day) return candidate;
  }
}

export function closingOnOrBefore(day: Day, closing: Closing): Day {
  // A cycle of the first of the month closes on the last day of the month before its anniversary.
  for (let months = 1; ; months--) {
    const candidate = closingOfMonth(day, months, closing);
    if (candidate <= day) return candidate;
  }
}

export function periodHolding(day: Day, closing: Closing): { from: Day; to: Day } {
  return {
    from: plusDays(closingOnOrBefore(plusDays(day, -1), closing), 1),
    to: closingOnOrAfter(day, closing),
  };
}
