/** What laying out needs beside the boxes, and what it collects. Lives for one document. */
import type { Line } from '../line/types.ts';
import type { ParagraphBox, StructNode } from '../style/types.ts';
import type { OutlineEntry, PageItem } from './types.ts';

export interface LayoutContext {
  lines: ReadonlyMap<ParagraphBox, Line[]>;
  links: ReadonlyMap<number, { href: string; contents: string }>;
  structure: StructNode[];
  outline: OutlineEntry[];
  /** Height that a page has for the flow. */
  flowHeightPt: number;
  /** The page that is being filled, for the bookmarks. */
  pageIndex: number;
}

/** A box with its height known: it can be put anywhere. */
export interface LaidBox {
  /** Margins left out. */
  heightPt: number;
  /** From the top of the box; null where it has no text. */
  baselinePt: number | null;
  /** Puts the box with its top left corner at x, y; `heightPt` may be more than its own, in a stretched cell. */
  emit(out: PageItem[], xPt: number, yPt: number, heightPt: number): void;
}
