/** Heights from the bottom up. A box laid out is a block that can be put anywhere, and never breaks. */
import type { BoxFrame, ParagraphBox, RowBox, RowCell, StackBox, StyledBox } from '../style/types.ts';
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
  let laid: LaidBox;
  switch (box.kind) {
    case 'paragraph':
      laid = layOutParagraph(box, context);
      break;
    case 'stack':
      laid = layOutStack(box, context);
      break;
    case 'row':
      laid = layOutRow(box, context);
      break;
    case 'qr-code':
      laid = layOutQrCode(box, context);
      break;
    case 'time-line':
      laid = box.upright ? layOutUprightLine(box, context) : layOutTimeLine(box, context);
      break;
    case 'page-break':
      return makeDrawing(box.frame, 0, null, () => undefined);
  }
  const { style, outline } = box.frame;
  return style.isBare && outline === undefined ? laid : addFrame(laid);
}

/** Padding, borders and a least height around the content, which may stand lower then. */
function addFrame(laid: LaidBox): LaidBox {
  const { frame, heightPt: contentPt, baselinePt } = laid;
  const { padding, border, minHeightPt, alignContent } = frame.style;
  const abovePt = padding.topPt + border.topPt;
  const edgesPt = abovePt + padding.bottomPt + border.bottomPt;
  const hasEdges = edgesPt !== 0 || padding.leftPt !== 0 || border.leftPt !== 0 || border.rightPt !== 0;
  const isLoose = minHeightPt <= contentPt && alignContent === 'top' && frame.outline === undefined;
  if (isLoose && !hasEdges) return laid;
  const heightPt = Math.max(minHeightPt, contentPt + edgesPt);
  laid.contentPt = contentPt;
  laid.heightPt = heightPt;
  if (baselinePt !== null)
    laid.baselinePt = abovePt + baselinePt + SHIFTS[alignContent] * (heightPt - edgesPt - contentPt);
  return laid;
}

function layOutParagraph(box: ParagraphBox, context: LayoutContext): LaidParagraph {
  const { frame, sizePt } = box;
  const { leadingPt } = box.style;
  const lines = context.lines.get(box) ?? [];
  const firstPt = baselineInLine(leadingPt, sizePt);
  return {
    kind: 'paragraph',
    frame,
    heightPt: lines.length * leadingPt,
    baselinePt: lines.length > 0 ? firstPt : null,
    contentPt: null,
    xPt: frame.xPt,
    topPt: frame.marginTopPt,
    lines,
    leadingPt,
    firstPt,
  };
}

function layOutStack({ frame, children }: StackBox, context: LayoutContext): LaidStack {
  const laid: LaidBox[] = [];
  for (const child of children) if (child.frame.repeat !== 'continued') laid.push(layOutBox(child, context));
  return stackUp(frame, laid);
}

/** Children below each other; margins of neighbours collapse to the larger. */
function stackUp(frame: BoxFrame, children: LaidBox[]): LaidStack {
  let topPt = 0;
  let marginPt = 0;
  let baselinePt: number | null = null;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i] as LaidBox;
    const { marginTopPt, marginBottomPt } = child.frame;
    topPt += i === 0 || marginTopPt > marginPt ? marginTopPt : marginPt;
    child.topPt = topPt;
    if (baselinePt === null && child.baselinePt !== null) baselinePt = topPt + child.baselinePt;
    topPt += child.heightPt;
    marginPt = marginBottomPt;
  }
  const heightPt = topPt + marginPt;
  return {
    kind: 'stack',
    frame,
    heightPt,
    baselinePt,
    contentPt: null,
    xPt: frame.xPt,
    topPt: frame.marginTopPt,
    children,
  };
}

function layOutRow({ frame, cells }: RowBox, context: LayoutContext): LaidRow {
  const laid: LaidBox[] = [];
  for (const { box } of cells) laid.push(layOutBox(box, context));
  return alignCells(frame, cells, laid);
}

function alignCells(frame: BoxFrame, cells: RowCell[], children: LaidBox[]): LaidRow {
  /** Of the first cell with text, and the lowest of the cells that are aligned by theirs. */
  let firstPt: number | null = null;
  let alignedPt: number | null = null;
  for (let i = 0; i < children.length; i += 1) {
    const { frame: own, baselinePt } = children[i] as LaidBox;
    if (baselinePt === null) continue;
    const belowPt = own.marginTopPt + baselinePt;
    firstPt ??= belowPt;
    if ((cells[i] as RowCell).align === 'baseline' && (alignedPt === null || belowPt > alignedPt))
      alignedPt = belowPt;
  }
  let heightPt = 0;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i] as LaidBox;
    const { baselinePt } = child;
    const { align } = cells[i] as RowCell;
    const { marginTopPt, marginBottomPt } = child.frame;
    let topPt = marginTopPt;
    if (alignedPt !== null && baselinePt !== null && align === 'baseline') topPt = alignedPt - baselinePt;
    child.topPt = topPt;
    if (align === 'hanging') continue;
    const endPt = topPt + child.heightPt + marginBottomPt;
    if (endPt > heightPt) heightPt = endPt;
  }
  return {
    kind: 'row',
    frame,
    heightPt,
    baselinePt: alignedPt ?? firstPt,
    contentPt: null,
    xPt: frame.xPt,
    topPt: frame.marginTopPt,
    cells,
    children,
  };
}

/** The same without boxes of these levels; what was around them closes up. */
export function leaveOut(laid: LaidBox, levels: ReadonlySet<number>): LaidBox {
  if (laid.kind !== 'stack' && laid.kind !== 'row') return laid;
  const { frame } = laid;
  const isKept = ({ style }: BoxFrame): boolean => !levels.has(style.optional);
  const children: LaidBox[] = [];
  for (const child of laid.children) if (isKept(child.frame)) children.push(leaveOut(child, levels));
  if (laid.kind === 'stack') return addFrame(stackUp(frame, children));
  const cells = laid.cells.filter(({ box }) => isKept(box.frame));
  return addFrame(alignCells(frame, cells, children));
}
