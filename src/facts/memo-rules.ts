import type { Case } from '../case/types.ts';
import { daysBetween } from './day-count.ts';
import type { Facts, MemoQuestion } from './types.ts';

/** A condition of data/memo-rules.json; each holds one of these forms. */
export type MemoCondition =
  | { reason: string[] }
  | { field: string; in: unknown[] }
  | { field: string; notIn: unknown[] }
  | { field: string; answered: true }
  | { fact: string; in: unknown[] }
  | { fact: string; notIn: unknown[] }
  | { carrierKind: string[] }
  | { noChannel: true }
  | { bankClosesWithinDaysOfDeparture: number };

export interface MemoRule
  extends Pick<MemoQuestion, 'id' | 'section' | 'role' | 'core' | 'priority' | 'mergedInto'> {
  /** Of clerk rows only. `when-unsettled`: asked unless each of its facts is settled. */
  ask?: 'always' | 'when-unsettled';
  /** Paths in the carrier's data. */
  facts?: string[];
  /** The row stands when all of these hold, and one of `whenAny` where that is given. */
  when?: MemoCondition[];
  whenAny?: MemoCondition[];
  boldWhen?: MemoCondition;
}

export interface MemoRules {
  rows: MemoRule[];
  /** Fields that no row asks for, with the reason. */
  notAsked: Record<string, string>;
}

/** Who says nothing but gives a departure leaves Japan. */
function reasonOf(customer: Case): string {
  return customer.reason ?? (customer.departure ? 'leaving-japan' : 'other');
}

function answerAt(customer: Case, field: string): unknown {
  let value: unknown = customer;
  for (const key of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

/** Nothing says where to cancel: the customer has to ask how. */
function hasNoChannel(facts: Facts): boolean {
  return Object.values(facts.schedule.channels).every((state) => state === 'unknown' || state === 'no');
}

export function conditionHolds(condition: MemoCondition, customer: Case, facts: Facts): boolean {
  if ('reason' in condition) return condition.reason.includes(reasonOf(customer));
  if ('fact' in condition) {
    const value = facts.facts[condition.fact]?.value;
    return 'in' in condition ? condition.in.includes(value) : !condition.notIn.includes(value);
  }
  if ('carrierKind' in condition) return condition.carrierKind.includes(facts.carrier.kind);
  if ('noChannel' in condition) return hasNoChannel(facts);
  if ('bankClosesWithinDaysOfDeparture' in condition) {
    const closes = customer.payment?.bankAccountCloses;
    if (!closes || !customer.departure) return false;
    return daysBetween(customer.departure, closes) < condition.bankClosesWithinDaysOfDeparture;
  }
  const answer = answerAt(customer, condition.field);
  if ('in' in condition) return condition.in.includes(answer);
  if ('notIn' in condition) return !condition.notIn.includes(answer);
  return answer !== undefined;
}
