import type { TreeElement } from '../document/types.ts';
import type { StyledPath } from './cascade.ts';
import type { StyleContext } from './style-context.ts';
import type { StructId, StyledBox } from './types.ts';

/** The children of an element that holds blocks: the document stage lets no text stand among them. */
export const blocksOf = ({ children }: TreeElement): readonly TreeElement[] =>
  children as readonly TreeElement[];

/** What stands below each other in a column. */
export function styleBlocks(
  blocks: readonly TreeElement[],
  parent: StyledPath,
  availablePt: number,
  struct: StructId,
  context: StyleContext,
): StyledBox[] {
  const boxes: StyledBox[] = [];
  for (const block of blocks) {
    const path = context.cascade.enter(parent, block);
    const box = context.styleElement(block, path, availablePt, struct, context);
    if (box) boxes.push(box);
  }
  return boxes;
}
