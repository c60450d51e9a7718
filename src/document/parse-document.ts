/**
 * Stage 5. In: the HTML fragment of a filled template. Out: a tree of known elements, texts with their language.
 * Refuses to decide how anything looks, and to guess: what it does not know is a Problem.
 */
import type { Checked } from '../problem.ts';
import { readAnyMarkup } from './read-any-markup.ts';
import { readTidyMarkup } from './read-tidy-markup.ts';
import type { DocumentTree } from './types.ts';

/** Problems carry the path of elements as `path`: `section/p`. */
export function parseDocument(html: string): Checked<DocumentTree> {
  const root = readTidyMarkup(html);
  return root ? { value: { root }, problems: [] } : readAnyMarkup(html);
}
