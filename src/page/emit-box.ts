/** Puts boxes whose heights are known on a page. */
import type { Line } from '../line/types.ts';
import type { RowCell } from '../style/types.ts';
import { drawBorders } from './draw.ts';
import { emitLine } from './emit-lines.ts';
import { addBookmark, type LaidBox, type LaidRow, type LayoutContext } from './layout-context.ts';
import type { PageItem } from './types.ts';

/** What is free goes above the content by this share. */
export const SHIFTS = { top: 0, middle: 0.5, bottom: 1 };

/** With its top left corner at x, y; `heightPt` may be more than its own, in a stretched cell. */
export function emitBox(
  laid: LaidBox,
  out: PageItem[],
  xPt: number,
  yPt: number,
  heightPt: number,
  context: LayoutContext,
): void {
  let x = xPt;
  let y = yPt;
  let roomPt = heightPt;
  const { contentPt } = laid;
  if (contentPt !== null) {
    const { frame } = laid;
    const { widthPt, outline } = frame;
    const { padding, border, dashedBorder, alignContent } = frame.style;
    drawBorders(out, border, dashedBorder, xPt, yPt, widthPt, heightPt);
    if (outline) addBookmark(outline, yPt, context);
    const abovePt = padding.topPt + border.topPt;
    roomPt -= abovePt + padding.bottomPt + border.bottomPt;
    x += padding.leftPt + border.leftPt;
    y = yPt + abovePt + SHIFTS[alignContent] * (roomPt - contentPt);
    if (alignContent !== 'top') roomPt = contentPt;
  }
  switch (laid.kind) {
    case 'paragraph': {
      const { lines, leadingPt } = laid;
      const firstPt = y + laid.firstPt;
      for (let i = 0; i < lines.length; i += 1)
        emitLine(out, lines[i] as Line, x, firstPt + i * leadingPt, context);
      break;
    }
    case 'stack':
      for (const child of laid.children)
        emitBox(child, out, x + child.xPt, y + child.topPt, child.heightPt, context);
      break;
    case 'row':
      emitRow(laid, out, x, y, roomPt, context);
      break;
    case 'drawing':
      laid.emit(out, x, y, roomPt);
      break;
    default:
      laid satisfies never;
  }
}

function emitRow(
  { cells, children }: LaidRow,
  out: PageItem[],
  xPt: number,
  yPt: number,
  rowPt: number,
  context: LayoutContext,
): void {
  for (let i = 0; i < children.length; i += 1) {
    const { align } = cells[i] as RowCell;
    const laid = children[i] as LaidBox;
    let { topPt, heightPt } = laid;
    if (align === 'middle' || align === 'bottom' || align === 'stretch') {
      const { marginTopPt, marginBottomPt } = laid.frame;
      const freePt = rowPt - (marginTopPt + heightPt + marginBottomPt);
      if (align === 'stretch') heightPt += freePt;
      else topPt += align === 'middle' ? freePt / 2 : freePt;
    }
    emitBox(laid, out, xPt + laid.xPt, yPt + topPt, heightPt, context);
  }
}
