import type { Case } from './types.ts';

/** What is the same for a case that is corrected, and another for somebody else; undefined where nothing of it is given. */
export function personText({ line, holder, contactAfter }: Case): string | undefined {
  if (line?.number !== undefined) return national(line.number);
  const names = [holder?.nameRoman, holder?.nameKanji, holder?.nameKana, contactAfter?.email];
  return names.find((name) => name !== undefined);
}

/** The same number with its country code, its first 0 or neither. */
function national(number: string): string {
  return number.replace(/\D/gu, '').replace(/^(?:81|0)(?=\d{9,10}$)/u, '');
}

/** Hundreds of telephone numbers have the same digits of a hash, and none can be found by them. */
export const MARK_DIGITS = 5;
