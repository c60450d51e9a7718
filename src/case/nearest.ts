import { distance } from 'fastest-levenshtein';

/** The known word that was probably meant; null where none is near. */
export function nearest(found: string, known: readonly string[]): string | null {
  if (found.length > 60) return null;
  const wanted = normalize(found);
  let best: string | null = null;
  // One slip in three letters is still a slip; more is another word.
  let least = Math.floor(wanted.length / 3) + 1;
  for (const word of known) {
    const steps = slips(wanted, normalize(word));
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** Slips between two words; a word inside a longer one (`docomo`, `ntt-docomo`) counts as less than two. */
function slips(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0;
  const [short, long] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  return short.length >= 4 && long.includes(short)
    ? 1 + (long.length - short.length) / 100
    : distance(wanted, candidate);
}

function normalize(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/gu, '');
}
