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

/** What a box to tick is told by: its number and its paragraph of the first language, or all that its item says. */
export function tipOf(node: TreeElement): { text: string; lang: string | null } {
  const first = findFirst(node);
  const text = titleOf(first ?? node);
  const { number } = node.attributes;
  return { text: number === undefined ? text : `${number} ${text}`, lang: first?.lang ?? node.lang };
}

/** The paragraph of the class `first`, beside which the other language stands as `second`. */
function findFirst(node: TreeElement): TreeElement | null {
  for (const child of node.children) {
    if (child.kind === 'text') continue;
    if (child.className.split(' ').includes('first')) return child;
    const found = findFirst(child);
    if (found !== null) return found;
  }
  return null;
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
    } else if (child.text.trim() === '') title.text += child.text;
    else {
      if (title.text !== '' && (child.lang !== title.lang || title.startsBlock)) title.text += ' ';
      title.text += child.text;
      title.lang = child.lang;
      title.startsBlock = false;
    }
  }
}
