/**
 * The steps that this checklist prints, in order and numbered.
 * In: the table templates/checklist/steps.json and the inputs. Out: steps with their phase.
 * Refuses to decide: how a step is worded and dated.
 */
import { conditionsHold } from './conditions.ts';
import type { FillInputs, Flags, VisibleStep } from './types.ts';

export interface StepRow {
  id: string;
  phase: string;
  when: string[];
  /** The step of the plan that dates it. */
  schedule?: string;
  /**
   * How its date is told: by the last day (default), as a span while it hasn't begun, from the first day, on one day,
   * as the days themselves, with the decision on the number, or by the day before the step begins.
   */
  date?: 'by' | 'span' | 'from' | 'until' | 'on' | 'days' | 'early' | 'before-start';
  /** It is done at an office or a bank: the last day on which these are open. */
  offices?: true;
  /** A time of the visit instead of a date. */
  moment?: string;
  /** The same in a shop, where it is done before the visit is over. */
  inShop?: string;
  /** The same, where the plan has neither a date nor days to count. */
  otherwise?: string;
  memo?: string[];
  /** Facts that it stands on, the first the one that its partial may print. */
  facts?: string[];
}

export interface StepTable {
  phases: { id: string; when?: string[] }[];
  steps: StepRow[];
}

export function stepTable(inputs: FillInputs): StepTable {
  return inputs.templates.documents.checklist.tables.steps as StepTable;
}

export function visibleRows(inputs: FillInputs, flags: Flags): StepRow[] {
  const { phases, steps } = stepTable(inputs);
  const rows: StepRow[] = [];
  for (const phase of phases) {
    if (!conditionsHold(phase.when ?? [], inputs, flags)) continue;
    for (const row of steps)
      if (row.phase === phase.id && conditionsHold(row.when, inputs, flags)) rows.push(row);
  }
  return rows;
}

export function numberSteps(rows: readonly StepRow[]): VisibleStep[] {
  return rows.map((row, index) => ({
    id: row.id,
    number: index + 1,
    phase: row.phase,
    memo: row.memo ?? [],
  }));
}
