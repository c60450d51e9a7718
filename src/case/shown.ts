import { findSecret } from './secrets.ts';

const HIDDEN = '\u2022\u2022\u2022';

/** One short line of what was found; of a secret nothing, for reports are passed on. */
export function shown(value: unknown): string {
  const text = written(value, 0);
  if (findSecret(text) !== null) return HIDDEN;
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

/**
 * As JSON has it, as far as one line can show. JSON.stringify itself throws for circles, for big integers and for
 * a hundred thousand brackets, and `String` for a mapping with a key `toString`.
 */
function written(value: unknown, depth: number): string {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value.slice(0, 60));
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === 3) return '\u2026';
  const entries = Object.entries(value).slice(0, 10);
  if (Array.isArray(value)) return `[${entries.map(([, inner]) => written(inner, depth + 1)).join(',')}]`;
  const members = entries.map(
    ([key, inner]) => `${JSON.stringify(key.slice(0, 60))}:${written(inner, depth + 1)}`,
  );
  return `{${members.join(',')}}`;
}
