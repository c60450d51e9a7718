import { type AnswerKind, phone } from './answer-kinds.ts';
import { findSecret } from './secrets.ts';

const HIDDEN = '\u2022\u2022\u2022';

/** One short line of what was found; of a secret nothing, for reports are passed on. */
export function shown(value: unknown): string {
  const text = written(value, 0);
  if (findSecret(text) !== null) return HIDDEN;
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

/** The same of an answer; of a telephone number its last digits, by which its owner knows it. */
export function shownAnswer(value: unknown, kind: AnswerKind): string {
  const text = shown(value);
  if (kind === phone) return hidePhone(text, FEWEST_DIGITS);
  return kind.kind === 'group' ? text.replace(NUMBER, (run) => hidePhone(run, FEWEST_OF_NUMBER)) : text;
}

const NUMBER = /\+?\d[\d -]*\d/gu;
/** A telephone number, a day has fewer; and what may be one with digits left out. */
const FEWEST_OF_NUMBER = 10;
const FEWEST_DIGITS = 7;

function hidePhone(text: string, fewest: number): string {
  const digits = text.replace(/\D/gu, '');
  return digits.length < fewest ? text : HIDDEN + digits.slice(-4);
}

/**
 * As JSON has it, as far as one line can show. JSON.stringify itself throws for circles, for big integers and for
 * a hundred thousand brackets, and `String` for a mapping with a key `toString`.
 */
function written(value: unknown, depth: number): string {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value.slice(0, 60));
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date) return dayOf(value);
  if (depth === 3) return '\u2026';
  const entries = Object.entries(value).slice(0, 10);
  if (Array.isArray(value)) return `[${entries.map(([, inner]) => written(inner, depth + 1)).join(',')}]`;
  const members = entries.map(
    ([key, inner]) => `${JSON.stringify(key.slice(0, 60))}:${written(inner, depth + 1)}`,
  );
  return `{${members.join(',')}}`;
}

/** A program's day; the hours after it are none of a case. */
const dayOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? String(date) : date.toISOString().replace(/T.*$/u, '');
