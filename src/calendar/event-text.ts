import type { CalendarWords, EventText, NumberPlan } from './types.ts';

/** A step's words: those of the number's plan where the step has its own for it. */
export function eventText(words: CalendarWords, stepId: string, plan: NumberPlan): EventText | undefined {
  return words.steps[`${stepId}/${plan}`] ?? words.steps[stepId];
}
