/** Stage 5, document: the filled template as a tree of known elements; every text knows its language. */

export interface TreeElement {
  kind: 'element';
  name: string;
  /** Own or inherited; null until an ancestor or the element says one. */
  lang: string | null;
  /** The classes, parted by single spaces. */
  className: string;
  /** Elements whose start tags are written alike share them. */
  attributes: Readonly<Record<string, string>>;
  children: TreeNode[];
}

export interface TreeText {
  kind: 'text';
  /** White space is collapsed, and gone where a source line ended between two wide characters (R26). */
  text: string;
  lang: string | null;
}

export type TreeNode = TreeElement | TreeText;

/** The root is a nameless `section`. */
export interface DocumentTree {
  root: TreeElement;
}
