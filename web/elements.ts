/** Makes elements, and words in both languages, each marked as what it is. */
import type { Sentence } from '../src/problem.ts';
import { words } from './words.ts';

type Child = Node | string | null;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, string | boolean>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (typeof value === 'string') element.setAttribute(property, value);
    else element.toggleAttribute(property, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Chinese first, Japanese beside or below it; once where both are the same. */
export function inBoth({ zhHans, ja }: Sentence): DocumentFragment {
  const both = document.createDocumentFragment();
  both.append(make('span', { lang: 'zh-Hans' }, zhHans));
  if (ja !== zhHans) both.append(' ', make('span', { lang: 'ja' }, ja));
  return both;
}

export const say = (id: string, values?: Readonly<Record<string, string | number>>): DocumentFragment =>
  inBoth(words(id, values));

/** Where the words differ: those who hear the page hear what is renewed. */
export function renew(element: HTMLElement, ...children: Child[]): void {
  const fresh = make('div', {}, ...children);
  if (fresh.textContent !== element.textContent) element.replaceChildren(...fresh.childNodes);
}

/** An element that index.hbs has. */
export function find<Type extends HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.hbs has no #${id}`);
  return element as Type;
}
