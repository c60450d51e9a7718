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
import { shown } from './shown.ts';
import { splitWideList, tellMisfit } from './tell-misfit.ts';
import { findUnsupported, LONGEST_TEXT } from './text-fields.ts';
import type { Case } from './types.ts';

export function validateCase(input: unknown): Checked<Case> {
  const answered = dropUnanswered(input, 0);
  if (answered === undefined) return refused({ code: 'empty-case', path: '' });
  if (!isMapping(answered))
    return refused({ code: 'not-a-mapping', path: '', values: { found: kindOf(answered) } });

  const read = readAnswers(answered);
  const { value, issues } = read ? { value: read, issues: [] } : checkAnswers(answered);
  const problems = issues.flatMap((issue) => toProblems(issue, answered));
  problems.push(...checkCarrier(answered.carrier));
  if (value !== null) problems.push(...compareAnswers(value));
  return { value: hasErrors(problems) ? null : value, problems };
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
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path));
  const problem = { severity: 'error' as const, path };
  if (issue.code === 'invalid_value') return [notOneOf(problem, found, issue.values)];
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return [{ ...problem, code: 'amount-out-of-range', values: { found: shown(found) } }];
  }
  if (issue.code === 'custom') {
    const code = String(issue.params?.code);
    // The checks with a code of their own are checks of text.
    return [{ ...problem, code, values: { found: shownFor(code, String(found)) } }];
  }
  if (found === undefined) return [{ ...problem, code: 'missing-answer', values: { key: path } }];
  return [{ ...problem, ...tellMisfit(found, path, kindAt(issue.path) as AnswerKind) }];
}

function unknownKey(key: string, parent: readonly PropertyKey[]): Problem {
  const path = [...parent, key].join('.');
  if (findNeverAsked(key))
    return { severity: 'error', code: 'never-asked', path, values: { key: shown(key) } };
  return {
    severity: 'error',
    code: 'unknown-key',
    path,
    values: { key: shown(key) },
    ...hint(key, knownKeys(parent)),
  };
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
function shownFor(code: string, found: string): string | number {
  if (code === 'unsupported-character') return findUnsupported(found) ?? '';
  if (code === 'looks-like-secret') return findSecret(found) ?? '';
  return code === 'too-long' ? LONGEST_TEXT : shown(found);
}

/** Nothing that would be seen on paper. */
const NOTHING = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Null, blank text and mappings that hold nothing are questions not yet answered; a blank form stays valid. */
function dropUnanswered(value: unknown, depth: number): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return isBlank(value) ? undefined : value;
  if (!isMapping(value) || depth > 2) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, dropUnanswered(inner, depth + 1)] as const,
  );
  const kept = entries.filter(([, inner]) => inner !== undefined);
  return depth === 0 && kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A first letter or digit says at once that it is not. */
const isBlank = (text: string): boolean => !/^\w/.test(text) && NOTHING.test(text);

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
