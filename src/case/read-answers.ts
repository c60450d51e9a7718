/**
 * Cases without a mistake, as nearly all are. What a mistake is called, and which of several is told, is the schema's to
 * say: whatever is not plainly right goes there (answers.test.ts).
 */
import { type AnswerFields, type AnswerKind, distinct, findChoice, type TextCheck } from './answer-kinds.ts';
import { CASE, REQUIRED } from './case-fields.ts';
import { isMapping } from './is-mapping.ts';
import type { Case } from './types.ts';

type Answers = Record<string, unknown>;

/** The answers in the order of the case; undefined where one does not fit. */
export function readAnswers(answered: Answers): Case | undefined {
  return answered[REQUIRED] === undefined
    ? undefined
    : (readGroup(answered, CASE.fields) as Case | undefined);
}

function readGroup(answered: Answers, fields: AnswerFields): Answers | undefined {
  const read: Answers = {};
  let count = 0;
  for (const key in fields) {
    if (answered[key] === undefined) continue;
    const answer = readAnswer(answered[key], fields[key] as AnswerKind);
    if (answer === undefined) return undefined;
    read[key] = answer;
    count++;
  }
  // Another key is a mistake.
  return Object.keys(answered).length === count ? read : undefined;
}

/** The answer, or undefined where it does not fit. */
export function readAnswer(value: unknown, kind: AnswerKind): unknown {
  if (kind.kind === 'group') return isMapping(value) ? readGroup(value, kind.fields) : undefined;
  if (kind.kind === 'choice') return findChoice(kind.values, value);
  if (!fits(value, kind)) return undefined;
  return kind.kind === 'list' ? distinct(value as unknown[]) : value;
}

function fits(value: unknown, kind: Exclude<AnswerKind, { kind: 'group' | 'choice' }>): boolean {
  switch (kind.kind) {
    case 'text':
      return typeof value === 'string' && passesAll(value, kind.checks);
    case 'amount':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= kind.mostYen;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && areAllOf(value, kind.values);
  }
}

function passesAll(text: string, checks: readonly TextCheck[]): boolean {
  for (const { passes } of checks) if (!passes(text)) return false;
  return true;
}

/** Gaps in the list are none of them. */
function areAllOf(values: readonly unknown[], known: readonly string[]): boolean {
  for (const value of values) if (!known.includes(value as string)) return false;
  return true;
}
