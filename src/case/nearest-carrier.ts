/** The carrier that was probably meant: asked on a mistake only, so that its names are loaded by nobody else. */
import { CARRIER_IDS } from '#carrier-ids';
import { carrierNames } from '#carrier-names';
import { nearest } from './nearest.ts';

/** A word of more carriers than these says which kind of company it is. */
const MOST_SHARING = 2;

export function nearestCarrier(found: string): string | null {
  const wanted = found.normalize('NFKC').trim();
  return nearest(wanted, CARRIER_IDS) ?? byName(wanted);
}

function byName(wanted: string): string | null {
  const names = Object.keys(carrierNames);
  const sharing = IDEOGRAPHS_OR_KANA.test(wanted) ? names.filter((name) => name.includes(wanted)) : [];
  if (new Set(sharing.map((name) => carrierNames[name])).size > MOST_SHARING) return null;
  // What people call a company is often a part of its name.
  const name = nearest(wanted, names) ?? sharing.sort((a, b) => a.length - b.length)[0];
  return name === undefined ? null : (carrierNames[name] ?? null);
}

const IDEOGRAPHS_OR_KANA = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\u30fc]{2,}$/u;
