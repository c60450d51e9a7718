import type { Day } from '../case/types.ts';
import { isForecast } from './bank-days.ts';
import { type Closing, periodHolding } from './closing-period.ts';
import { earliest, inMonth, latest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import { lastDebit } from './last-debit.ts';
import { makeStep } from './step.ts';
import type { ClosingCase, Days, ScheduleStep } from './types.ts';

export interface Money {
  steps: ScheduleStep[];
  cases: ClosingCase[];
  /** The first day on which nothing of the line can be debited any more. */
  safeDay: Day | null;
  /** Instalments run on after the line's bills, and nobody has said until when. */
  instalmentsOpen: boolean;
  forecast: boolean;
}

interface Billing {
  closing: Closing;
  period: Days;
  bill: Days;
  debit: (Days & { moved: boolean }) | undefined;
}

function bill(frame: Frame, closing: Closing, latestCancellation: Day): Billing {
  const { facts, customer } = frame;
  const period = periodHolding(latestCancellation, closing);
  return {
    closing,
    period,
    bill: { from: inMonth(period.to, 1, 1), to: inMonth(period.to, 1, 'end') },
    debit: facts.debit && lastDebit(latestCancellation, closing, facts.debit.value, customer.payment?.method),
  };
}

function span(days: readonly Days[]): Days | null {
  if (days.length === 0) return null;
  return { from: earliest(days.map(({ from }) => from)), to: latest(days.map(({ to }) => to)) };
}

function present<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function debitSpan(billings: readonly Billing[]): Days | null {
  return span(billings.map(({ debit }) => debit).filter(present));
}

/** A carrier has a rule of its own where its debits move to the next bank day. */
function ownRule(frame: Frame): string | undefined {
  const method = frame.customer.payment?.method;
  if (method === 'credit-card' || method === 'slip') return undefined;
  return frame.facts.debit?.value.bankAccount.some(({ moved }) => moved) ? frame.carrier : undefined;
}

/** Debits may come from a bank account: who pays by card or by slip needs none for them. */
export function accountStands({ customer }: Frame): boolean {
  const method = customer.payment?.method ?? 'unknown';
  return method === 'bank-account' || method === 'unknown';
}

/** A parked number is paid for month by month: there is no day on which its account may go. */
export function needsAccount(frame: Frame): boolean {
  return frame.numberPlan !== 'park' && accountStands(frame);
}

/** The memo asks for the last instalment (3b), and whether the account stays open long enough for it (4d). */
export function areInstalmentsOpen({ customer: { handset, answers } }: Frame): boolean {
  return (
    handset?.instalments === 'remaining' &&
    answers?.instalmentsUntil === undefined &&
    answers?.accountOpenUntil === undefined
  );
}

/** What the clerk wrote goes before what was computed; instalments may run longer than the bills. */
function dayAfterLastDebit(frame: Frame, debit: Days | null): { day: Day | null; answered: boolean } {
  const { accountOpenUntil, instalmentsUntil, lastDebit: answeredDebit } = frame.customer.answers ?? {};
  const computed = accountOpenUntil === undefined ? debit?.to : answeredDebit;
  const days = [accountOpenUntil, instalmentsUntil, computed].filter(present);
  const answered = [accountOpenUntil, instalmentsUntil, answeredDebit].some(present);
  return { day: days.length === 0 ? null : plusDays(latest(days), 1), answered };
}

export function planMoney(frame: Frame, latestCancellation: Day | null): Money {
  const { today, facts, customer, closings } = frame;
  const postPaid = facts.debit !== undefined;
  const answers = customer.answers ?? {};
  const billings =
    latestCancellation === null ? [] : closings.map((closing) => bill(frame, closing, latestCancellation));
  const only = closings.length === 1 ? billings[0] : undefined;
  const { mayEndOn } = frame;
  const later = mayEndOn === null ? [] : closings.map((closing) => bill(frame, closing, mayEndOn));
  const possible = [...billings, ...later];
  const bills = span(possible.map((billing) => billing.bill));
  const computed = debitSpan(possible);
  const maySlip = computed?.to !== debitSpan(billings)?.to;
  const debit =
    answers.lastDebit === undefined ? computed : { from: answers.lastDebit, to: answers.lastDebit };
  const fromAnswer = answers.lineEnds === undefined ? undefined : 'answered';
  const closingFacts = [...facts.closingDays.facts, ...facts.lineEnds.facts];
  const debitFacts = [
    ...(facts.debit?.facts ?? []),
    ...facts.closingDays.facts,
    ...(maySlip ? (facts.countsFrom?.facts ?? []) : []),
  ];

  const steps: ScheduleStep[] = [];
  if (postPaid) {
    const period = only?.period ?? { from: null, to: null };
    const billDays = bills ?? { from: null, to: null };
    steps.push(
      makeStep(today, {
        id: 'last-charged-period',
        ...period,
        severity: 'info',
        facts: closingFacts,
        variant: fromAnswer,
      }),
      makeStep(today, {
        id: 'last-bill',
        ...billDays,
        severity: 'info',
        facts: closingFacts,
        variant: fromAnswer,
      }),
    );
  }
  if (postPaid || answers.lastDebit !== undefined) {
    steps.push(
      makeStep(today, {
        id: 'last-debit',
        ...(debit ?? { from: null, to: null }),
        severity: 'must',
        facts: debitFacts,
        variant: answers.lastDebit === undefined ? ownRule(frame) : 'answered',
      }),
    );
  }
  const instalmentsOpen = areInstalmentsOpen(frame);
  if (instalmentsOpen || answers.instalmentsUntil !== undefined) {
    steps.push(
      makeStep(today, {
        id: 'last-instalment',
        from: answers.instalmentsUntil ?? null,
        severity: 'must',
        facts: ['general:network-restriction.0'],
        variant: instalmentsOpen ? undefined : 'answered',
      }),
    );
  }
  const close = dayAfterLastDebit(frame, debit);
  if (needsAccount(frame) && (postPaid || instalmentsOpen || close.day !== null)) {
    const variant = close.answered ? 'answered' : undefined;
    steps.push(
      makeStep(today, {
        id: 'bank-account-close',
        from: instalmentsOpen ? null : close.day,
        severity: 'must',
        facts: [...debitFacts, 'general:leaving-japan.1'],
        variant: instalmentsOpen ? 'instalments' : variant,
      }),
    );
  }
  return {
    steps,
    cases: closings.length > 1 ? billings.flatMap(closingCase) : [],
    safeDay: close.day,
    instalmentsOpen,
    forecast: possible.some(({ debit: days }) => days?.moved === true && isForecast(days.to)),
  };
}

function closingCase({ closing, period, bill: billDays, debit }: Billing): ClosingCase[] {
  if (!('monthDay' in closing)) return [];
  const days = debit && { debit: { from: debit.from, to: debit.to } };
  return [{ closingDay: closing.monthDay, period, bill: billDays, ...days }];
}
