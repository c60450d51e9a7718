/** Stage 3, schedule: the dated steps, each with the rule and the facts that it stands on. */
import type { Problem } from '../problem.ts';

export type StepSeverity = 'must' | 'should' | 'info';
export type Anchor = 'departure' | 'closing-day' | 'contract-start' | 'visit';

export interface ScheduleStep {
  /** Stable, never renamed: `move-accounts`. Stands once in a schedule. */
  id: string;
  /** First and last day, `YYYY-MM-DD` in Japan; equal for a single day; null where it can't be known. */
  from: string | null;
  to: string | null;
  /** The step's id, or `<id>/<variant>` where a carrier has its own. */
  rule: string;
  /** Ids of the facts that the dates stand on. */
  facts: string[];
  severity: StepSeverity;
  missed: boolean;
  /** 'HH:MM' by which the last day ends. */
  time?: string;
  /** Days counted from an anchor, for plans without dates and for the share edition. */
  relative?: { anchor: Anchor; from: number; to: number };
}

export interface Schedule {
  today: string;
  steps: ScheduleStep[];
  warnings: Problem[];
}
