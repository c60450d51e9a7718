import type { Case } from './types.ts';

/** Longer than what people are called: what makes a box too tall is mostly one such answer. */
const LONG = 40;

/**
 * Where in the case a text of the page comes from, as a dotted path: the longest answer that holds it, or that is most of
 * it; '' where it is wording of the templates. What is set on a page no longer knows its answer.
 */
export function findAnswer(customer: Case, text: string): string {
  return longestOf(customer, (answer) => answer.includes(text) || isMostOf(text, answer));
}

/** A short answer, such as the id of a carrier, stands in many words. */
const isMostOf = (text: string, answer: string): boolean =>
  text.includes(answer) && answer.length * 2 > text.length;

/** The path of the longest answer; '' where none is long. */
export function findLongAnswer(customer: Case): string {
  return longestOf(customer, ({ length }) => length >= LONG);
}

function longestOf(customer: Case, isMeant: (answer: string) => boolean): string {
  let found = '';
  let longest = 0;
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (value.length > longest && isMeant(value)) {
        found = path;
        longest = value.length;
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(customer, '');
  return found;
}
