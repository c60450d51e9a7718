/** What an answer may be, as data: what reads answers, what tells mistakes in them and what asks for them share it. */
import { isCalendarDay } from '../calendar-day.ts';
import { findSecret } from './secrets.ts';
import { findLineBreak, findUnsupported, LONGEST_TEXT } from './text-fields.ts';

/** What a text has to be, and the code of the Problem where it is not. */
export interface TextCheck {
  passes: (text: string) => boolean;
  code: string;
}

export interface TextAnswer {
  kind: 'text';
  /** Asked in this order; the first that fails is told. */
  checks: readonly TextCheck[];
}

export interface AmountAnswer {
  kind: 'amount';
  mostYen: number;
}

export interface YesNoAnswer {
  kind: 'yes-no';
}

/** One of these. */
export interface ChoiceAnswer<Value = string | number> {
  kind: 'choice';
  values: readonly Value[];
}

/** The value that is meant: a number in quotes is that number. */
export function findChoice<Value>(values: readonly Value[], found: unknown): Value | undefined {
  return values.find((value) => value === found || (typeof value === 'number' && String(value) === found));
}

/** What stands twice is one answer. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** Any of these. */
export interface ListAnswer {
  kind: 'list';
  values: readonly string[];
}

export interface AnswerGroup<Fields = AnswerFields> {
  kind: 'group';
  fields: Fields;
}

export type AnswerKind = TextAnswer | AmountAnswer | YesNoAnswer | ChoiceAnswer | ListAnswer | AnswerGroup;

export type AnswerFields = { readonly [key: string]: AnswerKind };

/** Beyond these a day is a slip, and the calendar would be computed past the year 9999. */
export const EARLIEST_DAY = '1900-01-01';
export const LATEST_DAY = '2199-12-31';

const written = (...checks: TextCheck[]): TextAnswer => ({ kind: 'text', checks });
const must = (passes: TextCheck['passes'], code: string): TextCheck => ({ passes, code });

const short = must((value) => value.length <= LONGEST_TEXT, 'too-long');
const oneLine = must((value) => findLineBreak(value) === null, 'not-one-line');
const printable = must((value) => findUnsupported(value) === null, 'unsupported-character');

export const day = written(
  must((value) => /^\d{4}-\d\d-\d\d$/.test(value), 'date-form'),
  must(isCalendarDay, 'invalid-date'),
  must((value) => value >= EARLIEST_DAY && value <= LATEST_DAY, 'unlikely-date'),
);

export const text = written(
  short,
  oneLine,
  printable,
  must((value) => findSecret(value) === null, 'looks-like-secret'),
);

/** Numbers that a carrier gives out: their digits may look like anything. */
export const reference = written(short, oneLine, printable);

export const time = written(must((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'invalid-time'));

export const phone = written(
  must(
    (value) => /^\+?[\d -]+$/.test(value) && /^\d{10,15}$/.test(value.replace(/\D/g, '')),
    'invalid-phone-number',
  ),
);

export const email = written(
  must((value) => /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/u.test(value) && value.length <= 254, 'invalid-email'),
  printable,
);

/** Looked up among those that are known. */
export const name = written();

export const yen: AmountAnswer = { kind: 'amount', mostYen: 9_999_999 };

export const yesNo: YesNoAnswer = { kind: 'yes-no' };

export const oneOf = <const Values extends readonly (string | number)[]>(
  ...values: Values
): ChoiceAnswer<Values[number]> => ({ kind: 'choice', values });

export const someOf = (values: readonly string[]): ListAnswer => ({ kind: 'list', values });

export const group = <Fields extends AnswerFields>(fields: Fields): AnswerGroup<Fields> => ({
  kind: 'group',
  fields,
});
