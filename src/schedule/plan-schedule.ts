// In: a case, the facts of its carrier, today in Japan. Out: `Schedule`: dated steps, warnings, what the plan rests on.
// Refuses to decide wording and layout, and never asks the clock. A choice without a source is a rule here, not a fact.

import type { Case, Day } from '../case/types.ts';
import type { Facts } from '../facts/types.ts';
import { accountSteps } from './account-steps.ts';
import { contractSteps, PORT_OUT_CODE } from './contract-steps.ts';
import { inMonth, plusDays, requireDay } from './day.ts';
import { deadlineDays, NO_DEADLINES } from './deadlines.ts';
import { decideNumberSteps, departureSteps } from './departure-steps.ts';
import { type Frame, frameSchedule } from './frame.ts';
import { planMoney } from './money.ts';
import { planSummary } from './plan-summary.ts';
import { preparationSteps } from './preparation-steps.ts';
import {
  applySteps,
  contactSteps,
  deadlineSteps,
  factsOfVisit,
  returnSimSteps,
  windowSteps,
} from './procedure-steps.ts';
import { makeStep } from './step.ts';
import type { Schedule, ScheduleStep } from './types.ts';
import { unlikelyAnswers } from './unlikely-answers.ts';
import { scheduleWarnings } from './warnings.ts';
import { windowDays } from './windows.ts';

function lineEnds(frame: Frame, day: Day | null): ScheduleStep {
  const { facts, today, customer, shape } = frame;
  const late = frame.visit !== null && day !== null && day > frame.visit;
  return makeStep(today, {
    id: 'line-ends',
    from: day,
    severity: 'info',
    facts: [...facts.lineEnds.facts, ...(late ? ((facts.webCutOff ?? facts.webHours)?.facts ?? []) : [])],
    variant: customer.answers?.lineEnds === undefined ? undefined : 'answered',
    ...(shape === 'deadlines' ? {} : { relative: { anchor: 'visit' as const, from: 0, to: 0 } }),
  });
}

/** A code has been given and the port is still to come: it completes by the code's last day. */
function lastDayOfCode({ done, numberPlan, customer: { answers }, visit }: Frame): Day | null {
  if (!done || numberPlan !== 'port-out' || answers?.lineEnds !== undefined || visit === null) return null;
  return answers?.mnpCodeExpires ?? plusDays(visit, PORT_OUT_CODE.to);
}

function isLineOver(frame: Frame, ends: Day | null): boolean {
  const { done, today, facts, numberPlan } = frame;
  if (!done || numberPlan === 'park' || lastDayOfCode(frame) !== null) return false;
  const atOnce = facts.lineEnds.value === 'at-once' || facts.lineEnds.value === 'unknown';
  return ends === null || ends < today || (atOnce && ends === today);
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
  requireDay(today);
  const frame = frameSchedule(customer, facts.schedule, facts.carrier.id, today);
  const windows = windowDays(frame);
  const deadlines = frame.shape === 'deadlines' ? deadlineDays(frame) : NO_DEADLINES;

  const planned = frame.shape === 'deadlines' ? (deadlines.deadline?.day ?? null) : windows.preparesFor;
  const portsBy = lastDayOfCode(frame);
  const isPeriodic = frame.shape === 'deadlines';
  const endsByVisit = portsBy === null ? frame.endsByVisit : null;
  const ends = isPeriodic ? (deadlines.deadline?.ends ?? null) : endsByVisit;
  const latestCancellation = isPeriodic ? ends : (portsBy ?? ends ?? windows.latestCancellation);
  // After the procedure preparation counts back from the line's end: until then accounts can still be moved.
  const preparesFor = (frame.done ? latestCancellation : frame.visit) ?? planned;
  const money = planMoney(frame, latestCancellation);

  return {
    today,
    steps: [
      ...decideNumberSteps(frame),
      ...contactSteps(frame, preparesFor),
      ...accountSteps(frame, preparesFor, money),
      ...preparationSteps(frame, preparesFor, factsOfVisit(frame, windows)),
      ...windowSteps(frame, windows),
      ...applySteps(frame, windows),
      ...deadlineSteps(frame, deadlines),
      ...contractSteps(frame),
      lineEnds(frame, ends),
      ...returnSimSteps(frame, preparesFor),
      ...departureSteps(frame),
      ...money.steps,
    ],
    warnings: [...scheduleWarnings(frame, windows, deadlines, money), ...unlikelyAnswers(frame, ends)],
    plan: {
      done: frame.done,
      lineOver: isLineOver(frame, ends),
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
