import type { Day } from '../case/types.ts';
import { lastOfficeDay } from './bank-days.ts';
import { latest } from './day.ts';
import type { Relative, ScheduleStep, StepSeverity } from './types.ts';

export interface StepDraft {
  id: string;
  from: Day | null;
  /** Absent: the same day. */
  to?: Day | null;
  severity: StepSeverity;
  facts: readonly string[];
  /** A first day before today becomes today. */
  clamped?: boolean;
  variant?: string | undefined;
  time?: string | undefined;
  relative?: Relative;
  /** It is done at an office or a bank, on this day or before. */
  officesUntil?: Day | null;
}

/** A step whose last day lies before today keeps its days and is missed. */
export function makeStep(today: Day, draft: StepDraft): ScheduleStep {
  const { id, severity, variant, time, relative } = draft;
  const to = draft.to === undefined ? draft.from : draft.to;
  const missed = to !== null && to < today;
  const { officesUntil } = draft;
  const open = officesUntil
    ? lastOfficeDay({ from: latest([draft.from ?? today, today]), to: officesUntil })
    : null;
  const begun = draft.clamped === true && !missed && draft.from !== null && draft.from < today;
  const step: ScheduleStep = {
    id,
    from: begun ? today : draft.from,
    to,
    rule: variant === undefined ? id : `${id}/${variant}`,
    facts: [...new Set(draft.facts)],
    severity,
    missed,
  };
  if (time !== undefined) step.time = time;
  if (relative !== undefined) step.relative = relative;
  if (open !== null) step.officeDay = open;
  return step;
}
