/** The visit that is still planned: who has left Japan goes to no shop, whatever was booked there. */
import type { Case } from '../case/types.ts';
import type { FillInputs } from './types.ts';

/** By the plan's departure: who stays, or changes the carrier, has none, whatever day was named. */
export function hasDeparted({ schedule: { plan }, today }: Pick<FillInputs, 'schedule' | 'today'>): boolean {
  return plan.departure !== null && plan.departure < today;
}

export function bookedVisit(inputs: Pick<FillInputs, 'case' | 'schedule' | 'today'>): Case['visit'] {
  const { visit } = inputs.case;
  const isVoid = visit?.channel === 'shop' && !inputs.schedule.plan.done && hasDeparted(inputs);
  return isVoid ? undefined : visit;
}
