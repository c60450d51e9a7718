/** Stage 3, schedule: the dated steps, each with the rule and the facts that it stands on. */
import type { ClosingDay, NumberPlan, Reason } from '../case/types.ts';
import type { Problem } from '../problem.ts';
import type { UsableChannel } from './choose-channel.ts';

export type StepSeverity = 'must' | 'should' | 'info';
export type Anchor = 'departure' | 'closing-day' | 'contract-start' | 'visit' | 'last-purchase';

export interface Relative {
  anchor: Anchor;
  from: number;
  to: number;
}

export interface ScheduleStep {
  /** Stable, never renamed: `move-accounts`. Stands once in a schedule. */
  id: string;
  /** First and last day, `YYYY-MM-DD` in Japan; equal for a single day; null where it can't be known. */
  from: string | null;
  to: string | null;
  /** The step's id, or `<id>/<variant>` where a carrier has its own; `<id>/answered` where the clerk said it. */
  rule: string;
  /** Ids of the facts that the dates stand on. */
  facts: string[];
  severity: StepSeverity;
  /** Its last day lies before today. */
  missed: boolean;
  /** 'HH:MM' by which the last day ends. */
  time?: string;
  /** The last of its days on which offices and banks are open, where the step needs one; absent where none is. */
  officeDay?: string;
  /** Days counted from an anchor, for plans without dates and for the share edition. */
  relative?: Relative;
}

export interface Days {
  from: string;
  to: string;
}

/** `windows`: the line ends at once; `deadlines`: it ends with the month or the cycle; `none`: parked, ended, or too late. */
export type PlanShape = 'windows' | 'deadlines' | 'none';

export interface SaveMonthPlan extends Days {
  /** C, the closing day before which the visit saves a month. */
  closing: string;
  state: 'open' | 'no-margin' | 'missed';
}

export interface KeepNumberPlan extends Days {
  state: 'open' | 'short';
  /** The first day of the window that costs one more period than the first window; null where none does, or where nobody knows. */
  costsMoreFrom: string | null;
  /** A weekday that is no holiday is left after the window up to the departure. */
  repairable: boolean;
  /** What preparation would be if this window is the choice: the safe one when the other has no margin. */
  preparation: { backup: Days; moveAccounts: Days };
}

/** One case each where the closing day is not known. */
export interface ClosingCase {
  closingDay: ClosingDay;
  period: Days;
  bill: Days;
  debit?: Days;
}

/** What the sheets say of the plan beyond its steps. */
export interface SchedulePlan {
  shape: PlanShape;
  /** The procedure is over; what remains is told. */
  done: boolean;
  /** The number no longer works: nothing can be moved away from it any more. */
  lineOver: boolean;
  reason: Reason;
  numberPlan: NumberPlan;
  departure: string | null;
  /** What plan and sheets are made for (choose-channel.ts); null where nobody says how. */
  channel: UsableChannel | null;
  /** V: the visit, or the first day of the first open window; preparation counts back from it. */
  preparesFor: string | null;
  /** K: the latest cancellation that the plan allows. */
  latestCancellation: string | null;
  /** Id of the step that is the first open window or deadline. */
  firstOpen: string | null;
  saveMonth: SaveMonthPlan | null;
  keepNumber: KeepNumberPlan | null;
  closingCases: ClosingCase[];
  /** The last month is charged in full although the carrier pro-rates, when the line ends by this day. */
  fullMonthUntil: string | null;
}

export interface Schedule {
  today: string;
  steps: ScheduleStep[];
  warnings: Problem[];
  plan: SchedulePlan;
}
