import type { TreeElement } from '../document/types.ts';

/** The plain text of an element, readings left out. */
export function textOf(node: TreeElement): string {
  let text = '';
  for (const child of node.children) {
    if (child.kind === 'text') text += child.text;
    else if (!isReading(child, node)) text += textOf(child);
  }
  return text;
}

const isReading = (child: TreeElement, parent: TreeElement): boolean =>
  child.name === 'rt' && parent.name === 'ruby';

/** One line for a bookmark or a tool tip: what stands in another language, or in another block, is set off by a space. */
export function titleOf(node: TreeElement): string {
  const title: Title = { text: '', lang: null, startsBlock: false };
  addTitle(node, title);
  return title.text.replace(/ {2,}/g, ' ').trim();
}

interface Title {
  text: string;
  /** Of the last text. */
  lang: string | null;
  /** The next text stands in another block. */
  startsBlock: boolean;
}

const BLOCKS = new Set(['p', 'section', 'li']);

function addTitle(node: TreeElement, title: Title): void {
  for (const child of node.children) {
    if (child.kind === 'element') {
      if (isReading(child, node)) continue;
      if (BLOCKS.has(child.name)) title.startsBlock = true;
      addTitle(child, title);
    } else if (child.text.trim() !== '') {
      if (title.text !== '' && (child.lang !== title.lang || title.startsBlock)) title.text += ' ';
      title.text += child.text;
      title.lang = child.lang;
      title.startsBlock = false;
    }
  }
}
