/**
 * A value of another kind than its field has: text where a list stands, a word where true or false stands.
 * In: the value and the field. Out: the code, and the value as it should have been written.
 */
import { truthWords } from '#words';
import type { Problem } from '../problem.ts';
import {
  type AnswerGroup,
  type AnswerKind,
  type ListAnswer,
  phone,
  type TextAnswer,
} from './answer-kinds.ts';
import { readAnswer } from './read-answers.ts';
import { shown, shownAnswer } from './shown.ts';

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
      return wrongType(
        shownAnswer(found, kind),
        `${path}: { ${membersWithoutSpace(found, kind) ?? memberOf(found, kind)} }`,
      );
    case 'choice':
      return wrongType(shown(found), exampleOf(kind));
  }
}

function wrongType(found: string, expected: string): Misfit {
  return { code: 'wrong-type', values: { found, expected } };
}

/** A form that has a sentence of its own, with an example in it. */
const FORMS: Readonly<Record<string, string>> = {
  'date-form': '2027-03-28',
  'invalid-time': '"14:00"',
  'invalid-phone-number': '090-1234-5678',
  'invalid-email': 'name@example.com',
};
const ANY_TEXT = '"ABC"';

function textMisfit(found: unknown, path: string, kind: TextAnswer): Misfit {
  const { checks } = kind;
  const code = checks[0]?.code ?? '';
  const values = { found: shownAnswer(found, kind) };
  // In other fields nothing is lost: `2027` is no day, but no first 0 is missing either.
  if (path === 'line.number' && isNumber(found)) return { code: 'digits-need-quotes', values };
  if (FORMS[code] !== undefined) return { code, values };
  // What was read is not what was written: a first 0 is gone, and so are digits beyond the sixteenth.
  if (checks.length > 0 && isNumber(found)) return { code: 'number-needs-quotes', values };
  return wrongType(shown(found), typeof found === 'boolean' ? `"${found}"` : ANY_TEXT);
}

const isNumber = (found: unknown): boolean => typeof found === 'number' || typeof found === 'bigint';

function amountMisfit(found: unknown): Misfit {
  const [, digits] =
    typeof found === 'string' ? (/^\D*(\d[\d,]*)\D*$/u.exec(found.normalize('NFKC')) ?? []) : [];
  return digits === undefined
    ? { code: 'amount-out-of-range', values: { found: shown(found) } }
    : wrongType(shown(found), shown(digits.replaceAll(',', '')));
}

function truthMisfit(found: unknown): Misfit {
  const word = shown(found).toLowerCase();
  const meant = truthWords.true.includes(word) ? 'true' : truthWords.false.includes(word) ? 'false' : null;
  return { ...wrongType(shown(found), 'true | false'), ...(meant === null ? {} : { hint: meant }) };
}

function listMisfit(found: unknown, { values }: ListAnswer): Misfit {
  const list = splitWideList(found, values);
  if (list !== null)
    return { code: 'full-width-list', values: { found: shown(found), expected: `[${list}]` } };
  const named = wordsOf(shown(found)).filter((word) => values.includes(word));
  return wrongType(shown(found), `[${(named.length === 0 ? values.slice(0, 1) : named).join(', ')}]`);
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
  if (fitting) return memberAs(fitting[0], shown(found), fitting[1]);
  const [name, kind] = entries[0] as [string, AnswerKind];
  return `${name}: ${exampleOf(kind)}`;
}

/** Keys of the group and their answers, where no space stands after the colons: to YAML they are one text. */
function membersWithoutSpace(found: unknown, { fields }: AnswerGroup): string | null {
  if (typeof found !== 'string') return null;
  const [before, ...parts] = found.split(
    new RegExp(`(?:^|\\s+)(${Object.keys(fields).join('|')}):\\s*`, 'u'),
  );
  if (before !== '' || parts.length === 0) return null;
  const members: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const [name, answer] = parts.slice(i, i + 2) as [string, string];
    members.push(memberAs(name, shown(answer), fields[name] as AnswerKind));
  }
  return members.join(', ');
}

/** A telephone number is not repeated. */
const memberAs = (name: string, answer: string, kind: AnswerKind): string =>
  `${name}: ${kind === phone ? exampleOf(kind) : answer}`;

function exampleOf(kind: AnswerKind): string {
  if (kind.kind === 'choice') return String(kind.values[0]);
  return (kind.kind === 'text' && FORMS[kind.checks[0]?.code ?? '']) || ANY_TEXT;
}
