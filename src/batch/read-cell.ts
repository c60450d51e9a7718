/**
 * A cell of a table, read as the kind of answer that its column holds. Spreadsheets save days, times, amounts and truth
 * as their country writes them, and take the first 0 from a number: where only one answer can be meant, it is read so.
 * What can't be read stays as it is, for the case stage tells what is wrong with it.
 */
import { truthWords } from '#words';
import { type AnswerKind, day, phone, time } from '../case/answer-kinds.ts';

/** Year first, as China and Japan write it, with U+5E74, U+6708 and U+65E5 too; which of 3/4/2027 is the month nobody can tell. */
const DAY = /^(\d{4})(?:\/|-|\.|\u5e74)(\d{1,2})(?:\/|-|\.|\u6708)(\d{1,2})\u65e5?$/u;
/** Spreadsheets add seconds. */
const TIME = /^(\d{1,2}):(\d\d)(?::00)?$/u;
/** Mobile numbers in Japan begin with 070, 080 or 090 and have eleven digits. */
const WITHOUT_FIRST_ZERO = /^[789]0\d{8}$/u;
const AMOUNT = /^¥?(\d+|\d{1,3}(?:,\d{3})+)\u5186?$/u;
const DASHES = /[\u2010-\u2015\u2212\u30fc]/gu;

export function readCell(cell: string, kind: AnswerKind | undefined): unknown {
  // The digits and letters of a Chinese or Japanese keyboard are wide ones.
  const narrow = cell.normalize('NFKC').trim();
  switch (kind?.kind) {
    case 'amount':
      return readAmount(narrow) ?? cell;
    case 'yes-no':
      return readTruth(narrow) ?? cell;
    case 'list':
      return narrow
        .replace(/^\[|\]$/gu, '')
        .split(/[\s,、;|]+/u)
        .filter((word) => word !== '');
    case 'choice':
      return narrow;
    default:
      if (kind === day) return readDay(narrow) ?? cell;
      if (kind === time) return readTime(narrow) ?? cell;
      if (kind === phone) return readPhone(narrow);
      return cell.replace(/\s*\n\s*/gu, ' ');
  }
}

function readAmount(text: string): number | undefined {
  const [, digits] = AMOUNT.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

function readTruth(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || truthWords.true.includes(word)) return true;
  return word === 'false' || truthWords.false.includes(word) ? false : undefined;
}

function readDay(text: string): string | undefined {
  const [, year, month = '', date = ''] = DAY.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function readTime(text: string): string | undefined {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}

function readPhone(text: string): string {
  const number = text.replace(DASHES, '-');
  return WITHOUT_FIRST_ZERO.test(number) ? `0${number}` : number;
}
