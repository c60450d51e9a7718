// In: a fact and the day of printing. Out: how sure it may sound.
// Refuses to decide the words and the marks: those stand in the templates.

import type { Problem } from '../problem.ts';
import { daysBetween } from './day-count.ts';
import type { Fact, Facts, Sureness } from './types.ts';

/** Half a year: carriers change fees and desks about as often. */
const STALE_AFTER_DAYS = 180;

/** Values by which the data says that it does not know. */
const OPEN_VALUES = new Set(['conflicting', 'unclear', 'unknown', 'varies']);

/** The page was about another product or another procedure: right by analogy only. */
function isAnalogy(fact: Fact): boolean {
  return fact.scope === 'sister-product' || fact.scope === 'contract-procedure';
}

function isOpen(fact: Fact): boolean {
  return fact.conflict !== undefined || (typeof fact.value === 'string' && OPEN_VALUES.has(fact.value));
}

export function confidenceOf(fact: Fact, today: string): Sureness {
  const ageDays = daysBetween(fact.checkedOn, today);
  const stale = ageDays > STALE_AFTER_DAYS;
  const published =
    fact.basis === 'official' || (fact.basis === 'official+secondary' && fact.confidence === 'high');
  if (fact.confidence === 'low' || fact.basis === 'none' || fact.scope === 'sister-product' || isOpen(fact)) {
    return { word: 'please-confirm', stale, ageDays };
  }
  return { word: published && !isAnalogy(fact) && !fact.staleRisk ? 'official' : 'reported', stale, ageDays };
}

/** A fee that depends on the customer's contract can't be stated, however sure its rule is. */
function isConditionalFee(fact: Fact): boolean {
  if (fact.extra.currency === undefined) return false;
  return ['conditions', 'exemptions', 'earlierRule'].some((key) => fact.extra[key] != null);
}

/** Sure enough to be printed as it stands and not to be asked. */
export function isSettled(fact: Fact, today: string): boolean {
  if (fact.confidence !== 'high' || fact.basis === 'none' || fact.staleRisk !== undefined) return false;
  if (isOpen(fact) || isAnalogy(fact) || isConditionalFee(fact)) return false;
  return daysBetween(fact.checkedOn, today) <= STALE_AFTER_DAYS;
}

/**
 * Whether "0 yen" may be printed for a fee. Not where a short contract may cost one: the standard fee is 0 only
 * for those whom the short-term fee spares, and a carrier of which no short-term fee is known may have one.
 */
export function mayPrintZeroYen(facts: Facts, path: string, today: string): boolean {
  const fact = facts.facts[path];
  if (fact?.value !== 0 || !isSettled(fact, today) || fact.scope !== undefined) return false;
  if (path !== 'fees.standardCancellationFee') return true;
  return facts.facts['fees.shortTermFee'] === undefined && !facts.unknown.includes('fees.shortTermFee');
}

/** One warning for the carrier's oldest facts. */
export function findStaleFacts(facts: Facts, today: string): Problem[] {
  let oldest = today;
  // Days as text sort as dates do.
  for (const { checkedOn } of Object.values(facts.facts)) if (checkedOn < oldest) oldest = checkedOn;
  const days = daysBetween(oldest, today);
  if (days <= STALE_AFTER_DAYS) return [];
  return [{ severity: 'warning', code: 'stale-facts', path: 'carrier', values: { days } }];
}
