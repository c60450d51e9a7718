import type { Schedule } from '../schedule/types.ts';
import type { CalendarWords, EventText } from './types.ts';

/** A step's words: those of the number's plan or of the plan's shape, where the step has its own for it. */
export function eventText(
  { steps }: CalendarWords,
  stepId: string,
  { numberPlan, shape }: Schedule['plan'],
): EventText | undefined {
  return steps[`${stepId}/${numberPlan}`] ?? steps[`${stepId}/${shape}`] ?? steps[stepId];
}
