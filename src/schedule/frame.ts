import type { Case, Day, NumberPlan, Reason } from '../case/types.ts';
import type { ScheduleFacts } from '../facts/types.ts';
import { isBankDay, nextBankDay } from './bank-days.ts';
import { chooseChannel, type UsableChannel } from './choose-channel.ts';
import { type Closing, possibleClosings } from './closing-period.ts';
import { earliest, plusDays } from './day.ts';
import type { PlanShape } from './types.ts';

/** What is the same for every step: the answers with their defaults. */
export interface Frame {
  customer: Case;
  facts: ScheduleFacts;
  carrier: string;
  today: Day;
  reason: Reason;
  numberPlan: NumberPlan;
  /** D; null when it is not known or when nothing counts from it. */
  departure: Day | null;
  departed: boolean;
  channel: UsableChannel | null;
  shape: PlanShape;
  closings: Closing[];
  /** A day on which the first window would save a month: charged in full, or perhaps. */
  monthCanBeSaved: boolean;
  visit: Day | null;
  /** The hour of that day, where it is said. */
  visitTime: string | null;
  /** The procedure is over: the clerk wrote something that is known only then. */
  done: boolean;
  /** The day on which the line ends by the visit or by what the clerk wrote. */
  endsByVisit: Day | null;
  /** A later day on which it may end instead, where the carrier leaves that open. */
  mayEndOn: Day | null;
}

function chooseShape(customer: Case, facts: ScheduleFacts, numberPlan: NumberPlan): PlanShape {
  if (customer.answers?.lineEnds !== undefined) return 'none';
  // A port ends the line on the day on which it completes, whatever the carrier's month.
  const periodic = facts.lineEnds.value === 'month-end' || facts.lineEnds.value === 'contract-cycle';
  if (periodic && numberPlan !== 'port-out') return 'deadlines';
  return numberPlan === 'park' ? 'none' : 'windows';
}

export function isDone({ answers }: Case): boolean {
  return [answers?.lineEnds, answers?.completedAt, answers?.receiptNumber].some(
    (value) => value !== undefined,
  );
}

/** What is over lies in the past, whatever was planned. */
function dayOfVisit({ visit }: Case, done: boolean, departed: boolean, today: Day): Day | null {
  // Who has left goes to no shop.
  const isVoid = departed && !done && visit?.channel === 'shop';
  const planned = (isVoid ? undefined : visit?.date) ?? null;
  return done ? earliest([planned ?? today, today]) : planned;
}

type VisitDay = Pick<Frame, 'customer' | 'facts' | 'channel' | 'visit' | 'visitTime'>;

/** From this hour on an application on the web counts for a later day. */
export function webCutOff({ webCutOff: cutOff, webHours }: ScheduleFacts): string | undefined {
  return cutOff?.value ?? (webHours?.value.outside === 'queued' ? webHours.value.closes : undefined);
}

/** Carriers rest when banks do, as far as anybody says. */
function nextBusinessDay(day: Day): Day {
  return nextBankDay(plusDays(day, 1));
}

function endOfLineByVisit({ customer, facts, channel, visit, visitTime }: VisitDay): Day | null {
  const answered = customer.answers?.lineEnds;
  if (answered !== undefined) return answered;
  if (visit === null) return null;
  const cutOff = webCutOff(facts);
  const late = channel === 'web' && cutOff !== undefined && visitTime !== null && visitTime >= cutOff;
  if (!late) return visit;
  return facts.webHours?.value.resumes === 'business-day' ? nextBusinessDay(visit) : plusDays(visit, 1);
}

function laterEndOfLine({ customer, facts, channel, visit, visitTime }: VisitDay): Day | null {
  const plan = customer.line?.numberPlan ?? 'cancel';
  if (visit === null || customer.answers?.lineEnds !== undefined || plan !== 'cancel') return null;
  if (facts.countsFrom !== undefined) return nextBusinessDay(visit);
  // Before the desk opens on a day of rest, it may stay closed.
  const { opens, resumes } = facts.webHours?.value ?? {};
  const early = channel === 'web' && visitTime !== null && opens !== undefined && visitTime < opens;
  return early && resumes === 'business-day' && !isBankDay(visit) ? nextBusinessDay(visit) : null;
}

export function frameSchedule(customer: Case, facts: ScheduleFacts, carrier: string, today: Day): Frame {
  const reason = customer.reason ?? (customer.departure === undefined ? 'other' : 'leaving-japan');
  const departure = reason === 'leaving-japan' ? (customer.departure ?? null) : null;
  const numberPlan = customer.line?.numberPlan ?? 'cancel';
  const done = isDone(customer);
  const departed = departure !== null && today > departure;
  const channel = chooseChannel(customer, facts, carrier, departed);
  const visit = dayOfVisit(customer, done, departed, today);
  const visitTime = visit !== null && visit === customer.visit?.date ? (customer.visit.time ?? null) : null;
  const visitDay = { customer, facts, channel, visit, visitTime };
  return {
    customer,
    facts,
    carrier,
    today,
    reason,
    numberPlan,
    departure,
    departed,
    channel,
    shape: chooseShape(customer, facts, numberPlan),
    closings: possibleClosings(customer, facts),
    monthCanBeSaved: facts.lastMonth.value === 'full' || facts.lastMonth.value === 'unknown',
    visit,
    visitTime,
    done,
    endsByVisit: endOfLineByVisit(visitDay),
    mayEndOn: laterEndOfLine(visitDay),
  };
}
