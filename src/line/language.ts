/** The writing systems that rules tell apart; everything else follows UAX #14 alone. */
export const OTHER = 0;
export const CHINESE = 1;
export const JAPANESE = 2;
export type WritingSystem = typeof OTHER | typeof CHINESE | typeof JAPANESE;

/** ISO 639-3 codes under the macrolanguage zh (IANA registry). */
const SINITIC = 'zh cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue'.split(' ');

/** By the language subtag, unless a script subtag says that the text is not in Han or kana. */
export function writingSystemOf(tag: string): WritingSystem {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4 && /^[a-z]/.test(part));
  if (script !== undefined && !/^(han[ist]|jpan|hira|kana|hrkt|hntl|bopo|hanb)$/.test(script)) return OTHER;
  if (language === 'ja') return JAPANESE;
  return SINITIC.includes(language) ? CHINESE : OTHER;
}
