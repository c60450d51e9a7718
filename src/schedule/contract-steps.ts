import type { Day } from '../case/types.ts';
import { latest, plusDays, plusMonths } from './day.ts';
import { minimumTermEnd } from './deadlines.ts';
import type { Frame } from './frame.ts';
import { makeStep } from './step.ts';
import type { ScheduleStep } from './types.ts';

/** Eight days, the first with them. */
const EIGHT_DAYS = { anchor: 'contract-start', from: 0, to: 7 } as const;
/** A porting code is good for fifteen days, the first with them. */
export const PORT_OUT_CODE = { anchor: 'visit', from: 0, to: 14 } as const;
const PARKED_DAYS = 180;

function stepsOfContractStart(frame: Frame, start: Day): ScheduleStep[] {
  const { today, facts, carrier } = frame;
  const steps = [
    makeStep(today, {
      id: 'initial-cancellation-ends',
      from: start,
      to: plusDays(start, EIGHT_DAYS.to),
      clamped: true,
      severity: 'should',
      facts: ['general:eight-days'],
      relative: EIGHT_DAYS,
    }),
  ];
  const fee = facts.shortTermFee;
  if (fee !== undefined && start >= (fee.value.startsOn ?? '')) {
    steps.push(
      makeStep(today, {
        id: 'short-term-fee-ends',
        from: plusMonths(start, fee.value.months),
        severity: 'should',
        facts: [...fee.facts, 'general:short-term-fees'],
        variant: carrier,
      }),
    );
  }
  const minimum = minimumTermEnd(frame);
  if (minimum !== null) {
    steps.push(
      makeStep(today, {
        id: 'minimum-term-ends',
        from: minimum,
        severity: 'must',
        facts: facts.minimumTerm?.facts ?? [],
        variant: carrier,
      }),
    );
  }
  // What counts from the contract's start stands until it has passed.
  return steps.filter(({ missed }) => !missed);
}

function portOutCode({ today, visit, customer }: Frame): ScheduleStep {
  const expires = customer.answers?.mnpCodeExpires;
  const draft = {
    id: 'port-out-code',
    severity: 'must' as const,
    facts: ['general:mnp'],
    relative: PORT_OUT_CODE,
  };
  if (expires === undefined) {
    return makeStep(today, { ...draft, from: visit, to: visit && plusDays(visit, PORT_OUT_CODE.to) });
  }
  const issued = visit !== null && visit <= expires ? visit : plusDays(expires, -PORT_OUT_CODE.to);
  return makeStep(today, { ...draft, from: issued, to: expires, variant: 'answered' });
}

/** Who has left gets no SIM card by post and has no residence card: the code's last days are no use then. */
function openNewLine({ today, departure, departed }: Frame, { from, to }: ScheduleStep): ScheduleStep[] {
  if (departure === null || departed || from === null || to === null || from > departure) return [];
  const last = latest([today, from, plusDays(departure, -1)]);
  if (last >= to) return [];
  return [makeStep(today, { id: 'open-new-line', from, to: last, severity: 'must', facts: ['general:mnp'] })];
}

export function contractSteps(frame: Frame): ScheduleStep[] {
  const { today, facts, numberPlan, visit, customer } = frame;
  const steps: ScheduleStep[] = [];
  if (numberPlan === 'port-out') {
    const code = portOutCode(frame);
    steps.push(code, ...openNewLine(frame, code));
  }
  const start = customer.line?.contractStart;
  if (start !== undefined) steps.push(...stepsOfContractStart(frame, start));
  if (numberPlan === 'park') {
    steps.push(
      makeStep(today, {
        id: 'parked-number-top-up',
        from: visit && plusDays(visit, PARKED_DAYS),
        severity: 'must',
        facts: facts.parkedDays?.facts ?? [],
        // They run from the last purchase, which nobody told: the day above holds for one at the visit.
        relative: { anchor: 'last-purchase', from: PARKED_DAYS, to: PARKED_DAYS },
      }),
    );
  }
  return steps;
}
