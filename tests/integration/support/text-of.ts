import type { TreeElement, TreeNode } from '../../../src/document/types.ts';

/** What stands on paper though it is no text. */
export const DRAWN = new Set(
  'fill-in check-box check-item choice confidence-mark qr-code time-line page-number page-total page-break hr br'.split(
    ' ',
  ),
);

export function* elementsOf(element: TreeElement): Generator<TreeElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsOf(child);
}

/** Readings left out. */
export function textOf(node: TreeNode): string {
  if (node.kind === 'text') return node.text;
  return node.name === 'rt' ? '' : node.children.map(textOf).join('');
}
