/**
 * The steps with the day that is booked: the chosen day wins over the windows, as on the checklist.
 * In: the plan by the rules, the visit that is still planned. Out: the plan with one step, `visit`, for those that it decides.
 */
import type { Schedule, ScheduleStep } from '../schedule/types.ts';
import type { Booking } from './types.ts';

export const BOOKED = 'visit';

/** Each says when the procedure may be done, or by when. */
const DECIDED = new Set([
  'visit-save-month',
  'visit-keep-number',
  'apply-online',
  'apply-by-phone',
  'application-deadline',
  'application-deadline-keep-number',
]);

export function followBooking(schedule: Schedule, visit: Booking | undefined): Schedule {
  const { today, plan, steps } = schedule;
  if (visit?.date === undefined || plan.done) return schedule;
  const booked: ScheduleStep = {
    id: BOOKED,
    from: visit.date,
    to: visit.date,
    rule: BOOKED,
    facts: [],
    severity: 'must',
    missed: visit.date < today,
    ...(visit.time === undefined ? {} : { time: visit.time }),
  };
  // What is left of the procedure comes before the line's end.
  const place = steps.findIndex(({ id }) => DECIDED.has(id) || id === 'line-ends');
  const [before, after] = [steps.slice(0, place), steps.slice(place)];
  return { ...schedule, steps: [...before, booked, ...after].filter(({ id }) => !DECIDED.has(id)) };
}
