import { parseDocument } from 'yaml';
import type { Problem } from '../problem.ts';
import { kindAt } from './case-fields.ts';
import { isMapping } from './is-mapping.ts';
import { isNestedTooDeep } from './parse-case.ts';
import { shown } from './shown.ts';

/** Reads `line.closingDay=end` as `--set` takes it and returns the input with that answer; the input stays as it is. */
export function setAnswer(input: unknown, assignment: string): { value: unknown; problems: Problem[] } {
  const match = /^\s*([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)\s*=(.*)$/su.exec(assignment);
  if (!match) return { value: input, problems: [badSet(assignment)] };
  const path = (match[1] ?? '').split('.');
  const given = (match[2] ?? '').trim();
  const answer = isPlainText(given, path) ? given : readScalar(given);
  if (answer === undefined) return { value: input, problems: [badSet(assignment)] };
  return { value: placeAnswer(input, path, answer), problems: [] };
}

/** Where text is asked for, `#` begins no comment and a number keeps its first 0; quotes and brackets are YAML's. */
function isPlainText(given: string, path: readonly string[]): boolean {
  return kindAt(path)?.kind === 'text' && !/^(?:["'[{]|$|~$|null$)/u.test(given);
}

/** The value of a YAML scalar, or of a flow list such as `[wechat, line]`; undefined where it is neither. */
function readScalar(text: string): unknown {
  if (isNestedTooDeep(text)) return undefined;
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return isMapping(value) ? undefined : (value ?? null);
  } catch {
    // An alias has nothing to stand for, a merge no mapping.
    return undefined;
  }
}

/** A copy of the input with `value` at the path; keys are own keys always, whatever they are called. */
export function placeAnswer(input: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  // `papers.0` begins a list where none is.
  if ((Array.isArray(input) || !isMapping(input)) && /^\d{1,3}$/u.test(key)) {
    const list: unknown[] = Array.isArray(input) ? [...input] : [];
    const index = Math.min(Number(key), list.length);
    list[index] = placeAnswer(list[index], rest, value);
    return list;
  }
  const base = isMapping(input) ? input : {};
  const inner = Object.hasOwn(base, key) ? base[key] : undefined;
  return Object.fromEntries([
    ...Object.entries(base).filter(([name]) => name !== key),
    [key, placeAnswer(inner, rest, value)],
  ]);
}

function badSet(assignment: string): Problem {
  return { severity: 'error', code: 'bad-set', path: '', values: { found: shown(assignment) } };
}
