import { neverAsked } from '#words';

/** Whether a key names a number that the documents never carry: PIN, cards, accounts. */
export function findNeverAsked(key: string): boolean {
  const plain = key.toLowerCase().replace(/[-_\s.]/gu, '');
  return neverAsked.some((word) => plain === word || (word.length >= 6 && plain.includes(word)));
}
