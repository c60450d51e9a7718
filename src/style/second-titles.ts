import type { TreeElement } from '../document/types.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3']);

/** By heading: what stands directly behind it in another language is the same title once more. */
export function findSecondTitles(root: TreeElement): Map<TreeElement, TreeElement> {
  const found = new Map<TreeElement, TreeElement>();
  collect(root, found);
  return found;
}

function collect(parent: TreeElement, found: Map<TreeElement, TreeElement>): void {
  let heading: TreeElement | null = null;
  for (const child of parent.children) {
    // Running text, which holds no headings.
    if (child.kind === 'text') return;
    if (child.name === 'p') {
      if (heading !== null && isOther(child, heading)) found.set(heading, child);
      heading = null;
      continue;
    }
    heading = HEADINGS.has(child.name) ? child : null;
    collect(child, found);
  }
}

const isOther = ({ lang }: TreeElement, heading: TreeElement): boolean =>
  lang !== null && lang !== heading.lang;
