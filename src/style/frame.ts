import { type ComputedStyle, NO_SIDES } from './computed-style.ts';
import type { BoxFrame, BoxStyle, StructId } from './types.ts';

export function makeFrame(style: ComputedStyle, widthPt: number, struct: StructId): BoxFrame {
  return {
    xPt: style.marginLeftPt,
    widthPt,
    marginTopPt: style.marginTopPt,
    marginBottomPt: style.marginBottomPt,
    style: boxStyleOf(style),
    keepTogether: !style.breakInside,
    repeat: style.repeat,
    struct,
  };
}

function boxStyleOf(style: ComputedStyle): BoxStyle {
  if (style.box !== null) return style.box;
  const { padding, border, minHeightPt, alignContent, optional, orphans } = style;
  const hasSides = padding !== NO_SIDES || border !== NO_SIDES;
  const box = {
    padding,
    border,
    minHeightPt,
    alignContent,
    isBare: !hasSides && minHeightPt === 0 && alignContent === 'top',
    keepWithNext: !style.breakAfter,
    startsPage: style.breakBefore,
    optional,
    orphans,
  };
  style.box = box;
  return box;
}

/** Width inside borders and padding. */
export function contentWidth({ widthPt, style }: BoxFrame): number {
  if (style.isBare) return widthPt;
  const { padding, border } = style;
  return widthPt - padding.leftPt - padding.rightPt - border.leftPt - border.rightPt;
}
