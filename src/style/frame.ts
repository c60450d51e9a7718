import { type ComputedStyle, deriveStyle, INITIAL_INHERITED, NO_SIDES } from './computed-style.ts';
import type { BoxFrame, BoxStyle, StructId } from './types.ts';

export function makeFrame(style: ComputedStyle, widthPt: number, struct: StructId): BoxFrame {
  return {
    xPt: style.marginLeftPt,
    widthPt,
    marginTopPt: style.marginTopPt,
    marginBottomPt: style.marginBottomPt,
    style: style.box ?? makeBoxStyle(style),
    keepTogether: !style.breakInside,
    repeat: style.repeat,
    struct,
  };
}

function makeBoxStyle(style: ComputedStyle): BoxStyle {
  const { padding, border, dashedBorder, minHeightPt, alignContent, optional, orphans } = style;
  const hasSides = padding !== NO_SIDES || border !== NO_SIDES;
  const box = {
    padding,
    border,
    dashedBorder,
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

/**
 * V8 copies a literal the slow way of its runtime, for good, once a field in which it has seen whole numbers only is given
 * another one: a document starts with margins of 0. So the first style and the first frame have lengths that are not whole.
 */
const fractions = {
  columnGapPt: 0.5,
  rowGapPt: 0.5,
  textIndentPt: 0.5,
  marginTopPt: 0.5,
  marginBottomPt: 0.5,
  marginLeftPt: 0.5,
  marginRightPt: 0.5,
  minHeightPt: 0.5,
};
makeFrame(Object.assign(deriveStyle(INITIAL_INHERITED), fractions), 0.5, null);
