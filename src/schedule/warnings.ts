import type { Day } from '../case/types.ts';
import type { Problem } from '../problem.ts';
import { closesWhileParked } from './account-steps.ts';
import { announcedThrough, nextBankDay } from './bank-days.ts';
import { channelAskedFor } from './choose-channel.ts';
import { closingOnOrAfter } from './closing-period.ts';
import { plusDays } from './day.ts';
import type { DeadlineDays } from './deadlines.ts';
import { type Frame, webCutOff } from './frame.ts';
import { type Money, needsAccount } from './money.ts';
import { isRepairable, type SaveMonthWindow, type Window, type WindowDays } from './windows.ts';

function warning(code: string, path: string, values: Record<string, string | number>): Problem {
  return { severity: 'warning', code, path, values };
}

/** Why the booked day is doubtful: one reason at most, the plainest. */
function visitWarnings(frame: Frame, windows: WindowDays, deadlines: DeadlineDays): Problem[] {
  const { visit, departure, departed, today, done } = frame;
  if (visit === null || done) return [];
  if (visit < today) return [warning('visit-passed', 'visit.date', { date: visit })];
  // Who has left can only apply from abroad: that the departure has passed is told by itself.
  if (departure !== null && visit > departure)
    return departed ? [] : [warning('visit-after-departure', 'visit.date', { date: visit, departure })];
  const costly = missedDeadline(frame, visit, deadlines) ?? monthLost(frame, visit);
  return costly ? [costly] : outsideWindows(visit, windows);
}

/** The visit counts for the next month, and an earlier one would not. */
function missedDeadline(
  { facts, visitTime }: Frame,
  date: Day,
  { missedByVisit, deadline }: DeadlineDays,
): Problem | null {
  if (missedByVisit === null) return null;
  const { carrierDay, day } = missedByVisit;
  const cutOff = facts.deadline?.value.time;
  if (date === carrierDay && visitTime !== null && cutOff !== undefined)
    return warning('visit-after-cut-off', 'visit.time', { time: visitTime, cutOff });
  const ends = deadline?.ends ?? '';
  return warning('visit-after-deadline', 'visit.date', { date, deadline: day, ends });
}

/** The line ends, or may end, in the period after that of the visit. */
function monthLost(frame: Frame, date: Day): Problem | null {
  const { facts, shape, closings, monthCanBeSaved, visitTime, endsByVisit, mayEndOn, today } = frame;
  const [closing, another] = closings;
  if (shape !== 'windows' || !monthCanBeSaved || closing === undefined || another !== undefined) return null;
  const periodEnds = closingOnOrAfter(date, closing);
  if (endsByVisit !== null && endsByVisit > periodEnds && visitTime !== null)
    return warning('visit-after-cut-off', 'visit.time', { time: visitTime, cutOff: webCutOff(facts) ?? '' });
  if (mayEndOn === null || mayEndOn <= periodEnds) return null;
  let safe = plusDays(date, -1);
  while (nextBankDay(plusDays(safe, 1)) > periodEnds) safe = plusDays(safe, -1);
  return safe < today
    ? warning('visit-may-cost-a-month', 'visit.date', { date, counts: mayEndOn })
    : warning('visit-may-count-later', 'visit.date', { date, counts: mayEndOn, safe });
}

/** Nobody waits for the carrier's last day when the flight is earlier. */
function deadlineAfterDeparture({ visit, departure }: Frame, { deadline }: DeadlineDays): Problem[] {
  if (visit !== null || departure === null || deadline === null) return [];
  const { day, carrierDay, ends } = deadline;
  if (day === carrierDay) return [];
  return [
    warning('deadline-after-departure', 'departure', { deadline: carrierDay, departure, applyBy: day, ends }),
  ];
}

function outsideWindows(date: Day, { saveMonth, keepNumber }: WindowDays): Problem[] {
  const save = saveMonth?.state === 'missed' ? null : saveMonth;
  if ([save, keepNumber].some((window) => window && date >= window.start && date <= window.to)) return [];
  const days = {
    date,
    ...(save && { saveFrom: save.from, saveTo: save.to }),
    ...(keepNumber && { keepFrom: keepNumber.from, keepTo: keepNumber.to }),
  };
  if (save && keepNumber) return [warning('visit-outside-windows', 'visit.date', days)];
  if (save) return [warning('visit-outside-save-month', 'visit.date', days)];
  return keepNumber ? [warning('visit-outside-keep-number', 'visit.date', days)] : [];
}

/** The plan goes by a channel that the carrier has. */
function channelWarnings({ customer, facts, carrier, departed, done }: Frame): Problem[] {
  const asked = customer.visit?.channel;
  if (asked === undefined || asked === 'undecided' || departed || done) return [];
  return channelAskedFor(customer, facts, carrier) === null
    ? [warning('channel-not-offered', 'visit.channel', {})]
    : [];
}

/** The later window, where it leaves days of its own to prepare in. */
function safeChoice({ closing }: SaveMonthWindow, keepNumber: Window | null): Record<string, Day> {
  if (keepNumber?.state !== 'open' || keepNumber.start <= closing) return {};
  const { start, from, to } = keepNumber;
  return { keepFrom: from, keepTo: to, preparedBy: plusDays(start, -1) };
}

