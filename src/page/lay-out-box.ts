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
      laid = layOutQrCode(box);
      break;
    case 'time-line':
      laid = box.upright ? layOutUprightLine(box, context) : layOutTimeLine(box, context);
      break;
    case 'page-break':
      return makeDrawing(box.frame, 0, null, () => undefined);
  }
  const { style, outline } = laid.frame;
  if (!style.isBare || outline !== undefined) addFrame(laid);
  return laid;
}

/** Padding, borders and a least height around the content, which may stand lower then. */
function addFrame(laid: LaidBox): void {
  const { heightPt: contentPt, baselinePt } = laid;
  const { padding, border, minHeightPt, alignContent } = laid.frame.style;
  const abovePt = padding.topPt + border.topPt;
  const edgesPt = abovePt + padding.bottomPt + border.bottomPt;
  const heightPt = Math.max(minHeightPt, contentPt + edgesPt);
  laid.contentPt = contentPt;
  laid.heightPt = heightPt;
  if (baselinePt !== null)
    laid.baselinePt = abovePt + baselinePt + SHIFTS[alignContent] * (heightPt - edgesPt - contentPt);
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
    topPt: 0,
    lines,
    leadingPt,
    firstPt,
  };
}

function layOutStack({ frame, children: boxes }: StackBox, context: LayoutContext): LaidStack {
  const children: LaidBox[] = [];
  for (const box of boxes) if (box.frame.repeat !== 'continued') children.push(layOutBox(box, context));
  const laid: LaidStack = {
    kind: 'stack',
    frame,
    heightPt: 0,
    baselinePt: null,
    contentPt: null,
    topPt: 0,
    children,
  };
  stackUp(laid);
  return laid;
}

/** Children below each other; margins of neighbours collapse to the larger. */
function stackUp(laid: LaidStack): void {
  let topPt = 0;
  let marginPt = 0;
  let baselinePt: number | null = null;
  const { children } = laid;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i] as LaidBox;
    const { marginTopPt, marginBottomPt } = child.frame;
    topPt += i === 0 || marginTopPt > marginPt ? marginTopPt : marginPt;
    child.topPt = topPt;
    if (baselinePt === null && child.baselinePt !== null) baselinePt = topPt + child.baselinePt;
    topPt += child.heightPt;
    marginPt = marginBottomPt;
  }
  laid.heightPt = topPt + marginPt;
  laid.baselinePt = baselinePt;
}

function layOutRow({ frame, cells }: RowBox, context: LayoutContext): LaidRow {
  const children: LaidBox[] = [];
  for (const { box } of cells) children.push(layOutBox(box, context));
  const laid: LaidRow = {
    kind: 'row',
    frame,
    heightPt: 0,
    baselinePt: null,
    contentPt: null,
    topPt: 0,
    cells,
    children,
  };
  alignCells(laid);
  return laid;
}

function alignCells(laid: LaidRow): void {
  const { cells, children } = laid;
  /** Of the first cell with text, and the lowest of the cells that are aligned by theirs. */
  let firstPt: number | null = null;
  let alignedPt: number | null = null;
  for (let i = 0; i < children.length; i += 1) {
    const { frame, baselinePt } = children[i] as LaidBox;
    if (baselinePt === null) continue;
    const belowPt = frame.marginTopPt + baselinePt;
    firstPt ??= belowPt;
    if ((cells[i] as RowCell).align === 'baseline' && (alignedPt === null || belowPt > alignedPt))
      alignedPt = belowPt;
  }
  let heightPt = 0;
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i] as LaidBox;
    const { marginTopPt, marginBottomPt } = child.frame;
    let topPt = 0;
    if (alignedPt !== null && child.baselinePt !== null && (cells[i] as RowCell).align === 'baseline')
      topPt = alignedPt - (marginTopPt + child.baselinePt);
    child.topPt = topPt;
    const endPt = topPt + marginTopPt + child.heightPt + marginBottomPt;
    if (endPt > heightPt) heightPt = endPt;
  }
  laid.heightPt = heightPt;
  laid.baselinePt = alignedPt ?? firstPt;
}

/** Takes boxes of this level and above out of one laid out, which closes up; tells whether there were any. */
export function leaveOut(laid: LaidBox, level: number): boolean {
  if (laid.kind !== 'stack' && laid.kind !== 'row') return false;
  const isKept = ({ frame }: { frame: BoxFrame }): boolean => frame.style.optional < level;
  const kept = laid.children.filter(isKept);
  let isLess = kept.length < laid.children.length;
  for (const child of kept) if (leaveOut(child, level)) isLess = true;
  if (!isLess) return false;
  laid.children = kept;
  if (laid.kind === 'row') {
    laid.cells = laid.cells.filter(({ box }) => isKept(box));
    alignCells(laid);
  } else stackUp(laid);
  if (laid.contentPt !== null) addFrame(laid);
  return true;
}
