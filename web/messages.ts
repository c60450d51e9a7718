/** What the page says of the answers as a whole. */
import type { Sentence } from '../src/problem.ts';
import { find, inBoth, make, renew, say } from './elements.ts';
import { words } from './words.ts';

/** One sentence below the button, which is heard too. */
export const tell = (sentence: DocumentFragment | null): void => renew(find('status'), sentence);

export function notice(problems: readonly { message: Sentence }[]): HTMLElement | null {
  if (problems.length === 0) return null;
  const list = problems.map(({ message }) => make('li', {}, inBoth(message)));
  return make('div', {}, make('h3', {}, say('warnings')), make('ul', {}, ...list));
}

/** The browser's own question. */
export const isSure = (id: string): boolean => confirm(Object.values(words(id)).join('\n'));
