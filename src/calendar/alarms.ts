import type { StepSeverity } from '../schedule/types.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Shops and phone lines open around then. */
const MORNING = 9 * HOUR;

/**
 * Seconds from the first midnight of an event whose last day is `days` after its first.
 * What must not be missed rings a second time while a day is left to mend it.
 */
export function alarmSeconds(severity: StepSeverity, days: number): number[] {
  if (severity === 'info') return [];
  if (days === 0) return severity === 'must' ? [MORNING - DAY, MORNING] : [MORNING];
  const lastChance = days === 1 ? DAY : (days - 1) * DAY;
  return severity === 'must' ? [MORNING, MORNING + lastChance] : [MORNING];
}

/** From its hour: on the morning of the day before, and in time to go there. */
export function visitAlarmSeconds(secondsOfDay: number): number[] {
  return [MORNING - DAY - secondsOfDay, -2 * HOUR];
}
