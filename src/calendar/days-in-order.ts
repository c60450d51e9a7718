/** In: a schedule and words. Out: its steps by their first day, each with its title. */
import type { Schedule, ScheduleStep } from '../schedule/types.ts';
import { eventText } from './event-text.ts';
import type { Bilingual, CalendarWords } from './types.ts';

/** What has no day comes last, in the order of the plan. */
export function daysInOrder(
  { steps, plan }: Schedule,
  words: CalendarWords,
): { step: ScheduleStep; title: Bilingual | undefined }[] {
  const sorted = [...steps].sort(byFirstDay);
  return sorted.map((step) => ({ step, title: titleOf(step.id, plan, words) }));
}

function titleOf(id: string, plan: Schedule['plan'], words: CalendarWords): Bilingual | undefined {
  const text = eventText(words, id, plan) ?? words.noEvent[`${id}/${plan.numberPlan}`] ?? words.noEvent[id];
  return text?.title;
}

function byFirstDay(a: ScheduleStep, b: ScheduleStep): number {
  const [first, second] = [a.from ?? a.to ?? LAST, b.from ?? b.to ?? LAST];
  return first === second ? 0 : first < second ? -1 : 1;
}

const LAST = '9999';
