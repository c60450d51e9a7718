/** Heights from the bottom up. A box laid out is a block that can be put anywhere, and never breaks. */
import type { ParagraphBox, RowBox, RowCell, StackBox, StyledBox } from '../style/types.ts';
import { SHIFTS } from './emit-box.ts';
import { baselineInLine } from './emit-lines.ts';
import { layOutQrCode } from './lay-out-qr-code.ts';
import { layOutTimeLine } from './lay-out-time-line.ts';
import { layOutUprightLine } from './lay-out-upright-line.ts';
import {
  type LaidBox,
  type LaidParagraph,
  type LaidRow,
  type LaidStack,
  type LayoutContext,
  makeDrawing,
} from './layout-context.ts';

export function layOutBox(box: StyledBox, context: LayoutContext): LaidBox {
  switch (box.kind) {
    case 'paragraph':
      return addFrame(layOutParagraph(box, context));
    case 'stack':
      return addFrame(layOutStack(box, context));
    case 'row':
      return addFrame(layOutRow(box, context));
    case 'qr-code':
      return addFrame(layOutQrCode(box));
    case 'time-line':
      return addFrame(box.upright ? layOutUprightLine(box, context) : layOutTimeLine(box, context));
    case 'page-break':
      return makeDrawing(box.frame, 0, null, () => undefined);
  }
}

function addFrame(laid: LaidBox): LaidBox {
  const { frame, contentPt } = laid;
  const { style, outline } = frame;
  if (style.isBare && outline === undefined) return laid;
  const { padding, border, minHeightPt, alignContent } = style;
  const abovePt = padding.topPt + border.topPt;
  const edgesPt = abovePt + padding.bottomPt + border.bottomPt;
  const hasEdges = edgesPt !== 0 || padding.leftPt !== 0 || border.leftPt !== 0 || border.rightPt !== 0;
  const isLoose = minHeightPt <= contentPt && alignContent === 'top' && outline === undefined;
  if (isLoose && !hasEdges) return laid;
  const heightPt = Math.max(minHeightPt, contentPt + edgesPt);
  laid.framed = true;
  laid.heightPt = heightPt;
  if (laid.baselinePt !== null)
    laid.baselinePt = abovePt + laid.baselinePt + SHIFTS[alignContent] * (heightPt - edgesPt - contentPt);
  return laid;
}

function layOutParagraph(box: ParagraphBox, context: LayoutContext): LaidParagraph {
  const { frame, sizePt } = box;
  const { leadingPt } = box.style;
  const lines = context.lines.get(box) ?? [];
  const heightPt = lines.length * leadingPt;
  const firstPt = baselineInLine(leadingPt, sizePt);
  return {
    kind: 'paragraph',
    heightPt,
    baselinePt: lines.length > 0 ? firstPt : null,
    frame,
    framed: false,
    contentPt: heightPt,
    xPt: frame.xPt,
    topPt: 0,
    lines,
    leadingPt,
    firstPt,
  };
}

/** Children below each other; margins of neighbours collapse to the larger. */
function layOutStack({ frame, children }: StackBox, context: LayoutContext): LaidStack {
  const { leftOut } = context;
  const shown: LaidBox[] = [];
  let topPt = 0;
  let marginPt = 0;
  let baselinePt: number | null = null;
  for (const child of children) {
    const { repeat, style, marginTopPt, marginBottomPt } = child.frame;
    if (repeat === 'continued' || style.optional >= leftOut) continue;
    const laid = layOutBox(child, context);
    topPt += shown.length === 0 ? marginTopPt : Math.max(marginPt, marginTopPt);
    laid.topPt = topPt;
    if (baselinePt === null && laid.baselinePt !== null) baselinePt = topPt + laid.baselinePt;
    topPt += laid.heightPt;
    marginPt = marginBottomPt;
    shown.push(laid);
  }
  const heightPt = topPt + marginPt;
  return {
    kind: 'stack',
    heightPt,
    baselinePt,
    frame,
    framed: false,
    contentPt: heightPt,
    xPt: frame.xPt,
    topPt: 0,
    children: shown,
  };
}

function layOutRow(row: RowBox, context: LayoutContext): LaidRow {
  const { frame } = row;
  const cells = shownCells(row, context);
  const children: LaidBox[] = [];
  /** Of the first cell with text, and the lowest of the cells that are aligned by theirs. */
  let firstPt: number | null = null;
  let alignedPt: number | null = null;
  for (const { align, box } of cells) {
    const laid = layOutBox(box, context);
    children.push(laid);
    if (laid.baselinePt === null) continue;
    const baselinePt = box.frame.marginTopPt + laid.baselinePt;
    firstPt ??= baselinePt;
    if (align === 'baseline') alignedPt = alignedPt === null ? baselinePt : Math.max(alignedPt, baselinePt);
  }
  let heightPt = 0;
  for (let i = 0; i < children.length; i += 1) {
    const { align, box } = cells[i] as RowCell;
    const laid = children[i] as LaidBox;
    const { marginTopPt, marginBottomPt } = box.frame;
    if (align === 'baseline' && alignedPt !== null && laid.baselinePt !== null)
      laid.topPt = alignedPt - (marginTopPt + laid.baselinePt);
    heightPt = Math.max(heightPt, laid.topPt + marginTopPt + laid.heightPt + marginBottomPt);
  }
  return {
    kind: 'row',
    heightPt,
    baselinePt: alignedPt ?? firstPt,
    frame,
    framed: false,
    contentPt: heightPt,
    xPt: frame.xPt,
    topPt: 0,
    cells,
    children,
  };
}

function shownCells({ cells }: RowBox, { leftOut }: LayoutContext): RowCell[] {
  return leftOut === Number.POSITIVE_INFINITY
    ? cells
    : cells.filter(({ box }) => box.frame.style.optional < leftOut);
}
