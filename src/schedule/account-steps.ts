import type { Day } from '../case/types.ts';
import { lastOfficeDay } from './bank-days.ts';
import { latest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import { accountStands, areInstalmentsOpen, type Money, needsAccount } from './money.ts';
import { makeStep } from './step.ts';
import type { ScheduleStep } from './types.ts';

/** A parked number, or a handset, is paid from an account that is to be closed. */
export function closesWhileParked(frame: Frame): Day | null {
  const { numberPlan, facts, customer } = frame;
  const isParked = numberPlan === 'park' && facts.parking !== 'no' && facts.parkedDays === undefined;
  if (!isParked || !accountStands(frame)) return null;
  const isPaidFrom = facts.debit !== undefined || areInstalmentsOpen(frame);
  return isPaidFrom ? (customer.payment?.bankAccountCloses ?? null) : null;
}

/** At the counter it is too late to ask how long an account is to stay that has been closed before. */
function closesBeforeVisit(frame: Frame, preparesFor: Day | null, money: Money): Day | null {
  const closes = frame.customer.payment?.bankAccountCloses;
  if (closes === undefined || preparesFor === null || closes > preparesFor || frame.done) return null;
  const isTooEarly = money.instalmentsOpen || (money.safeDay !== null && closes < money.safeDay);
  return needsAccount(frame) && isTooEarly ? closes : null;
}

/** What is to be done at the bank before the account's day. */
export function accountSteps(frame: Frame, preparesFor: Day | null, money: Money): ScheduleStep[] {
  const { today } = frame;
  const parked = closesWhileParked(frame);
  const closes = parked ?? closesBeforeVisit(frame, preparesFor, money);
  if (closes === null || closes < today) return [];
  const eve = latest([today, plusDays(closes, -1)]);
  return [
    makeStep(today, {
      id: parked === null ? 'postpone-account' : 'keep-account-paying',
      from: lastOfficeDay({ from: today, to: eve }) ?? eve,
      severity: 'must',
      facts: ['general:leaving-japan.1'],
    }),
  ];
}
