/**
 * A value of another kind than its field has: text where a list stands, a word where true or false stands.
 * In: the value and the field. Out: the code, and the value as it should have been written.
 */
import { truthWords } from '#words';
import type { Problem } from '../problem.ts';
import type { AnswerGroup, AnswerKind, ListAnswer, TextAnswer } from './answer-kinds.ts';
import { readAnswer } from './read-answers.ts';
import { shown } from './shown.ts';

type Misfit = Pick<Problem, 'code' | 'values' | 'hint'>;

export function tellMisfit(found: unknown, path: string, kind: AnswerKind): Misfit {
  switch (kind.kind) {
    case 'text':
      return textMisfit(found, path, kind);
    case 'amount':
      return amountMisfit(found);
    case 'yes-no':
      return truthMisfit(found);
    case 'list':
      return listMisfit(found, kind);
    case 'group':
      return wrongType(found, `${path}: { ${memberOf(found, kind)} }`);
    case 'choice':
      return wrongType(found, exampleOf(kind));
  }
}

function wrongType(found: unknown, expected: string): Misfit {
  return { code: 'wrong-type', values: { found: shown(found), expected } };
}

/** A form that has a sentence of its own, with an example in it. */
const FORMS: Readonly<Record<string, string>> = {
  'date-form': '2027-03-28',
  'invalid-time': '"14:00"',
  'invalid-phone-number': '090-1234-5678',
  'invalid-email': 'name@example.com',
};
const ANY_TEXT = '"ABC"';

function textMisfit(found: unknown, path: string, { checks }: TextAnswer): Misfit {
  const code = checks[0]?.code ?? '';
  const values = { found: shown(found) };
  // In other fields nothing is lost: `2027` is no day, but no first 0 is missing either.
  if (path === 'line.number' && typeof found === 'number') return { code: 'digits-need-quotes', values };
  if (FORMS[code] !== undefined) return { code, values };
  // What was read is not what was written: a first 0 is gone, and so are digits beyond the sixteenth.
  if (checks.length > 0 && typeof found === 'number') return { code: 'number-needs-quotes', values };
  return wrongType(found, typeof found === 'boolean' ? `"${found}"` : ANY_TEXT);
}

function amountMisfit(found: unknown): Misfit {
  const [, digits] =
    typeof found === 'string' ? (/^\D*(\d[\d,]*)\D*$/u.exec(found.normalize('NFKC')) ?? []) : [];
  return digits === undefined
    ? { code: 'amount-out-of-range', values: { found: shown(found) } }
    : wrongType(found, shown(digits.replaceAll(',', '')));
}

function truthMisfit(found: unknown): Misfit {
  const word = shown(found).toLowerCase();
  const meant = truthWords.true.includes(word) ? 'true' : truthWords.false.includes(word) ? 'false' : null;
  return { ...wrongType(found, 'true | false'), ...(meant === null ? {} : { hint: meant }) };
}

function listMisfit(found: unknown, { values }: ListAnswer): Misfit {
  const list = splitWideList(found, values);
  if (list !== null)
    return { code: 'full-width-list', values: { found: shown(found), expected: `[${list}]` } };
  const named = wordsOf(shown(found)).filter((word) => values.includes(word));
  return wrongType(found, `[${(named.length === 0 ? values.slice(0, 1) : named).join(', ')}]`);
}

const wordsOf = (text: string): string[] => text.split(/[^\w-]+/u).filter((word) => word !== '');

/** Options parted or enclosed by full-width signs, as they should stand; null where there is any doubt. */
export function splitWideList(found: unknown, known: readonly unknown[]): string | null {
  if (typeof found !== 'string' || !/[\uff0c\u3001\uff3b\uff3d]/u.test(found)) return null;
  const words = wordsOf(found);
  return words.length > 0 && words.every((word) => known.includes(word)) ? words.join(', ') : null;
}

/** The field of the group that the value was probably meant for; else the first, with an example. */
function memberOf(found: unknown, { fields }: AnswerGroup): string {
  const entries = Object.entries(fields);
  const fitting = entries.find(([, kind]) => readAnswer(found, kind) !== undefined);
  if (fitting) return `${fitting[0]}: ${shown(found)}`;
  const [name, kind] = entries[0] as [string, AnswerKind];
  return `${name}: ${exampleOf(kind)}`;
}

function exampleOf(kind: AnswerKind): string {
  if (kind.kind === 'choice') return String(kind.values[0]);
  return (kind.kind === 'text' && FORMS[kind.checks[0]?.code ?? '']) || ANY_TEXT;
}
