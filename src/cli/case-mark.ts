import { createHash } from 'node:crypto';
import { MARK_DIGITS, personText } from '../case/person-text.ts';
import type { Case } from '../case/types.ts';

/** What stands in the ids of a calendar for the person whose it is. */
export function caseMark(customer: Case, stem: string): string {
  const hash = createHash('sha256').update(personText(customer) ?? stem);
  return `${customer.carrier}.${hash.digest('hex').slice(0, MARK_DIGITS)}`;
}
