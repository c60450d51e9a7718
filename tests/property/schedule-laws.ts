import { expect } from 'vitest';
import type { Case } from '../../src/case/types.ts';
import type { ScheduleFacts } from '../../src/facts/types.ts';
import { isBankDay } from '../../src/schedule/bank-days.ts';
import type { Schedule, ScheduleStep } from '../../src/schedule/types.ts';

const STEP_IDS = new Set(
  `decide-number contact-carrier postpone-account keep-account-paying backup move-accounts suica-refund book-shop visit-save-month visit-keep-number
   apply-online apply-by-phone application-deadline application-deadline-keep-number port-out-code open-new-line
   initial-cancellation-ends short-term-fee-ends minimum-term-ends parked-number-top-up line-ends
   moving-out-notice return-sim post-sim return-equipment residence-card-return last-charged-period last-bill last-debit
   last-instalment bank-account-close`.split(/\s+/),
);

const CLAMPED = new Set(
  `decide-number backup move-accounts suica-refund book-shop visit-save-month visit-keep-number apply-online
   apply-by-phone application-deadline application-deadline-keep-number moving-out-notice return-equipment
   initial-cancellation-ends`.split(/\s+/),
);

const PREPARATION = ['backup', 'move-accounts', 'suica-refund', 'book-shop'];

function fail(condition: boolean, message: string): void {
  // `expect` for every law of every schedule would take longer than planning them.
  if (!condition) expect.fail(message);
}

/** What holds for every schedule, whatever the case. */
export function checkLaws(customer: Case, facts: ScheduleFacts, schedule: Schedule): void {
  const { today, plan, steps } = schedule;
  const where = `${JSON.stringify(customer)} on ${today}`;
  const byId = new Map<string, ScheduleStep>();
  for (const step of steps) {
    fail(STEP_IDS.has(step.id), `unknown id ${step.id}: ${where}`);
    fail(!byId.has(step.id), `${step.id} twice: ${where}`);
    byId.set(step.id, step);
    fail((step.from === null) === (step.to === null), `${step.id} half known: ${where}`);
    fail(step.rule === step.id || step.rule.startsWith(`${step.id}/`), `rule ${step.rule}: ${where}`);
    if (step.from === null || step.to === null) {
      fail(!step.missed, `${step.id} missed without a day: ${where}`);
      continue;
    }
    fail(
      /^\d{4}-\d\d-\d\d$/.test(step.from) && /^\d{4}-\d\d-\d\d$/.test(step.to),
      `${step.id} day: ${where}`,
    );
    fail(step.from <= step.to, `${step.id} ${step.from}..${step.to}: ${where}`);
    fail(step.missed === step.to < today, `${step.id} missed: ${where}`);
    if (CLAMPED.has(step.id) && !step.missed) fail(step.from >= today, `${step.id} began: ${where}`);
  }
  fail(byId.has('backup') && byId.has('move-accounts') && byId.has('line-ends'), `always there: ${where}`);

  const planned =
    customer.visit?.date ?? (plan.firstOpen === null ? null : (byId.get(plan.firstOpen)?.to ?? null));
  // After the procedure preparation may go on until the line ends.
  const ends = plan.lineOver ? null : plan.latestCancellation;
  const procedure = plan.done ? ends : planned;
  for (const id of PREPARATION) {
    const step = byId.get(id);
    if (step?.to && procedure !== null && procedure >= today) {
      fail(!step.missed && step.to <= procedure, `${id} after its window: ${where}`);
    }
  }

  const period = byId.get('last-charged-period');
  const bill = byId.get('last-bill');
  const debit = byId.get('last-debit');
  const close = byId.get('bank-account-close');
  if (facts.lastMonth.value === 'prepaid')
    fail(
      !period && !bill && (!debit || debit.rule === 'last-debit/answered'),
      `bills of a prepaid line: ${where}`,
    );
  if (period?.to && plan.latestCancellation && bill?.from && debit?.from) {
    fail(
      period.from! <= plan.latestCancellation && plan.latestCancellation <= period.to,
      `K outside its period: ${where}`,
    );
    const told = debit.rule === 'last-debit/answered';
    fail(bill.from > period.to && (told || debit.from >= bill.from), `bill: ${where}`);
  }
  if (debit?.to) {
    if (debit.rule !== 'last-debit' && debit.rule !== 'last-debit/answered') {
      fail(isBankDay(debit.from!) && isBankDay(debit.to), `debit on a day of rest: ${where}`);
    }
    // Only the clerk may know better.
    const told = customer.answers?.accountOpenUntil !== undefined;
    if (close?.from && !told) fail(close.from > debit.to, `account closed too early: ${where}`);
  }
  const instalment = byId.get('last-instalment');
  if (close && instalment) {
    fail((close.from === null) === (instalment.to === null), `account and instalments: ${where}`);
    if (close.from && instalment.to) fail(close.from > instalment.to, `account before instalment: ${where}`);
  }

  const { departure, keepNumber, saveMonth } = plan;
  if (keepNumber && departure) {
    fail(keepNumber.from >= today && keepNumber.to <= departure, `W2 outside: ${where}`);
  }
  if (saveMonth && departure) fail(saveMonth.closing < departure, `C after D: ${where}`);
  if (saveMonth) fail(saveMonth.to <= saveMonth.closing, `W1 after C: ${where}`);
}
