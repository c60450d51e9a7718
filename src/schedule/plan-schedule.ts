// In: a case, the facts of its carrier, today in Japan. Out: `Schedule`: dated steps, warnings, what the plan rests on.
// Refuses to decide wording and layout, and never asks the clock. A choice without a source is a rule here, not a fact.

import type { Case, Day } from '../case/types.ts';
import type { Facts } from '../facts/types.ts';
import { contractSteps } from './contract-steps.ts';
import { inMonth } from './day.ts';
import { deadlineDays } from './deadlines.ts';
import { decideNumberSteps, departureSteps } from './departure-steps.ts';
import { type Frame, frameSchedule } from './frame.ts';
import { planMoney } from './money.ts';
import { planSummary } from './plan-summary.ts';
import { preparationSteps } from './preparation-steps.ts';
import { applySteps, contactSteps, deadlineSteps, factsOfVisit, windowSteps } from './procedure-steps.ts';
import { makeStep } from './step.ts';
import type { Schedule, ScheduleStep } from './types.ts';
import { scheduleWarnings } from './warnings.ts';
import { windowDays } from './windows.ts';

function lineEnds(frame: Frame, day: Day | null): ScheduleStep {
  const { facts, today, customer, shape } = frame;
  const late = frame.visit !== null && day !== null && day > frame.visit;
  return makeStep(today, {
    id: 'line-ends',
    from: day,
    severity: 'info',
    facts: [...facts.lineEnds.facts, ...(late ? (facts.webCutOff?.facts ?? []) : [])],
    variant: customer.answers?.lineEnds === undefined ? undefined : 'answered',
    ...(shape === 'deadlines' ? {} : { relative: { anchor: 'visit' as const, from: 0, to: 0 } }),
  });
}

/** The end of the months in which a pro-rating carrier still charges a young contract in full. */
function fullMonthUntil({ facts, customer, today }: Frame): Day | null {
  const start = customer.line?.contractStart;
  const rule = facts.fullIfEarly?.value;
  if (rule === undefined || start === undefined || start < rule.appliedFrom) return null;
  const end = inMonth(start, rule.monthsAfterStart, 'end');
  return end < today ? null : end;
}

export function planSchedule(
  customer: Case,
  facts: Pick<Facts, 'schedule' | 'carrier'>,
  today: Day,
): Schedule {
  const frame = frameSchedule(customer, facts.schedule, facts.carrier.id, today);
  const windows = windowDays(frame);
  const deadlines =
    frame.shape === 'deadlines'
      ? deadlineDays(frame)
      : { deadline: null, keepNumber: null, outlivesDeparture: false };

  const planned = frame.shape === 'deadlines' ? (deadlines.deadline?.day ?? null) : windows.preparesFor;
  // After the procedure preparation counts back from the line's end: until then accounts can still be moved.
  const preparesFor = customer.answers?.lineEnds ?? frame.visit ?? planned;
  const ends = frame.shape === 'deadlines' ? (deadlines.deadline?.ends ?? null) : frame.endsByVisit;
  const latestCancellation =
    frame.shape === 'deadlines' ? ends : (frame.endsByVisit ?? windows.latestCancellation);
  const money = planMoney(frame, latestCancellation);

  return {
    today,
    steps: [
      ...decideNumberSteps(frame),
      ...contactSteps(frame, preparesFor),
      ...preparationSteps(frame, preparesFor, factsOfVisit(frame, windows)),
      ...windowSteps(frame, windows),
      ...applySteps(frame, windows),
      ...deadlineSteps(frame, deadlines),
      ...contractSteps(frame),
      lineEnds(frame, ends),
      ...departureSteps(frame),
      ...money.steps,
    ],
    warnings: scheduleWarnings(frame, windows, deadlines, money),
    plan: {
      ...planSummary(frame, windows),
      preparesFor,
      latestCancellation,
      firstOpen:
        frame.shape === 'deadlines' && deadlines.deadline ? 'application-deadline' : windows.firstOpen,
      closingCases: money.cases,
      fullMonthUntil: fullMonthUntil(frame),
    },
  };
}
