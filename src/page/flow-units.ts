/**
 * The flow as a list of units, in order; a page may end between any two that do not keep together. Only columns break.
 * Linear: nothing is laid out twice.
 */
import type { Line } from '../line/types.ts';
import type { BoxFrame, ParagraphBox, StackBox, StyledBox } from '../style/types.ts';
import { drawBorders } from './draw.ts';
import { emitParagraph } from './emit-lines.ts';
import { type FlowColumns, flowColumns } from './flow-columns.ts';
import { layOutBox } from './lay-out-box.ts';
import { layOutFitting } from './lay-out-fitting.ts';
import { addBookmark, type LaidBox, type LayoutContext, makeDrawing } from './layout-context.ts';

export interface FlowUnit {
  laid: LaidBox;
  xPt: number;
  /** Distance to the unit before it; gone at the top of a page. */
  gapPt: number;
  keepWithNext: boolean;
  startsPage: boolean;
  /** Columns may end with the page and go on on the next. */
  columns?: FlowColumns;
  /** Left out where it would open a page. */
  optional: boolean;
  /** Stands as often as the page has room for it. */
  fills: boolean;
  /** What comes again at the top of a page when the break falls inside its parent. */
  heads: RepeatedHead[];
}

export interface RepeatedHead {
  laid: LaidBox;
  xPt: number;
  gapPt: number;
}

/** A page never starts with a paragraph's last line nor ends with its first (R49). */
const MIN_LINES = 2;

interface FlowState {
  units: FlowUnit[];
  marginPt: number;
  startsPage: boolean;
  context: LayoutContext;
}

export function listFlowUnits(flow: StackBox, context: LayoutContext): FlowUnit[] {
  const state: FlowState = { units: [], marginPt: 0, startsPage: false, context };
  addChildren(flow, 0, [], state);
  return state.units;
}

function addChildren(stack: StackBox, xPt: number, heads: RepeatedHead[], state: FlowState): void {
  const { children } = stack;
  const { orphans } = stack.frame.style;
  const { units } = state;
  let own = heads;
  let left = 0;
  for (const child of children) {
    const { repeat, marginBottomPt } = child.frame;
    if (repeat !== 'continued') left += 1;
    if (repeat === 'none' || repeat === 'fill') continue;
    const laid = layOutBox(child, state.context);
    own = [...own, { laid, xPt: xPt + child.frame.xPt, gapPt: marginBottomPt }];
  }
  let before = 0;
  for (const child of children) {
    const { repeat, style } = child.frame;
    if (repeat === 'continued') continue;
    const known = units.length;
    // A head does not stand above itself: it joins the heads of those that follow it.
    addBox(child, xPt, repeat === 'head' ? heads : own, state);
    before += 1;
    left -= 1;
    const isEdge = left > 0 && (before < orphans || left < orphans);
    if (units.length > known && (style.keepWithNext || isEdge))
      (units[units.length - 1] as FlowUnit).keepWithNext = true;
  }
}

function addBox(box: StyledBox, xPt: number, heads: RepeatedHead[], state: FlowState): void {
  const { frame } = box;
  if (frame.style.startsPage || box.kind === 'page-break') state.startsPage = true;
  if (box.kind === 'page-break') return;
  state.marginPt = Math.max(state.marginPt, frame.marginTopPt);
  const left = xPt + frame.xPt;
  const lines = box.kind === 'paragraph' ? (state.context.lines.get(box) ?? []) : [];
  if (box.kind === 'stack' && breaks(frame)) {
    addEdge(frame, left, heads, 'top', state);
    addChildren(box, left + frame.style.padding.leftPt, heads, state);
    addEdge(frame, left, heads, 'bottom', state);
  } else if (box.kind === 'paragraph' && lines.length > 2 * MIN_LINES - 1 && breaks(frame) && isBare(frame)) {
    addParagraph(box, lines, left, heads, state);
  } else if (box.kind === 'row' && box.filledByColumn && breaks(frame) && isBare(frame)) {
    const columns = flowColumns(box, state.context);
    addUnit(columns.laid, left, heads, state).columns = columns;
  } else {
    const unit = addUnit(layOutFitting(box, state.context), left, heads, state);
    unit.fills = frame.repeat === 'fill' && unit.laid.heightPt > 0;
    unit.optional = frame.style.optional > 0 || unit.fills;
  }
  state.marginPt = frame.marginBottomPt;
}

/** A frame with sides can't be cut in two, nor one whose content is pushed down. */
const breaks = ({ keepTogether, style: { border, minHeightPt } }: BoxFrame): boolean =>
  !keepTogether && border.leftPt === 0 && border.rightPt === 0 && minHeightPt === 0;

const isBare = ({ style: { border, padding } }: BoxFrame): boolean =>
  border.topPt + border.bottomPt + padding.topPt + padding.bottomPt === 0;

function addUnit(laid: LaidBox, xPt: number, heads: RepeatedHead[], state: FlowState): FlowUnit {
  const unit: FlowUnit = {
    laid,
    xPt,
    gapPt: state.marginPt,
    keepWithNext: false,
    startsPage: state.startsPage,
    optional: false,
    fills: false,
    heads,
  };
  state.units.push(unit);
  state.startsPage = false;
  state.marginPt = 0;
  return unit;
}

/** Border and padding above or below a stack that may break. */
function addEdge(
  frame: BoxFrame,
  xPt: number,
  heads: RepeatedHead[],
  edge: 'top' | 'bottom',
  state: FlowState,
): void {
  const { padding, dashedBorder } = frame.style;
  const { topPt, bottomPt } = frame.style.border;
  const heightPt = edge === 'top' ? topPt + padding.topPt : bottomPt + padding.bottomPt;
  if (heightPt === 0) return;
  const border = {
    topPt: edge === 'top' ? topPt : 0,
    bottomPt: edge === 'bottom' ? bottomPt : 0,
    leftPt: 0,
    rightPt: 0,
  };
  const last = state.units[state.units.length - 1];
  if (edge === 'bottom' && last) last.keepWithNext = true;
  const laid = makeDrawing(frame, heightPt, null, (out, x, y, fullPt) =>
    drawBorders(out, border, dashedBorder, x, y, frame.widthPt, fullPt),
  );
  addUnit(laid, xPt, heads, state).keepWithNext = edge === 'top';
}

/** First lines together, last lines together, each between them alone. */
function addParagraph(
  box: ParagraphBox,
  lines: Line[],
  xPt: number,
  heads: RepeatedHead[],
  state: FlowState,
): void {
  const { context } = state;
  let start = 0;
  while (start < lines.length) {
    const rest = lines.length - start;
    const count = start === 0 || rest === MIN_LINES ? MIN_LINES : 1;
    const part = lines.slice(start, start + count);
    const isFirst = start === 0;
    const laid = makeDrawing(box.frame, part.length * box.style.leadingPt, null, (out, x, y) => {
      if (isFirst && box.frame.outline) addBookmark(box.frame.outline, y, context);
      emitParagraph(out, box, part, x, y, context);
    });
    addUnit(laid, xPt + box.frame.style.padding.leftPt, heads, state);
    start += count;
  }
}
