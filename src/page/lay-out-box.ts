/** Heights from the bottom up. A box laid out is a block that can be put anywhere, and never breaks. */
import type { BoxFrame, RowBox, Sides, StyledBox } from '../style/types.ts';
import { drawBorders } from './draw.ts';
import { layOutParagraph } from './lay-out-paragraph.ts';
import { layOutQrCode } from './lay-out-qr-code.ts';
import { layOutTimeLine } from './lay-out-time-line.ts';
import { layOutUprightLine } from './lay-out-upright-line.ts';
import type { LaidBox, LayoutContext } from './layout-context.ts';
import type { PageItem } from './types.ts';

export function layOutBox(box: StyledBox, context: LayoutContext): LaidBox {
  return withFrame(box.frame, layOutContent(box, context), context);
}

function layOutContent(box: StyledBox, context: LayoutContext): LaidBox {
  switch (box.kind) {
    case 'paragraph':
      return layOutParagraph(box, context);
    case 'stack':
      return layOutStack(box.children, context);
    case 'row':
      return layOutRow(box, context);
    case 'qr-code':
      return layOutQrCode(box);
    case 'time-line':
      return box.upright ? layOutUprightLine(box, context) : layOutTimeLine(box, context);
    case 'page-break':
      return { heightPt: 0, baselinePt: null, emit: () => undefined };
  }
}

/** What is free goes above the content by this share. */
const SHIFTS = { top: 0, middle: 0.5, bottom: 1 };

function withFrame(frame: BoxFrame, content: LaidBox, context: LayoutContext): LaidBox {
  const { padding, border } = frame;
  // Most boxes are their content.
  if (!hasSides(padding) && !hasSides(border) && isLoose(frame, content)) return content;
  const above = padding.topPt + border.topPt;
  const left = padding.leftPt + border.leftPt;
  const edges = above + padding.bottomPt + border.bottomPt;
  const heightPt = Math.max(frame.minHeightPt, content.heightPt + edges);
  const shift = SHIFTS[frame.alignContent];
  return {
    heightPt,
    baselinePt:
      content.baselinePt === null
        ? null
        : above + content.baselinePt + shift * (heightPt - edges - content.heightPt),
    emit(out, xPt, yPt, fullPt) {
      drawBorders(out, frame, xPt, yPt, fullPt);
      const freePt = fullPt - edges - content.heightPt;
      const inner = frame.alignContent === 'top' ? fullPt - edges : content.heightPt;
      if (frame.outline) context.outline.push({ ...frame.outline, pageIndex: context.pageIndex, yPt });
      content.emit(out, xPt + left, yPt + above + shift * freePt, inner);
    },
  };
}

const hasSides = ({ topPt, rightPt, bottomPt, leftPt }: Sides): boolean =>
  topPt !== 0 || rightPt !== 0 || bottomPt !== 0 || leftPt !== 0;

const isLoose = ({ minHeightPt, alignContent, outline }: BoxFrame, { heightPt }: LaidBox): boolean =>
  minHeightPt <= heightPt && alignContent === 'top' && outline === undefined;

/** Children below each other; margins of neighbours collapse to the larger. */
function layOutStack(children: StyledBox[], context: LayoutContext): LaidBox {
  const placed: { laid: LaidBox; xPt: number; yPt: number }[] = [];
  let yPt = 0;
  let marginPt = 0;
  let baselinePt: number | null = null;
  children
    .filter((child) => child.frame.repeat !== 'continued')
    .forEach((child, index) => {
      const laid = layOutBox(child, context);
      yPt += index === 0 ? child.frame.marginTopPt : Math.max(marginPt, child.frame.marginTopPt);
      placed.push({ laid, xPt: child.frame.xPt, yPt });
      if (baselinePt === null && laid.baselinePt !== null) baselinePt = yPt + laid.baselinePt;
      yPt += laid.heightPt;
      marginPt = child.frame.marginBottomPt;
    });
  return {
    heightPt: yPt + marginPt,
    baselinePt,
    emit(out, x, y) {
      for (const { laid, xPt, yPt: top } of placed) laid.emit(out, x + xPt, y + top, laid.heightPt);
    },
  };
}

function layOutRow(row: RowBox, context: LayoutContext): LaidBox {
  const cells = row.cells.map(({ box, align }) => ({
    frame: box.frame,
    align,
    laid: layOutBox(box, context),
  }));
  const aligned = cells.filter((cell) => cell.align === 'baseline' && cell.laid.baselinePt !== null);
  const offset = (cell: (typeof cells)[number]): number =>
    cell.frame.marginTopPt + (cell.laid.baselinePt ?? 0);
  const baselinePt = aligned.length > 0 ? Math.max(...aligned.map(offset)) : null;
  const drop = (cell: (typeof cells)[number]): number =>
    cell.align === 'baseline' && baselinePt !== null && cell.laid.baselinePt !== null
      ? baselinePt - offset(cell)
      : 0;
  const tops = cells.map(drop);
  const heightPt = Math.max(
    0,
    ...cells.map(
      ({ frame, laid }, i) => (tops[i] ?? 0) + frame.marginTopPt + laid.heightPt + frame.marginBottomPt,
    ),
  );
  const first = cells.find((cell) => cell.laid.baselinePt !== null);
  return {
    heightPt,
    baselinePt: baselinePt ?? (first ? offset(first) : null),
    emit(out: PageItem[], xPt, yPt, fullPt) {
      cells.forEach(({ frame, laid, align }, i) => {
        const outer = frame.marginTopPt + laid.heightPt + frame.marginBottomPt;
        const free = fullPt - outer;
        const top = align === 'middle' ? free / 2 : align === 'bottom' ? free : (tops[i] ?? 0);
        const height = align === 'stretch' ? laid.heightPt + free : laid.heightPt;
        laid.emit(out, xPt + frame.xPt, yPt + top + frame.marginTopPt, height);
      });
    },
  };
}
