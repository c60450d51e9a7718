/** Texts as keyboards and spreadsheets of China and Japan give them, in the one form that the case has for each. */

/** Year first, as China and Japan write it, with U+5E74, U+6708 and U+65E5 too; which of 3/4/2027 is the month nobody can tell. */
const DAY = /^(\d{4})(?:\/|-|\.|\u5e74)(\d{1,2})(?:\/|-|\.|\u6708)(\d{1,2})\u65e5?$/u;
/** Spreadsheets add seconds. */
const TIME = /^(\d{1,2}):(\d\d)(?::00)?$/u;
const DASHES = /[\u2010-\u2015\u2212\u30fc]/gu;

/** The digits and letters of a Chinese or Japanese keyboard are wide ones. */
export const narrow = (text: string): string => text.normalize('NFKC').trim();

export function readDay(text: string): string | undefined {
  const [, year, month = '', date = ''] = DAY.exec(narrow(text)) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

export function readTime(text: string): string | undefined {
  const [, hours, minutes] = TIME.exec(narrow(text)) ?? [];
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}

export const readPhone = (text: string): string => narrow(text).replace(DASHES, '-');
