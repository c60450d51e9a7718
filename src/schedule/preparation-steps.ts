import type { Day } from '../case/types.ts';
import { earliest, latest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import { makeStep } from './step.ts';
import type { Days, Relative, ScheduleStep, StepSeverity } from './types.ts';

export const BACKUP: Relative = { anchor: 'visit', from: -14, to: -1 };
export const MOVE_ACCOUNTS: Relative = { anchor: 'visit', from: -23, to: -1 };
const BOOK_SHOP: Relative = { anchor: 'visit', from: -30, to: -3 };

/** Days of preparation for a visit that is still to come: late is better than never, so the last day is never past. */
export function preparationDays(visit: Day, today: Day, { from, to }: Relative): Days {
  return { from: latest([plusDays(visit, from), today]), to: latest([plusDays(visit, to), today]) };
}

function preparation(
  frame: Frame,
  visit: Day | null,
  id: string,
  relative: Relative,
  severity: StepSeverity,
  facts: readonly string[],
): ScheduleStep {
  const { today } = frame;
  const draft = { id, severity, facts, relative };
  if (visit === null) return makeStep(today, { ...draft, from: null });
  const { from, to } = relative;
  // A visit that is over: preparation for it keeps its days and is missed.
  const gone = visit < today && (frame.visit !== null || frame.endsByVisit !== null);
  const days = gone
    ? { from: plusDays(visit, from), to: plusDays(visit, to) }
    : preparationDays(visit, today, relative);
  // What is asked of a bank is asked by the day by which the accounts are moved, while the residence card is good.
  const { residenceUntil = days.to } = frame.customer.holder ?? {};
  const bankUntil = residenceUntil < today ? days.to : earliest([days.to, residenceUntil]);
  return makeStep(today, { ...draft, ...days, officesUntil: id === 'move-accounts' ? bankUntil : null });
}

/** `visitFacts`: what the day of the visit stands on, where the customer gave none. */
export function preparationSteps(
  frame: Frame,
  visit: Day | null,
  visitFacts: readonly string[],
): ScheduleStep[] {
  const { customer, facts, channel, done, departed } = frame;
  const steps = [
    preparation(frame, visit, 'backup', BACKUP, 'must', visitFacts),
    preparation(frame, visit, 'move-accounts', MOVE_ACCOUNTS, 'must', [
      'general:leaving-japan.3',
      ...visitFacts,
    ]),
  ];
  if (customer.accounts?.includes('suica')) {
    const suicaFacts = ['general:handset-data.0', ...visitFacts];
    steps.push(preparation(frame, visit, 'suica-refund', MOVE_ACCOUNTS, 'must', suicaFacts));
  }
  if (channel === 'shop' && !done && !departed) {
    const shopFacts = [...facts.channelFacts, ...(facts.bookingOpensDays?.facts ?? []), ...visitFacts];
    steps.push(preparation(frame, visit, 'book-shop', BOOK_SHOP, 'should', shopFacts));
  }
  return steps;
}
