/**
 * In: the bytes or the text of a case file. Out: plain data, or the Problem that kept it from being read.
 * Refuses to decide what the data mean: that is validateCase.
 */
import { parseDocument } from 'yaml';
import { type Checked, inputProblem, type Problem } from '../problem.ts';
import { findDuplicateKey } from './duplicate-json-key.ts';
import { findFullWidth, findWideSpaces } from './full-width.ts';
import { readTidyYaml } from './read-tidy-yaml.ts';

/** A filled case takes 3 KB; the rest is room for comments. */
export const LARGEST_CASE_BYTES = 256 * 1024;

/** No case needs one alias; a few are somebody's way to write. Nested aliases grow without end. */
const MOST_ALIASES = 50;

/** Brackets in comments and in text count too. */
const MOST_OPEN_BRACKETS = 100;

/** Closing ones in text or in a comment hide how many are open: so many in all can't fill the stack. */
const MOST_OPENING_BRACKETS = 300;

/** One slip makes many errors after it. */
const MOST_YAML_ERRORS = 3;

export function parseCase(source: string | Uint8Array, fileName = ''): Checked<unknown> {
  if (source.length > LARGEST_CASE_BYTES) {
    return refused('file-too-large', { limit: LARGEST_CASE_BYTES / 1024 });
  }
  let text: string;
  try {
    text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return refused('not-utf-8');
  }
  return /\.json$/iu.test(fileName) ? parseJson(text) : parseYaml(text);
}

function parseJson(text: string): Checked<unknown> {
  if (text.trim() === '') return refused('empty-case');
  if (isNestedTooDeep(text)) return refused('nested-too-deep');
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    const twice = findDuplicateKey(text);
    return twice === null
      ? { value, problems: [] }
      : refused('duplicate-key', { line: placeOf(text, twice).line });
  } catch (error) {
    const slips = tellFullWidth(text, true);
    return slips.length > 0
      ? { value: null, problems: slips }
      : refused('not-json', { place: placeInJson(text, error as Error) });
  }
}

function parseYaml(text: string): Checked<unknown> {
  if (isNestedTooDeep(text)) return refused('nested-too-deep');
  const tidy = readTidyYaml(text);
  if (tidy !== null) return { value: tidy, problems: [] };
  try {
    const document = parseDocument(text, {
      version: '1.2',
      prettyErrors: false,
      stringKeys: true,
      intAsBigInt: true,
    });
    const slips = tellFullWidth(text, document.errors.length > 0);
    if (slips.length > 0) return { value: null, problems: slips };
    if (document.errors.length > 0) {
      const problems = document.errors.slice(0, MOST_YAML_ERRORS).map(({ code, pos }): Problem => {
        const values = { ...placeOf(text, pos[0]), reason: code };
        return {
          severity: 'error',
          code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
          path: '',
          values,
        };
      });
      return { value: null, problems };
    }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES, reviver: exactNumber });
    return value === null || value === undefined ? refused('empty-case') : { value, problems: [] };
  } catch (error) {
    // What `toJS` throws where aliases multiply.
    if (error instanceof ReferenceError) return refused('too-many-aliases', { limit: MOST_ALIASES });
    // The stack is full: the brackets hid from the count.
    if (error instanceof RangeError) return refused('nested-too-deep');
    throw error;
  }
}

/** Digits that a number would round are told as they were typed. */
function exactNumber(_: unknown, value: unknown): unknown {
  return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function tellFullWidth(text: string, isBroken: boolean): Problem[] {
  const signs = findFullWidth(text, isBroken).map((values) => inputProblem('full-width-sign', values));
  const spaces = findWideSpaces(text, isBroken).map((line) => inputProblem('full-width-space', { line }));
  return [...signs, ...spaces].slice(0, MOST_YAML_ERRORS);
}

/** Line and column, as `3:7`; engines don't always say where. */
export function placeInJson(text: string, { message }: Error): string {
  const [, position] = /at position (\d+)/u.exec(message) ?? [];
  if (position === undefined && !/end of JSON/u.test(message)) return '?';
  const { line, column } = placeOf(text, Number(position ?? text.length));
  return `${line}:${column}`;
}

/** As editors count them, from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The YAML reader walks nested collections by recursion: fifty thousand brackets would end the process. */
export function isNestedTooDeep(text: string): boolean {
  // Each level of a block stands a column further in.
  if (/(?:[-?:][ \t]+){50}|^[-?: \t]{200}/mu.test(text)) return true;
  let depth = 0;
  let opening = 0;
  for (const bracket of text.matchAll(/[[\]{}]/gu)) {
    const opens = bracket[0] === '[' || bracket[0] === '{';
    if (opens) opening++;
    // Closing brackets of a comment close nothing.
    depth = opens ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_OPEN_BRACKETS || opening > MOST_OPENING_BRACKETS) return true;
  }
  return false;
}

function refused(code: string, values?: Record<string, string | number>): Checked<unknown> {
  return { value: null, problems: [{ severity: 'error', code, path: '', ...(values ? { values } : {}) }] };
}
