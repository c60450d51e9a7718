import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import type { InlineContext } from './style-inlines.ts';
import type { StructId, StyledBox } from './types.ts';

/** `availablePt` is the width of the parent's content. Null for what the sheet does not show. */
export type StyleElement = (
  element: TreeElement,
  parent: StyledPath,
  availablePt: number,
  struct: StructId,
  context: StyleContext,
) => StyledBox | null;

/** Rows, grids and lists style their children through the one function that knows every element. */
export interface StyleContext extends InlineContext {
  /** The paragraph behind a heading that says the same in another language. */
  secondTitles: Map<TreeElement, TreeElement>;
  styleElement: StyleElement;
}