/** The day on which the visit may fail: the one that is booked, else the last that the window allows. */
function dayToRepair({ visit, today, departure }: Frame, keepNumber: Window): Day {
  return visit !== null && visit >= today && departure !== null && visit <= departure ? visit : keepNumber.to;
}

function windowWarnings(frame: Frame, { saveMonth, keepNumber }: WindowDays): Problem[] {
  const { departure, done } = frame;
  if (done) return [];
  const warnings: Problem[] = [];
  if (saveMonth?.state === 'no-margin') {
    const { from, to } = saveMonth;
    warnings.push(warning('no-margin', 'departure', { from, to, ...safeChoice(saveMonth, keepNumber) }));
  }
  if (keepNumber !== null && departure !== null) {
    const date = dayToRepair(frame, keepNumber);
    if (!isRepairable(date, departure).repairable)
      warnings.push(warning('failed-visit-cannot-be-repaired', 'departure', { date, departure }));
  }
  return warnings;
}

/** A shop may refuse a card that has run out: it is said of the booked day, else of the last day that the plan allows. */
function residenceWarnings(frame: Frame, { keepNumber }: WindowDays, { deadline }: DeadlineDays): Problem[] {
  const { customer, visit, today, done, channel, departed } = frame;
  const residenceUntil = customer.holder?.residenceUntil;
  const showsCard = customer.papers?.includes('residence-card') ?? true;
  if (residenceUntil === undefined || !showsCard || channel !== 'shop' || done || departed) return [];
  if (visit !== null) {
    if (visit < today || residenceUntil >= visit) return [];
    return [warning('residence-ends-before-visit', 'holder.residenceUntil', { date: residenceUntil, visit })];
  }
  const last = deadline?.day ?? keepNumber?.to;
  if (last === undefined || residenceUntil >= last) return [];
  return [warning('residence-ends-before-last-day', 'holder.residenceUntil', { date: residenceUntil, last })];
}

function accountWarnings(frame: Frame, { safeDay, instalmentsOpen }: Money): Problem[] {
  const parked = closesWhileParked(frame);
  if (parked !== null)
    return [warning('bank-closes-while-parked', 'payment.bankAccountCloses', { date: parked })];
  if (!needsAccount(frame)) return [];
  const { customer } = frame;
  const accountCloses = customer.payment?.bankAccountCloses;
  const residenceUntil = customer.holder?.residenceUntil;
  const warnings: Problem[] = [];
  if (instalmentsOpen && accountCloses !== undefined) {
    // No day can be named from which the account may go.
    const values = { date: accountCloses };
    warnings.push(warning('bank-closes-before-last-instalment', 'payment.bankAccountCloses', values));
  } else if (accountCloses !== undefined && safeDay !== null && accountCloses < safeDay) {
    const values = { date: accountCloses, safeDay };
    warnings.push(warning('bank-closes-before-last-debit', 'payment.bankAccountCloses', values));
  }
  if (residenceUntil !== undefined && safeDay !== null && residenceUntil < safeDay) {
    const values = { date: residenceUntil, safeDay };
    warnings.push(warning('residence-ends-before-last-debit', 'holder.residenceUntil', values));
  }
  return warnings;
}

export function scheduleWarnings(
  frame: Frame,
  windows: WindowDays,
  deadlines: DeadlineDays,
  money: Money,
): Problem[] {
  const { departure, departed, facts, customer } = frame;
  const warnings = [
    ...visitWarnings(frame, windows, deadlines),
    ...deadlineAfterDeparture(frame, deadlines),
    ...channelWarnings(frame),
    ...windowWarnings(frame, windows),
    ...residenceWarnings(frame, windows, deadlines),
    ...accountWarnings(frame, money),
  ];
  if (departed && departure !== null && !frame.done)
    warnings.push(warning('departure-passed', 'departure', { departure }));
  // A booked day that could be earlier says itself how long the line goes on.
  if (deadlines.outlivesDeparture && deadlines.missedByVisit === null && departure !== null) {
    warnings.push(
      warning('line-outlives-departure', 'departure', { ends: deadlines.deadline?.ends ?? '', departure }),
    );
  }
  if (frame.numberPlan === 'park' && !frame.done && facts.parking === 'no')
    warnings.push(warning('number-not-kept', 'line.numberPlan', {}));
  const closingDay = customer.line?.closingDay;
  const known = closingDay === undefined || closingDay === 'unknown';
  if (!known && !facts.closingDays.value.includes(closingDay)) {
    warnings.push(warning('closing-day-not-used', 'line.closingDay', { found: String(closingDay) }));
  }
  const { keepNumber } = windows;
  const repairForecast =
    keepNumber !== null &&
    departure !== null &&
    isRepairable(dayToRepair(frame, keepNumber), departure).forecast;
  if (money.forecast || repairForecast) warnings.push(warning('holiday-forecast', '', { announcedThrough }));
  return warnings;
}
