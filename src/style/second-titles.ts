import type { TreeElement, TreeNode } from '../document/types.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3']);

/** By heading: what stands directly behind it in another language is the same title once more. */
export function findSecondTitles(root: TreeElement): Map<TreeElement, TreeElement> {
  const found = new Map<TreeElement, TreeElement>();
  collect(root, found);
  return found;
}

function collect(parent: TreeElement, found: Map<TreeElement, TreeElement>): void {
  let before: TreeElement | null = null;
  for (const child of parent.children) {
    if (child.kind === 'text') continue;
    if (before !== null && HEADINGS.has(before.name) && isOther(child, before)) found.set(before, child);
    before = child;
    if (holdsBlocks(child)) collect(child, found);
  }
}

const isOther = ({ name, lang }: TreeElement, heading: TreeElement): boolean =>
  name === 'p' && lang !== null && lang !== heading.lang;

/** White space between blocks is gone, so the first child tells. */
function holdsBlocks({ children }: TreeElement): boolean {
  const [first]: readonly TreeNode[] = children;
  return first?.kind === 'element';
}
