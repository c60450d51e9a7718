import type { TreeElement } from '../document/types.ts';
import type { Cascade, StyledPath } from './cascade.ts';
import type { Structure } from './structure.ts';
import type { Language, ParagraphBox, StructId, StyledBox } from './types.ts';

/** `path` is the element's own; `availablePt` is the width of its parent's content. Null for what the sheet does not show. */
export type StyleElement = (
  element: TreeElement,
  path: StyledPath,
  availablePt: number,
  struct: StructId,
  context: StyleContext,
) => StyledBox | null;

export interface StyleContext {
  cascade: Cascade;
  structure: Structure;
  /** Every paragraph as it is made. */
  paragraphs: ParagraphBox[];
  links: Map<number, { href: string; contents: string }>;
  /** The paragraph behind a heading that says the same in another language. */
  secondTitles: Map<TreeElement, TreeElement>;
  /** What text without a language of its own is set in. */
  lang: Language;
  fillable: boolean;
  /** Rows, grids and lists style their children through the one function that knows every element. */
  styleElement: StyleElement;
}
