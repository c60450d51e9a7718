import type { TreeElement, TreeNode } from '../document/types.ts';

/** The plain text of an element, readings left out. */
export function textOf(node: TreeElement): string {
  return texts(node)
    .map(({ text }) => text)
    .join('');
}

/** One line for a bookmark or a tool tip: what stands in another language, or in another block, is set off by a space. */
export function titleOf(node: TreeElement): string {
  let title = '';
  let before: string | null = null;
  for (const { text, lang, startsBlock } of texts(node)) {
    if (text.trim() === '') continue;
    const apart = title !== '' && (lang !== before || startsBlock);
    title += `${apart ? ' ' : ''}${text}`;
    before = lang;
  }
  return title.replace(/ {2,}/g, ' ').trim();
}

interface Text {
  text: string;
  lang: string | null;
  startsBlock: boolean;
}

const BLOCKS = new Set(['p', 'section', 'li']);

function texts(node: TreeElement): Text[] {
  return node.children.flatMap((child: TreeNode): Text[] => {
    if (child.kind === 'text') return [{ text: child.text, lang: child.lang, startsBlock: false }];
    if (child.name === 'rt' && node.name === 'ruby') return [];
    const inner = texts(child);
    const [first] = inner;
    return first && BLOCKS.has(child.name) ? [{ ...first, startsBlock: true }, ...inner.slice(1)] : inner;
  });
}
