/** What laying out needs beside the boxes, and what it collects. Lives for one document. */
import type { Line } from '../line/types.ts';
import type { BoxFrame, ParagraphBox, RowCell, StructNode } from '../style/types.ts';
import type { LinkItem, OutlineEntry, PageItem, TextItem } from './types.ts';

export interface LinkTarget {
  href: string;
  contents: string;
}

export interface LayoutContext {
  lines: ReadonlyMap<ParagraphBox, Line[]>;
  links: ReadonlyMap<number, LinkTarget>;
  structure: StructNode[];
  outline: OutlineEntry[];
  /** Readings, dots and links of the paragraph that is being drawn. */
  late: (TextItem | LinkItem)[];
  /** Height that a page has for the flow. */
  flowHeightPt: number;
  /** The page that is being filled, for the bookmarks. */
  pageIndex: number;
}

type Bookmark = NonNullable<BoxFrame['outline']>;

/** A box with its height known: `emitBox` puts it anywhere. */
export type LaidBox = LaidParagraph | LaidStack | LaidRow | LaidDrawing;

interface Laid {
  frame: BoxFrame;
  /** Margins left out. */
  heightPt: number;
  /** From the top of the box; null where it has no text. */
  baselinePt: number | null;
  /** Height of what the frame is around; null where it adds nothing: most boxes are their content. */
  contentPt: number | null;
  /** Both from the top left corner of the content around it; the margin above until a stack or a row has placed it. */
  xPt: number;
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
  const { xPt, marginTopPt: topPt } = frame;
  return { kind: 'drawing', frame, heightPt, baselinePt, contentPt: null, xPt, topPt, emit };
}

export function addBookmark(
  { title, lang, level }: Bookmark,
  yPt: number,
  { outline, pageIndex }: LayoutContext,
): void {
  outline.push({ title, lang, level, pageIndex, yPt });
}
