/**
 * The most urgent dates: what has to be done first, of the steps that words.json names.
 * In: the plan. Out: at most three, the nearest first. Refuses to decide: how they are worded.
 */
import type { ScheduleStep } from '../schedule/types.ts';
import { bookedVisit } from './booked-visit.ts';
import type { UrgentView } from './checklist-types.ts';
import { isAppOnly } from './flags.ts';
import { daysBetween } from './format-date.ts';
import type { FillInputs, When } from './types.ts';
import { scheduleStep, whenOfStep, windowsCostAlike } from './when.ts';

export interface Names {
  zh: string;
  ja: string;
}

/** templates/checklist/words.json. */
export interface ChecklistWords {
  /** Steps of the plan that may stand among the urgent dates, the most pressing first. */
  urgent: Record<string, Names & { date: 'by' | 'from' | 'on' }>;
  timeline: Record<string, Names>;
}

export function checklistWords(inputs: FillInputs): ChecklistWords {
  return inputs.templates.documents.checklist.tables.words as ChecklistWords;
}

/**
 * `<id>/one-period` where no day saves a month, `<id>/app` where there is no page for it, `<id>/<number plan>`,
 * `<id>/assumed` where nobody says the deadline, `<id>/<way of paying>` and `<id>/<charge of the last month>` go before
 * what holds for all.
 */
export function namesOf<T>(table: Record<string, T>, id: string, inputs: FillInputs) {
  const { case: customer, facts } = inputs;
  const onePeriod = windowsCostAlike(inputs) ? 'one-period' : undefined;
  const kinds = [
    onePeriod,
    isAppOnly(facts) ? 'app' : undefined,
    customer.line?.numberPlan,
    facts.schedule.deadline?.assumed ? 'assumed' : undefined,
    customer.payment?.method,
    facts.schedule.lastMonth.value,
  ];
  for (const kind of kinds) {
    const names = table[`${id}/${kind}`];
    if (names !== undefined) return names;
  }
  return table[id];
}

const SHOWN = 3;
const ENOUGH = 2;

interface Candidate extends UrgentView {
  /** What loses most when it is late goes first on the same day. */
  grave: number;
  order: number;
  /** Has a place whatever comes before it. */
  placed: boolean;
}

const GRAVITY: Record<ScheduleStep['severity'], number> = { must: 0, should: 1, info: 2 };

const DEADLINE = 'application-deadline';

/** A booked visit stands for the windows and for the call or the application. */
const VISIT_STEPS = new Set([
  'visit-save-month',
  'visit-keep-number',
  'apply-online',
  'apply-by-phone',
  DEADLINE,
]);

/** Days to the first of the procedure when the preparation for it ends. */
const PREPARED = 1;

/**
 * The day after which one more month is charged; the procedure once the preparation for it ends today or has ended:
 * with all of that due today, none of the three would say that the line is to be cancelled.
 */
const hasPlace = (id: string, { from }: When, today: string): boolean =>
  id === DEADLINE ||
  ((id === 'visit' || VISIT_STEPS.has(id)) && from !== null && daysBetween(today, from) <= PREPARED);

function candidateOf(
  id: string,
  order: number,
  words: ChecklistWords['urgent'][string],
  step: ScheduleStep,
  inputs: FillInputs,
): Candidate | null {
  if (step.missed) return null;
  // What opens later is told by its first day, what is open by its last.
  const opens = words.date === 'from' && step.from !== null && step.from > inputs.today;
  const when = whenOfStep(step, words.date === 'on' ? 'on' : opens ? 'from' : 'by', inputs);
  const day = when.kind === 'from' || when.kind === 'arrives' ? when.from : when.to;
  return {
    id,
    order,
    grave: GRAVITY[step.severity],
    placed: hasPlace(id, when, inputs.today),
    when,
    daysLeft: day === null ? null : daysBetween(inputs.today, day),
    otherYear: day !== null && day.slice(0, 4) !== inputs.today.slice(0, 4),
    zh: words.zh,
    ja: words.ja,
  };
}

