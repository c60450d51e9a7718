import type { Case, Day } from '../case/types.ts';

export interface HolderView {
  /** The name that is called out: as in the contract in Latin letters, else in kanji, else in kana. */
  name: string | null;
  /** It stands in Japanese letters: in a Chinese line it keeps their forms. */
  inJapanese: boolean;
  /** What stands beside it. */
  kanji: string | null;
  kana: string | null;
  residenceUntil: Day | null;
}

export const NO_HOLDER: HolderView = {
  name: null,
  inJapanese: false,
  kanji: null,
  kana: null,
  residenceUntil: null,
};

export function viewHolder(holder: Case['holder']): HolderView {
  const { nameRoman, nameKanji, nameKana, residenceUntil } = holder ?? {};
  const name = nameRoman ?? nameKanji ?? nameKana ?? null;
  return {
    name,
    inJapanese: nameRoman === undefined && name !== null,
    kanji: nameRoman === undefined ? null : (nameKanji ?? null),
    kana: name === nameKana ? null : (nameKana ?? null),
    residenceUntil: residenceUntil ?? null,
  };
}
