import type { Day } from '../case/types.ts';
import { earliest, plusDays } from './day.ts';
import type { Frame } from './frame.ts';
import { makeStep } from './step.ts';
import type { Relative, ScheduleStep, StepSeverity } from './types.ts';

const DECIDE_NUMBER: Relative = { anchor: 'departure', from: -60, to: -45 };
const MOVING_OUT: Relative = { anchor: 'departure', from: -14, to: 0 };
const RETURN_EQUIPMENT: Relative = { anchor: 'departure', from: -7, to: 0 };
const RESIDENCE_CARD: Relative = { anchor: 'departure', from: 0, to: 0 };

function departureStep(
  { departure, today }: Frame,
  id: string,
  relative: Relative,
  severity: StepSeverity,
  facts: readonly string[],
  clamped: boolean,
  officesUntil: Day | null = null,
): ScheduleStep {
  return makeStep(today, {
    id,
    from: departure && plusDays(departure, relative.from),
    to: departure && plusDays(departure, relative.to),
    severity,
    facts,
    clamped,
    relative,
    officesUntil,
  });
}

/** Late is not too late: up to the departure the decision is due today. */
export function decideNumberSteps(frame: Frame): ScheduleStep[] {
  const { reason, departed, today, done } = frame;
  if (reason !== 'leaving-japan' || departed || done) return [];
  const step = departureStep(frame, 'decide-number', DECIDE_NUMBER, 'should', ['general:mnp'], true);
  return [step.missed ? { ...step, from: today, to: today, missed: false } : step];
}

function returnEquipment(frame: Frame): ScheduleStep[] {
  const { customer, today, reason, departure, departed } = frame;
  const returnBy: Day | undefined = customer.answers?.returnBy;
  if (returnBy !== undefined) {
    const planned = departure === null ? today : plusDays(departure, RETURN_EQUIPMENT.from);
    return [
      makeStep(today, {
        id: 'return-equipment',
        from: earliest([planned, returnBy]),
        // Who has left returns nothing any more.
        to: departure === null || departed ? returnBy : earliest([returnBy, departure]),
        clamped: true,
        severity: 'should',
        facts: [],
        variant: 'answered',
      }),
    ];
  }
  const internet = customer.line?.homeInternet ?? 'none';
  if (internet === 'none' || reason !== 'leaving-japan') return [];
  return [departureStep(frame, 'return-equipment', RETURN_EQUIPMENT, 'should', [], true)];
}

export function departureSteps(frame: Frame): ScheduleStep[] {
  const steps = returnEquipment(frame);
  if (frame.reason !== 'leaving-japan') return steps;
  const card = ['general:leaving-japan.2'];
  return [
    // On the day of the flight there is no time for an office.
    departureStep(
      frame,
      'moving-out-notice',
      MOVING_OUT,
      'should',
      [],
      true,
      frame.departure && plusDays(frame.departure, -1),
    ),
    ...steps,
    departureStep(frame, 'residence-card-return', RESIDENCE_CARD, 'must', card, false),
  ];
}
