/** The visit that is still planned: who has left Japan goes to no shop, whatever was booked there. */
import type { Case, Day } from '../case/types.ts';
import type { FillInputs } from './types.ts';

export function hasDeparted(customer: Case, today: Day): boolean {
  return customer.departure !== undefined && customer.departure < today;
}

export function bookedVisit({
  case: customer,
  schedule,
  today,
}: Pick<FillInputs, 'case' | 'schedule' | 'today'>): Case['visit'] {
  const { visit } = customer;
  const isVoid = visit?.channel === 'shop' && !schedule.plan.done && hasDeparted(customer, today);
  return isVoid ? undefined : visit;
}
