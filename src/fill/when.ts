/** When a step is to be done: the plan's days, days counted from an anchor, or a time of the visit. */
import { dayNumber } from '../calendar-day.ts';
import type { Day } from '../case/types.ts';
import type { Anchor, ScheduleStep } from '../schedule/types.ts';
import { bookedVisit } from './booked-visit.ts';
import { dayFromNumber } from './format-date.ts';
import type { FillInputs, NamedAnchor, When } from './types.ts';
import type { StepRow } from './visible-steps.ts';

const NOTHING: When = {
  kind: 'ask',
  by: false,
  estimate: false,
  spread: false,
  from: null,
  to: null,
  time: null,
  relative: null,
  moment: null,
  missed: false,
};

/** The first of the names that the plan holds; one that is missed gives way to one that is not. */
export function scheduleStep({ schedule }: FillInputs, names: string): ScheduleStep | undefined {
  let missed: ScheduleStep | undefined;
  for (const id of names.split('|')) {
    for (const step of schedule.steps) {
      if (step.id !== id) continue;
      if (!step.missed) return step;
      missed ??= step;
    }
  }
  return missed;
}

/** A step that the plan doesn't hold is done with the preparation. */
const FALLBACK = 'backup';
/** In front of the plan's steps: the day that the customer has chosen, where there is one. */
const VISIT = 'visit|';

/** A step that has no better day once its own has gone by. */
const SOON = 'soon';

const atMoment = (moment: string): When => ({ ...NOTHING, kind: 'moment', moment });

export function whenOf(row: StepRow, inputs: FillInputs): When {
  const when = row.moment ? atMoment(row.moment) : datesOf(row, inputs);
  const late = when.missed && row.otherwise === SOON;
  return row.otherwise && (late || when.kind === 'ask') ? atMoment(row.otherwise) : when;
}

function datesOf(row: StepRow, inputs: FillInputs): When {
  if (row.date === 'early') {
    const early = scheduleStep(inputs, 'decide-number');
    return early && !early.missed ? whenOfStep(early, 'by', inputs) : beforeStart(inputs, 'move-accounts');
  }
  if (row.date === 'before-start') return beforeStart(inputs, row.schedule ?? FALLBACK);
  const booked = bookedVisit(inputs);
  if (booked?.date && row.schedule?.startsWith(VISIT)) {
    return { ...NOTHING, kind: 'on', from: booked.date, to: booked.date, missed: booked.date < inputs.today };
  }
  const named = row.schedule ? scheduleStep(inputs, row.schedule) : undefined;
  const step = named ?? scheduleStep(inputs, FALLBACK);
  if (!step) return NOTHING;
  const when = whenOfStep(step, named ? (row.date ?? 'by') : 'by', inputs);
  return row.offices ? onOfficeDays(when, step, row) : when;
}

/** An office that rests on the last day is gone to before; one that rests on all that are left is asked at once. */
function onOfficeDays(when: When, { officeDay: to }: ScheduleStep, { otherwise }: StepRow): When {
  if (when.from === null || when.missed) return when;
  if (to === undefined) return otherwise === SOON ? atMoment(SOON) : when;
  const isSpan = when.kind === 'span' && when.from < to;
  return { ...when, to, spread: when.from < to, kind: isSpan ? 'span' : 'by' };
}

/** Told by another than the last day. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['from', 'on', 'until', 'days']);

const countsFromPurchase = ({ relative }: ScheduleStep): boolean => relative?.anchor === 'last-purchase';

/** Its days are those on which the slip may come; by when it is to be paid stands on the slip. */
const isSlipOnItsWay = ({ rule }: ScheduleStep, { case: { payment } }: FillInputs): boolean =>
  rule === 'last-debit' && payment?.method === 'slip';

/** The clerk's estimate of the last debit, or the day after it. */
function isEstimate({ rule, to }: ScheduleStep, { case: { answers } }: FillInputs): boolean {
  if (!answers?.lastDebitIsEstimate || answers.lastDebit === undefined || to === null) return false;
  if (rule === 'last-debit/answered') return true;
  return rule === 'bank-account-close/answered' && dayNumber(to) === dayNumber(answers.lastDebit) + 1;
}

/** An account that the clerk wants open longer than the debit needs it stays open. */
function keptUntil(day: Day | null, { case: { answers, payment } }: FillInputs): Day | null {
  const open = answers?.accountOpenUntil;
  const isAccount = payment?.method !== 'credit-card' && payment?.method !== 'slip';
  return isAccount && open !== undefined && day !== null && open > day ? open : day;
}

