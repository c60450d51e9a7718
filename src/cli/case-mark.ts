import { createHash } from 'node:crypto';
import type { Case } from '../case/types.ts';

/**
 * What stands in the ids of a calendar for the person whose it is: the same for a case that is corrected, another for
 * somebody else. Of so few digits that hundreds of telephone numbers have the same, and none can be found by it.
 */
export function caseMark({ carrier, line, holder, contactAfter }: Case, stem: string): string {
  const names = [holder?.nameRoman, holder?.nameKanji, holder?.nameKana, contactAfter?.email];
  const person =
    line?.number === undefined ? names.find((name) => name !== undefined) : national(line.number);
  const hash = createHash('sha256').update(person ?? stem);
  return `${carrier}.${hash.digest('hex').slice(0, 5)}`;
}

/** The same number with its country code, its first 0 or neither. */
function national(number: string): string {
  return number.replace(/\D/gu, '').replace(/^(?:81|0)(?=\d{9,10}$)/u, '');
}
