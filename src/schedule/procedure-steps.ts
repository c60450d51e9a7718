import type { Day } from '../case/types.ts';
import { earliest, inMonth, latest, plusDays } from './day.ts';
import type { Deadline, DeadlineDays } from './deadlines.ts';
import type { Frame } from './frame.ts';
import { makeStep } from './step.ts';
import type { Relative, ScheduleStep } from './types.ts';
import { KEEP_NUMBER, SAVE_MONTH, type WindowDays } from './windows.ts';

function factsOfWindow(
  { facts }: Frame,
  id: 'visit-save-month' | 'visit-keep-number' | 'application-deadline',
): string[] {
  const ends = facts.lineEnds.facts;
  if (id === 'application-deadline') return [...(facts.deadline?.facts ?? []), ...ends];
  if (id === 'visit-keep-number') return [...ends, ...facts.lastMonth.facts];
  return [...facts.closingDays.facts, ...facts.lastMonth.facts, ...ends];
}

/** What the first open window or deadline stands on, where no visit is booked. */
export function factsOfVisit(frame: Frame, { firstOpen }: WindowDays): string[] {
  if (frame.visit !== null) return [];
  const id = frame.shape === 'deadlines' ? 'application-deadline' : firstOpen;
  return id === null ? [] : factsOfWindow(frame, id);
}

/** The windows in which the line is cancelled, or in which a port completes. */
export function windowSteps(frame: Frame, windows: WindowDays): ScheduleStep[] {
  if (frame.shape !== 'windows' || frame.departed || frame.done) return [];
  const { today, reason } = frame;
  const steps: ScheduleStep[] = [];
  if (frame.monthCanBeSaved) {
    steps.push(
      makeStep(today, {
        id: 'visit-save-month',
        from: windows.saveMonth?.from ?? null,
        to: windows.saveMonth?.to ?? null,
        severity: 'should',
        facts: factsOfWindow(frame, 'visit-save-month'),
        relative: SAVE_MONTH,
      }),
    );
  }
  if (reason === 'leaving-japan') {
    steps.push(
      makeStep(today, {
        id: 'visit-keep-number',
        from: windows.keepNumber?.from ?? null,
        to: windows.keepNumber?.to ?? null,
        severity: 'must',
        facts: factsOfWindow(frame, 'visit-keep-number'),
        relative: KEEP_NUMBER,
      }),
    );
  }
  return steps;
}

interface ApplyDays {
  from: Day | null;
  to: Day | null;
  relative?: Relative;
}

function applyDays(frame: Frame, windows: WindowDays): ApplyDays {
  const { today, reason, monthCanBeSaved, visit } = frame;
  if (frame.departed) return { from: today, to: today };
  if (windows.firstOpen !== null) {
    const [open, relative] =
      windows.firstOpen === 'visit-save-month'
        ? [windows.saveMonth, SAVE_MONTH]
        : [windows.keepNumber, KEEP_NUMBER];
    return { from: open?.from ?? null, to: open?.to ?? null, relative };
  }
  if (reason === 'leaving-japan' || monthCanBeSaved) {
    return { from: null, to: null, relative: monthCanBeSaved ? SAVE_MONTH : KEEP_NUMBER };
  }
  // No window at all: from today to the visit, or to the end of an unhurried fortnight.
  const last = visit ?? windows.latestCancellation ?? today;
  return { from: earliest([last, today]), to: last };
}

export function applySteps(frame: Frame, windows: WindowDays): ScheduleStep[] {
  if (frame.shape !== 'windows' || frame.done) return [];
  const { facts, today, channel } = frame;
  if (channel !== 'web' && channel !== 'phone') return [];
  const hour = channel === 'web' ? (facts.webCutOff?.value ?? facts.webHours?.value.closes) : undefined;
  return [
    makeStep(today, {
      id: channel === 'web' ? 'apply-online' : 'apply-by-phone',
      ...applyDays(frame, windows),
      severity: 'must',
      facts: [
        ...facts.channelFacts,
        ...(channel === 'web' ? [...(facts.webCutOff?.facts ?? []), ...(facts.webHours?.facts ?? [])] : []),
      ],
      time: hour,
    }),
  ];
}

export function deadlineSteps(frame: Frame, deadlines: DeadlineDays): ScheduleStep[] {
  if (frame.shape !== 'deadlines' || frame.done) return [];
  const { today, facts, carrier } = frame;
  const daysBefore = facts.lineEnds.value === 'contract-cycle' ? 0 : facts.deadline?.value.daysBeforeMonthEnd;
  const shared = {
    severity: 'must' as const,
    facts: factsOfWindow(frame, 'application-deadline'),
    variant: facts.deadline === undefined ? undefined : carrier,
    ...(daysBefore === undefined
      ? {}
      : { relative: { anchor: 'closing-day' as const, from: -daysBefore, to: -daysBefore } }),
  };
  const until = (id: string, deadline: Deadline | null): ScheduleStep => {
    const last = deadline?.day ?? null;
    // The hour is that of the carrier's own last day.
    const time = last !== null && last !== deadline?.carrierDay ? undefined : facts.deadline?.value.time;
    const from = last !== null && last < today ? last : last && today;
    return makeStep(today, { id, from, to: last, time, ...shared });
  };

  const steps = [until('application-deadline', deadlines.deadline)];
  if (deadlines.keepNumber !== null) {
    steps.push(until('application-deadline-keep-number', deadlines.keepNumber));
  }
  return steps;
}

/** What is to be back by the end of the procedure's month is posted before the flight, where that comes first. */
export function returnSimSteps(frame: Frame, preparesFor: Day | null): ScheduleStep[] {
  const { facts, today, departure, departed, numberPlan, customer } = frame;
  if (facts.simBackBy === undefined || numberPlan !== 'cancel' || customer.line?.sim === 'esim') return [];
  const shared = { severity: 'must' as const, facts: facts.simBackBy.facts };
  if (preparesFor === null) return [makeStep(today, { id: 'return-sim', from: null, ...shared })];
  // A first window that has begun is used today or later.
  const day = frame.visit ?? latest([preparesFor, today]);
  const monthEnd = inMonth(day, 0, 'end');
  const eve = departure === null || departed ? monthEnd : plusDays(departure, -1);
  return eve < monthEnd
    ? [makeStep(today, { id: 'post-sim', from: eve, ...shared })]
    : [makeStep(today, { id: 'return-sim', from: monthEnd, ...shared })];
}

/** Where a carrier wants to hear of it early: so many days before the departure, or before the end. */
export function contactSteps(frame: Frame, preparesFor: Day | null): ScheduleStep[] {
  const { facts, departure, today, shape } = frame;
  const { contactDaysBeforeDeparture: beforeDeparture, noticeDays } = facts;
  if (shape === 'none' || frame.departed || frame.done) return [];
  if (beforeDeparture !== undefined && frame.reason === 'leaving-japan') {
    const days = -beforeDeparture.value;
    return [
      makeStep(today, {
        id: 'contact-carrier',
        from: departure && plusDays(departure, days),
        severity: 'should',
        facts: beforeDeparture.facts,
        relative: { anchor: 'departure', from: days, to: days },
      }),
    ];
  }
  if (noticeDays === undefined) return [];
  return [
    makeStep(today, {
      id: 'contact-carrier',
      from: preparesFor && plusDays(preparesFor, -noticeDays.value),
      severity: 'should',
      facts: noticeDays.facts,
      relative: { anchor: 'visit', from: -noticeDays.value, to: -noticeDays.value },
    }),
  ];
}
