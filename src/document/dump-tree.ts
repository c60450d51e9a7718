import type { DocumentTree, TreeNode } from './types.ts';

/** One line a node, indented by depth: `p.second [ja]`, texts in quotes. */
export function dumpTree(tree: DocumentTree): string {
  const lines: string[] = [];
  const walk = (node: TreeNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.kind === 'text') {
      if (node.text !== '')
        lines.push(`${indent}${JSON.stringify(node.text)}${node.lang ? ` [${node.lang}]` : ''}`);
      return;
    }
    const classes = node.className === '' ? '' : `.${node.className.replaceAll(' ', '.')}`;
    const attributes = Object.entries(node.attributes).map(([k, v]) => ` ${k}=${JSON.stringify(v)}`);
    lines.push(`${indent}${node.name}${classes}${attributes.join('')}`);
    for (const child of node.children) walk(child, depth + 1);
  };
  for (const child of tree.root.children) walk(child, 0);
  return `${lines.join('\n')}\n`;
}