/** Both windows lie in one billing period: none of their days costs more than another. */
export function windowsCostAlike({ schedule: { plan }, edition }: FillInputs): boolean {
  const { saveMonth, keepNumber } = plan;
  if (edition !== 'personal' || !saveMonth || !keepNumber || saveMonth.state === 'missed') return false;
  return keepNumber.to <= saveMonth.closing;
}

/** Steps of the window that saves a month; where nothing is saved, the days of the other follow without a gap. */
const OF_FIRST_WINDOW: ReadonlySet<string> = new Set(['visit-save-month', 'apply-online', 'apply-by-phone']);

function lastDayOf(step: ScheduleStep, date: StepRow['date'], inputs: FillInputs): Day | null {
  if (date === 'until') return keptUntil(step.to, inputs);
  const { keepNumber } = inputs.schedule.plan;
  return OF_FIRST_WINDOW.has(step.id) && keepNumber && windowsCostAlike(inputs) ? keepNumber.to : step.to;
}

export function whenOfStep(step: ScheduleStep, date: StepRow['date'], inputs: FillInputs): When {
  const when: When = {
    ...NOTHING,
    time: step.time ?? null,
    missed: step.missed,
    by: !TOLD_OTHERWISE.has(date ?? 'by'),
    estimate: isEstimate(step, inputs),
  };
  const { from } = step;
  const to = lastDayOf(step, date, inputs);
  // Copies for others hold no day of anybody's plan; a plan does not know the day of the last purchase.
  if (from === null || to === null || inputs.edition !== 'personal' || countsFromPurchase(step))
    return withoutDays({ ...when, missed: false }, date === 'from' ? onFirstDay(step) : step, inputs);
  when.from = from;
  when.to = to;
  when.spread = from !== to;
  if (isSlipOnItsWay(step, inputs)) when.kind = 'arrives';
  else if (date === 'from' || date === 'on' || date === 'until') when.kind = date;
  else if (date === 'days') when.kind = when.spread ? 'span' : 'on';
  // What has begun needs its last day only.
  else when.kind = date === 'span' && when.spread && from > inputs.today ? 'span' : 'by';
  return when;
}

/** The closing day by its plainer name; one that is only assumed keeps the general one. */
function nameClosing(
  anchor: Anchor,
  { facts: { schedule: planned }, schedule: { plan } }: FillInputs,
): NamedAnchor {
  if (anchor !== 'closing-day') return anchor;
  if (planned.lineEnds.value === 'contract-cycle') return 'cycle-end';
  const { value, assumed } = planned.closingDays;
  const endsWithMonth = value.length === 1 && value[0] === 'end' && !assumed;
  return endsWithMonth || plan.shape === 'deadlines' ? 'month-end' : anchor;
}

/** Of days that are counted, the first. */
function onFirstDay(step: ScheduleStep): ScheduleStep {
  const { relative } = step;
  return relative === undefined ? step : { ...step, relative: { ...relative, to: relative.from } };
}

function withoutDays(when: When, { relative }: ScheduleStep, inputs: FillInputs): When {
  const known = relative ? { ...relative, anchor: nameClosing(relative.anchor, inputs) } : null;
  if (inputs.edition === 'blank') return { ...when, kind: 'line', relative: known };
  return known
    ? { ...when, kind: 'relative', relative: known, spread: known.from !== known.to }
    : { ...when, kind: 'ask' };
}

/** The day before a step begins; once that is past, soon, and at the latest with the step itself. */
function beforeStart(inputs: FillInputs, name: string): When {
  const step = scheduleStep(inputs, name);
  if (!step) return NOTHING;
  if (step.from === null || inputs.edition !== 'personal') {
    const { relative } = step;
    const day = relative && { ...relative, from: relative.from - 1, to: relative.from - 1 };
    return withoutDays({ ...NOTHING, by: true }, { ...step, ...(day ? { relative: day } : {}) }, inputs);
  }
  const before = dayFromNumber(dayNumber(step.from) - 1);
  if (before < inputs.today && step.to !== null && step.to > inputs.today) {
    return { ...NOTHING, kind: 'soon', by: true, from: inputs.today, to: step.to };
  }
  const day: Day = before < inputs.today ? inputs.today : before;
  return { ...NOTHING, kind: 'by', by: true, from: day, to: day };
}
