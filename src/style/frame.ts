import { type ComputedStyle, NO_SIDES } from './computed-style.ts';
import type { BoxFrame, StructId } from './types.ts';

export function makeFrame(style: ComputedStyle, widthPt: number, struct: StructId): BoxFrame {
  return {
    xPt: style.marginLeftPt,
    widthPt,
    marginTopPt: style.marginTopPt,
    marginBottomPt: style.marginBottomPt,
    padding: style.padding,
    border: style.border,
    minHeightPt: style.minHeightPt,
    keepTogether: !style.breakInside,
    keepWithNext: !style.breakAfter,
    startsPage: style.breakBefore,
    repeat: style.repeat,
    optional: style.optional,
    orphans: style.orphans,
    alignContent: style.alignContent,
    struct,
  };
}

/** Width inside borders and padding; most boxes have neither. */
export function contentWidth({ widthPt, padding, border }: BoxFrame): number {
  if (padding === NO_SIDES && border === NO_SIDES) return widthPt;
  return widthPt - padding.leftPt - padding.rightPt - border.leftPt - border.rightPt;
}
