/**
 * In: anything. Out: a Case, or every Problem at once.
 * Refuses to decide what the answers mean: dates are compared with each other here, with the rules of carriers
 * and with today in the schedule.
 */
import { CARRIER_IDS } from '#carrier-ids';
import { type Checked, hasErrors, type Problem } from '../problem.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { kindAt, knownKeys } from './case-fields.ts';
import { compareAnswers } from './compare-answers.ts';
import { isMapping } from './is-mapping.ts';
import { ANY_CARRIER } from './known-ids.ts';
import { nearest } from './nearest.ts';
import { nearestCarrier } from './nearest-carrier.ts';
import { findNeverAsked } from './never-asked.ts';
import { readAnswers } from './read-answers.ts';
import { checkAnswers, type Issue } from './schema.ts';
import { findSecret } from './secrets.ts';
import { shown, shownAnswer } from './shown.ts';
import { splitWideList, tellMisfit } from './tell-misfit.ts';
import { findLineBreak, findUnsupported, LONGEST_TEXT } from './text-fields.ts';
import { tidyAnswers } from './tidy-answers.ts';
import type { Case } from './types.ts';

export function validateCase(input: unknown): Checked<Case> {
  const answered = tidyAnswers(input);
  if (answered === undefined) return refused({ code: 'empty-case', path: '' });
  if (!isMapping(answered))
    return refused({ code: 'not-a-mapping', path: '', values: { found: kindOf(answered) } });

  const read = readAnswers(answered);
  const { value, issues } = read ? { value: read, issues: [] } : checkAnswers(answered);
  const problems = distinct(issues.flatMap((issue) => toProblems(issue, answered)));
  problems.push(...checkCarrier(answered.carrier));
  if (value !== null) problems.push(...compareAnswers(value));
  return { value: hasErrors(problems) ? null : value, problems };
}

/** What breaks two rules of one kind is one mistake. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem])).values()];
}

function refused(problem: Omit<Problem, 'severity'>): Checked<Case> {
  return { value: null, problems: [{ severity: 'error', ...problem }] };
}

function checkCarrier(carrier: unknown): Problem[] {
  if (typeof carrier !== 'string' || carrier === ANY_CARRIER || CARRIER_IDS.includes(carrier)) return [];
  const near = nearestCarrier(carrier);
  return [
    {
      severity: 'error',
      code: 'unknown-carrier',
      path: 'carrier',
      values: { found: shown(carrier) },
      ...(near === null ? {} : { hint: near }),
    },
  ];
}

function toProblems(issue: Issue, input: unknown): Problem[] {
  const path = issue.path.join('.');
  const found = issue.path.reduce<unknown>(step, input);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, issue.path, step(found, key)));
  const problem = { severity: 'error' as const, path };
  if (issue.code === 'invalid_value') return [notOneOf(problem, found, issue.values)];
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return [{ ...problem, code: 'amount-out-of-range', values: { found: shown(found) } }];
  }
  if (issue.code === 'custom') {
    const code = String(issue.params?.code);
    // The checks with a code of their own are checks of text.
    const kind = kindAt(issue.path) as AnswerKind;
    return [{ ...problem, code, values: { found: shownFor(code, String(found), kind) } }];
  }
  if (found === undefined) return [{ ...problem, code: 'missing-answer', values: { key: path } }];
  return [{ ...problem, ...tellMisfit(found, path, kindAt(issue.path) as AnswerKind) }];
}

function unknownKey(key: string, parent: readonly PropertyKey[], value: unknown): Problem {
  const [, name, answer] = value === null ? (KEY_WITH_ANSWER.exec(key) ?? []) : [];
  if (name !== undefined) return spaceMissing(name, answer as string, parent);
  const values = { key: shown(key) };
  const placed: Placed = { severity: 'error', path: [...parent, shown(key)].join('.') };
  if (findNeverAsked(key)) return { ...placed, code: 'never-asked', values };
  return { ...placed, code: 'unknown-key', values, ...hint(key, knownKeys(parent)) };
}

/** What YAML reads as a key alone: in braces a colon ends a key only before a space. */
const KEY_WITH_ANSWER = /^([A-Za-z]\w*):(.+)$/su;

function spaceMissing(key: string, answer: string, parent: readonly PropertyKey[]): Problem {
  const path = [...parent, key];
  const kind = kindAt(path);
  const expected = `${key}: ${kind === undefined ? shown(answer) : shownAnswer(answer, kind)}`;
  return { severity: 'error', code: 'key-without-space', path: path.join('.'), values: { key, expected } };
}

type Placed = { severity: 'error'; path: string };

function notOneOf(problem: Placed, found: unknown, allowed: readonly unknown[]): Problem {
  const list = splitWideList(found, allowed);
  if (list !== null)
    return { ...problem, code: 'full-width-list', values: { found: shown(found), expected: list } };
  // A number stands there twice: in quotes it is the same answer.
  const known = [...new Set(allowed.map(String))];
  const values = { found: shown(found), allowed: known.join(' | ') };
  return { ...problem, code: 'not-one-of', values, ...hint(shown(found), known) };
}

/** What the sentence of a code shows: never the secret itself, for reports are passed on. */
function shownFor(code: string, found: string, kind: AnswerKind): string | number {
  if (code === 'unsupported-character') return findUnsupported(found) ?? '';
  if (code === 'not-one-line') return findLineBreak(found) ?? '';
  if (code === 'looks-like-secret') return findSecret(found) ?? '';
  return code === 'too-long' ? LONGEST_TEXT : shownAnswer(found, kind);
}

function step(value: unknown, key: PropertyKey): unknown {
  return value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function hint(found: string, known: readonly string[]): { hint?: string } {
  const near = nearest(found, known);
  return near === null ? {} : { hint: near };
}
