/** The carrier that was probably meant: asked on a mistake only, so that its names are loaded by nobody else. */
import { CARRIER_IDS } from '#carrier-ids';
import { carrierNames } from '#carrier-names';
import { nearest } from './nearest.ts';

/** A word of more carriers than these says which kind of company it is. */
const MOST_SHARING = 2;

export function nearestCarrier(found: string): string | null {
  const wanted = found.normalize('NFKC').trim();
  return nearest(wanted, CARRIER_IDS) ?? byName(wanted) ?? byName(toKatakana(wanted)) ?? byWord(wanted);
}

/** As long as these a word of an id may be told from another in spite of a slip. */
const SHORTEST_WORD = 4;

/** By a slip in a word that few ids have: `docmo`. */
function byWord(wanted: string): string | null {
  const words = CARRIER_IDS.flatMap((id) => id.split('-')).filter(({ length }) => length >= SHORTEST_WORD);
  const rare = words.filter((word) => words.filter((other) => other === word).length <= MOST_SHARING);
  const word = nearest(wanted, rare);
  return word === null ? null : nearest(word, CARRIER_IDS);
}

/** Both kinds of kana stand in the same order. */
const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA));
const KATAKANA = 0x60;

function byName(wanted: string): string | null {
  const names = Object.keys(carrierNames);
  const sharing = IDEOGRAPHS_OR_KANA.test(wanted) ? names.filter((name) => name.includes(wanted)) : [];
  if (new Set(sharing.map((name) => carrierNames[name])).size > MOST_SHARING) return null;
  // What people call a company is often a part of its name.
  const name = nearest(wanted, names) ?? sharing.sort((a, b) => a.length - b.length)[0];
  return name === undefined ? null : (carrierNames[name] ?? null);
}

const IDEOGRAPHS_OR_KANA = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\u30fc]{2,}$/u;
