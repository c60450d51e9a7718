/** What laying out needs beside the boxes, and what it collects. Lives for one document. */
import type { Line } from '../line/types.ts';
import type { BoxFrame, ParagraphBox, RowCell, StructNode } from '../style/types.ts';
import type { OutlineEntry, PageItem } from './types.ts';

export interface LinkTarget {
  href: string;
  contents: string;
}

export interface LayoutContext {
  lines: ReadonlyMap<ParagraphBox, Line[]>;
  links: ReadonlyMap<number, LinkTarget>;
  structure: StructNode[];
  outline: OutlineEntry[];
  /** Height that a page has for the flow. */
  flowHeightPt: number;
  /** Boxes of this level and above are left out (`BoxFrame.optional`). */
  leftOut: number;
  /** The page that is being filled, for the bookmarks. */
  pageIndex: number;
}

/** A box with its height known: `emitBox` puts it anywhere. */
export type LaidBox = LaidParagraph | LaidStack | LaidRow | LaidDrawing;

interface Laid {
  /** Margins left out. */
  heightPt: number;
  /** From the top of the box; null where it has no text. */
  baselinePt: number | null;
  frame: BoxFrame;
  /** Most boxes are their content: the frame adds nothing. */
  framed: boolean;
  contentPt: number;
  /** From the left edge of the content around it. */
  xPt: number;
  /** From the top of the stack around it; in a row, without its margin. */
  topPt: number;
}

export interface LaidParagraph extends Laid {
  kind: 'paragraph';
  lines: Line[];
  leadingPt: number;
  /** Baseline of the first line, from the top of the content. */
  firstPt: number;
}

export interface LaidStack extends Laid {
  kind: 'stack';
  children: LaidBox[];
}

export interface LaidRow extends Laid {
  kind: 'row';
  /** With the box of each in `children`. */
  cells: RowCell[];
  children: LaidBox[];
}

/** What draws itself; a stretched cell gives it more than its own height. */
export interface LaidDrawing extends Laid {
  kind: 'drawing';
  emit(out: PageItem[], xPt: number, yPt: number, heightPt: number): void;
}

export function makeDrawing(
  frame: BoxFrame,
  heightPt: number,
  baselinePt: number | null,
  emit: LaidDrawing['emit'],
): LaidDrawing {
  const { xPt } = frame;
  return {
    kind: 'drawing',
    heightPt,
    baselinePt,
    frame,
    framed: false,
    contentPt: heightPt,
    xPt,
    topPt: 0,
    emit,
  };
}
