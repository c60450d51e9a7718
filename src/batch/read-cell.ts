/**
 * A cell of a table, read as the kind of answer that its column holds. Spreadsheets save days, times, amounts and truth
 * as their country writes them, and take the first 0 from a number: where only one answer can be meant, it is read so.
 * What can't be read stays as it is, for the case stage tells what is wrong with it.
 */
import { truthWords } from '#words';
import { type AnswerKind, day, phone, time } from '../case/answer-kinds.ts';
import { narrow, readDay, readPhone, readTime } from '../case/typed-text.ts';

/** Mobile numbers in Japan begin with 070, 080 or 090 and have eleven digits. */
const WITHOUT_FIRST_ZERO = /^[789]0\d{8}$/u;
const AMOUNT = /^¥?(\d+|\d{1,3}(?:,\d{3})+)\u5186?$/u;

export function readCell(cell: string, kind: AnswerKind | undefined): unknown {
  const typed = narrow(cell);
  switch (kind?.kind) {
    case 'amount':
      return readAmount(typed) ?? cell;
    case 'yes-no':
      return readTruth(typed) ?? cell;
    case 'list':
      return typed
        .replace(/^\[|\]$/gu, '')
        .split(/[\s,、;|]+/u)
        .filter((word) => word !== '');
    case 'choice':
      return typed;
    default:
      if (kind === day) return readDay(cell) ?? cell;
      if (kind === time) return readTime(cell) ?? cell;
      if (kind === phone) return putZeroBack(readPhone(cell));
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

function putZeroBack(number: string): string {
  return WITHOUT_FIRST_ZERO.test(number) ? `0${number}` : number;
}