export function urgentDates(inputs: FillInputs): UrgentView[] {
  const { urgent } = checklistWords(inputs);
  const booked = bookedVisit(inputs)?.date;
  const first = inputs.schedule.plan.firstOpen;
  const found: Candidate[] = [];
  Object.keys(urgent).forEach((id, order) => {
    const isVisit = VISIT_STEPS.has(id);
    // The windows and the application are one thing to do: the first open window stands for them.
    if (isVisit && (booked !== undefined || (first !== null && id !== first))) return;
    if (id === 'visit' && (booked === undefined || booked < inputs.today || inputs.schedule.plan.done))
      return;
    const step = id === 'visit' ? visitStep(booked ?? '') : stepOfPlan(inputs, id);
    // A rule of its own, `last-debit/answered`, goes before the way of paying.
    const own = step && step.rule !== id ? urgent[step.rule] : undefined;
    const words = own ?? namesOf(urgent, id, inputs);
    // Until the last instalment is known, there is no day from which the account may go.
    if (!words || step?.rule === 'bank-account-close/instalments') return;
    const candidate = step && candidateOf(id, order, words, step, inputs);
    if (candidate) found.push(candidate);
  });
  const dated = found.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0);
  dated.sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || a.grave - b.grave || a.order - b.order);
  // One of the accounts that are moved by that day: a place of its own would hide the procedure.
  const moved = dated.find(({ id }) => id === 'move-accounts');
  const suica = dated.findIndex(({ id, daysLeft }) => id === 'suica-refund' && daysLeft === moved?.daysLeft);
  if (suica >= 0) dated.splice(suica, 1);
  // A plan with dates has no use for days that count from an unknown one.
  const undated = dated.length >= ENOUGH ? [] : found.filter(({ daysLeft }) => daysLeft === null);
  return decisionFirst(withPlaced([...dated, ...undated], inputs)).map(
    ({ id, when, daysLeft, otherYear, zh, ja }) => ({ id, when, daysLeft, otherYear, zh, ja }),
  );
}

/** The first that loses less gives way to the one that has a place; a visit stands for its booking, not for a decision. */
function withPlaced(found: Candidate[], { case: customer }: FillInputs): Candidate[] {
  const shown = found.slice(0, SHOWN);
  const late = found.slice(SHOWN).find(({ placed }) => placed);
  if (!late) return shown;
  const least = Math.max(...shown.map(({ grave }) => grave));
  const undecided = customer.line?.numberPlan === undefined && late.id !== DEADLINE;
  const booking = undecided ? shown.findIndex(({ id }) => id === 'book-shop') : -1;
  const place = booking >= 0 ? booking : shown.findIndex(({ grave }) => grave === least);
  return [...shown.filter((_, index) => index !== place), late];
}

/** What is decided first comes first on its day. */
function decisionFirst(shown: Candidate[]): Candidate[] {
  const decision = shown.find(({ id }) => id === 'decide-number');
  if (!decision || decision.daysLeft !== shown[0]?.daysLeft) return shown;
  return [decision, ...shown.filter((candidate) => candidate !== decision)];
}

const PREPARATION = new Set(['backup', 'move-accounts', 'suica-refund']);

/** A step as far as it says something to this customer: who keeps the number has decided, and few carriers count days. */
export function stepOfPlan(inputs: FillInputs, id: string): ScheduleStep | undefined {
  if (id === 'decide-number' && (inputs.case.line?.numberPlan ?? 'cancel') !== 'cancel') return undefined;
  // The number goes along: what hangs on it needs no other.
  if (id === 'move-accounts' && inputs.schedule.plan.numberPlan === 'port-out') return undefined;
  if (inputs.schedule.plan.lineOver && PREPARATION.has(id)) return undefined;
  // The new line is opened sooner than the code runs out.
  if (id === 'port-out-code' && scheduleStep(inputs, 'open-new-line')) return undefined;
  if (id === 'last-debit' && inputs.schedule.plan.numberPlan === 'park') return undefined;
  if (id === 'parked-number-top-up' && !inputs.facts.schedule.parkedDays) return undefined;
  return scheduleStep(inputs, id);
}

function visitStep(day: string): ScheduleStep {
  return { id: 'visit', from: day, to: day, rule: 'visit', facts: [], severity: 'must', missed: false };
}
