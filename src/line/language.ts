/** The writing systems that rules tell apart; everything else follows UAX #14 alone. */
export const OTHER = 0;
export const SIMPLIFIED = 1;
export const TRADITIONAL = 2;
export const JAPANESE = 3;
export type WritingSystem = typeof OTHER | typeof SIMPLIFIED | typeof TRADITIONAL | typeof JAPANESE;

export function isChinese(system: number): boolean {
  return system === SIMPLIFIED || system === TRADITIONAL;
}

/** ISO 639-3 codes under the macrolanguage zh (IANA registry). */
const SINITIC = 'zh cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue'.split(' ');

/** By the language subtag, unless a script subtag says that the text is not in Han or kana. */
export function writingSystemOf(tag: string): WritingSystem {
  // As our own documents have them.
  if (tag === 'zh-Hans') return SIMPLIFIED;
  if (tag === 'ja') return JAPANESE;
  // What follows a singleton (`-u-`, `-t-`, `-x-`) says nothing of the text itself.
  const [language = '', ...rest] = tag
    .toLowerCase()
    .replace(/-[a-z0-9]-.*/, '')
    .split('-');
  const script = rest.find((part) => part.length === 4 && /^[a-z]/.test(part));
  if (script !== undefined && !/^(han[ist]|jpan|hira|kana|hrkt|hntl|bopo|hanb)$/.test(script)) return OTHER;
  if (language === 'ja') return JAPANESE;
  if (!SINITIC.includes(language)) return OTHER;
  if (script !== undefined) return script === 'hant' ? TRADITIONAL : SIMPLIFIED;
  return language === 'yue' || rest.some((part) => /^(tw|hk|mo)$/.test(part)) ? TRADITIONAL : SIMPLIFIED;
}
