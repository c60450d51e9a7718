/**
 * In: anything. Out: the same without what is not answered, each text in the form that the case has for it.
 * Refuses to decide what is a mistake: what it does not know stays as it is.
 */
import {
  type AnswerFields,
  type AnswerKind,
  day,
  email,
  findChoice,
  name,
  phone,
  time,
} from './answer-kinds.ts';
import { CASE } from './case-fields.ts';
import { isMapping } from './is-mapping.ts';
import { narrow, readDay, readPhone, readTime } from './typed-text.ts';

/** Undefined where nothing is answered; mappings inside that hold nothing stay: a blank form is valid. */
export function tidyAnswers(input: unknown): unknown {
  const answered = tidyAnswer(input, CASE);
  return isMapping(answered) && Object.keys(answered).length === 0 ? undefined : answered;
}

/** Null and blank text are questions not yet answered. */
export function tidyAnswer(value: unknown, kind: AnswerKind): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return isBlank(value) ? undefined : tidyText(value, kind);
  if (kind.kind === 'list' && Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? knownOr(item, kind.values) : item));
  return kind.kind === 'group' && isMapping(value) ? tidyGroup(value, kind.fields) : value;
}

/** A key that is unknown is a mistake, also without a value. */
function tidyGroup(group: Record<string, unknown>, fields: AnswerFields): Record<string, unknown> {
  const entries = Object.entries(group).map(([key, value]): [string, unknown] => {
    const kind = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return [key, kind === undefined ? value : tidyAnswer(value, kind)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function tidyText(text: string, kind: AnswerKind): string {
  switch (kind) {
    case day:
      return readDay(text) ?? text;
    case time:
      return readTime(text) ?? text;
    case phone:
      return readPhone(text);
    case email:
    case name:
      return narrow(text);
  }
  if (kind.kind === 'choice') return knownOr(text, kind.values);
  // Accents that stand by themselves would be set beside their letters.
  return kind.kind === 'text' ? text.normalize('NFC').trim() : text;
}

/** Signs of a list that are wide ones are told: nothing is taken apart here. */
function knownOr(text: string, known: readonly (string | number)[]): string {
  const option = narrow(text);
  return findChoice<string | number>(known, option) === undefined ? text : option;
}

/** Nothing that would be seen on paper. */
const NOTHING = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** A first letter, digit or ideograph says at once that it is not, without tables of Unicode. */
const isBlank = (text: string): boolean =>
  !/^[\w\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/.test(text) && NOTHING.test(text);
