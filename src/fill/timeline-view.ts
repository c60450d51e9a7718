/**
 * The time line from today to the last bill: bars, dates and months, to be drawn to scale.
 * In: the plan. Out: null where the plan has no dates. Refuses to decide: where labels stand.
 */
import { dayNumber, partsOfDay } from '../calendar-day.ts';
import type { Day } from '../case/types.ts';
import type { ScheduleStep } from '../schedule/types.ts';
import { bookedVisit } from './booked-visit.ts';
import type { TimelineView, UrgentView } from './checklist-types.ts';
import { dayOf } from './format-date.ts';
import type { FillInputs } from './types.ts';
import { checklistWords, namesOf } from './urgent.ts';
import { scheduleStep, windowsCostAlike } from './when.ts';

type Event = TimelineView['events'][number];

/** A residence limit or a plan that lies further off would squeeze everything else together. */
const LONGEST_DAYS = 400;

const DEADLINE = 'application-deadline';

/** Urgent dates that the line shows anyway. */
const DRAWN = new Set(['visit', 'last-debit', 'residence-card-return']);

export function timelineView(inputs: FillInputs, urgentDates: readonly UrgentView[]): TimelineView | null {
  const { schedule, today, edition } = inputs;
  const words = checklistWords(inputs).timeline;
  const { latestCancellation, saveMonth, done } = schedule.plan;
  const booked = bookedVisit(inputs)?.date ?? null;
  const stops = scheduleStep(inputs, 'line-ends')?.to ?? latestCancellation;
  const debit = scheduleStep(inputs, 'last-debit');
  if (stops === null || edition !== 'personal' || schedule.plan.numberPlan === 'park') return null;
  const departure = schedule.plan.departure;
  const residence = inputs.case.holder?.residenceUntil ?? null;
  const instalment = nearInstalment(inputs);
  const days = [stops, departure, debit?.to ?? null, instalment].filter(
    (day): day is Day => day !== null && day >= today,
  );
  const last = days.reduce((a, b) => (a > b ? a : b), today);
  if (last === today || dayNumber(last) - dayNumber(today) > LONGEST_DAYS) return null;

  const events: Event[] = [];
  const add = (
    id: string,
    story: Event['story'],
    from: Day | null,
    rank: number,
    options: Partial<Event> = {},
  ) => {
    const names = namesOf(words, id, inputs);
    const to = options.to ?? from;
    if (from === null || to === null || from < today || to > last || !names) return;
    events.push({
      id,
      story,
      from,
      to,
      mark: 'stem',
      heavy: false,
      rank,
      time: null,
      zh: names.zh,
      ja: names.ja,
      ...options,
    });
  };
  const [procedure, day] = procedureDay(inputs);
  // What is over needs no day.
  if (!done) add(procedure, 'number', day, 1, { heavy: true, time: hourOf(inputs, procedure) });
  if (done || stops !== day) add('line-ends', 'number', stops, 5);
  add('departure', 'number', departure, 2);
  if (debit?.from) {
    add(debitName(debit, inputs), 'money', debit.from, 3, { heavy: true });
    if (debit.to !== debit.from) add('latest-debit', 'money', debit.to, 4);
  }
  add('last-instalment', 'money', instalment, 4);
  add('today', 'number', today, 5);
  add('residence-limit', 'money', residence, 6);
  const urgent = urgentDates.find(
    ({ id }) => !DRAWN.has(id) && !events.some((event) => event.id === id) && words[id],
  );
  if (urgent) add(urgent.id, 'number', urgent.when.kind === 'from' ? urgent.when.from : urgent.when.to, 7);
  if (
    saveMonth &&
    !done &&
    saveMonth.state !== 'missed' &&
    !windowsCostAlike(inputs) &&
    (departure ?? booked) &&
    !(booked && booked <= saveMonth.closing)
  ) {
    add('save-month', 'number', saveMonth.from, 8, { to: saveMonth.to, mark: 'bracket' });
  }
  if (isClosingKnown(inputs))
    add('closing-day', 'money', scheduleStep(inputs, 'last-charged-period')?.to ?? null, 9);
  return {
    from: today,
    to: last,
    bars: bars(today, stops, paidUntil(debit?.from ?? null, instalment), last),
    events: inOrder(events),
    months: months(today, last),
  };
}

/** One of several possible days is no more than the first; so is one that no source names. */
function debitName({ rule, from, to }: ScheduleStep, { case: { answers } }: FillInputs): string {
  if (rule === 'last-debit/answered') return answers?.lastDebitIsEstimate ? 'estimated-debit' : 'last-debit';
  return rule === 'last-debit' || from !== to ? 'earliest-debit' : 'last-debit';
}

/** A closing day that is only assumed stands in no drawing: the memo asks for it. */
function isClosingKnown({ case: { line }, facts: { schedule } }: FillInputs): boolean {
  const said = line?.closingDay !== undefined && line.closingDay !== 'unknown';
  return said || !schedule.closingDays.assumed || schedule.lineEnds.value === 'contract-cycle';
}

/** What is done, and when: the day that is booked, or the last one that is left. */
function procedureDay(inputs: FillInputs): [name: string, day: Day | null] {
  const { shape, latestCancellation, channel } = inputs.schedule.plan;
  const booked = bookedVisit(inputs)?.date;
  if (booked) return [channel === 'shop' ? 'visit-shop' : 'visit', booked];
  if (shape === 'windows') return ['latest-cancellation', latestCancellation];
  return [DEADLINE, scheduleStep(inputs, DEADLINE)?.to ?? null];
}

/** The hour by which the last day to apply ends. */
function hourOf(inputs: FillInputs, procedure: string): string | null {
  return procedure === DEADLINE ? (scheduleStep(inputs, DEADLINE)?.time ?? null) : null;
}

/** The last instalment, where it is known and the line need not be squeezed for it. */
function nearInstalment(inputs: FillInputs): Day | null {
  const day = scheduleStep(inputs, 'last-instalment')?.to ?? null;
  return day !== null && dayNumber(day) - dayNumber(inputs.today) <= LONGEST_DAYS ? day : null;
}

const paidUntil = (debit: Day | null, instalment: Day | null): Day | null =>
  debit !== null && instalment !== null && instalment > debit ? instalment : debit;

/** Above: the number works until the line ends. Below: money is taken until the last debit. */
function bars(today: Day, stops: Day, debit: Day | null, last: Day): TimelineView['bars'] {
  const list: TimelineView['bars'] = [];
  const bar = (story: 'number' | 'money', from: Day, to: Day, state: 'solid' | 'dashed') => {
    if (from < to) list.push({ story, from, to, state });
  };
  bar('number', today, stops < today ? today : stops, 'solid');
  bar('number', stops < today ? today : stops, last, 'dashed');
  if (debit && debit >= today) {
    bar('money', today, debit, 'solid');
    bar('money', debit, last, 'dashed');
  }
  return list;
}

/** In the order of the days: what readers without sight hear as a list. */
function inOrder(events: Event[]): Event[] {
  return events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.rank - b.rank));
}

/** The month of today at the left edge, then the first of each; a new year is told with its first month. */
function months(from: Day, to: Day): TimelineView['months'] {
  const list: TimelineView['months'] = [{ day: from, year: false }];
  let { y, m } = partsOfDay(from);
  for (;;) {
    m = m === 12 ? 1 : m + 1;
    if (m === 1) y += 1;
    const day = dayOf({ y, m, d: 1 });
    if (day > to) return list;
    list.push({ day, year: m === 1 });
  }
}
