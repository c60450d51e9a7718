/** A bar of the time line with its labels, or with the number of those that stand below. */
import type { ParagraphBox } from '../style/types.ts';
import { DASH_PT } from './draw.ts';
import { emitParagraph } from './emit-lines.ts';
import type { LayoutContext } from './layout-context.ts';
import type { PlacedBar } from './place-bars.ts';
import { BAR_GREY, TEXT_GAP_PT } from './time-scale.ts';
import type { PageItem, PathOperator } from './types.ts';

export const BAR_PT = (7 * 72) / 25.4;
/** Between a bar's edge and the patch of a number in it. */
const PATCH_EDGE_PT = 3;

export function emitBar(
  out: PageItem[],
  { bar, leftPt, rightPt, labels, number }: PlacedBar,
  xPt: number,
  topPt: number,
  context: LayoutContext,
): void {
  const operators: PathOperator[] = [
    ['re', xPt + leftPt + 0.4, topPt + 0.4, rightPt - leftPt - 0.8, BAR_PT - 0.8],
  ];
  const stroke = { widthPt: 0.8, ...(bar.dashed ? { dashPt: DASH_PT } : {}) };
  out.push({ kind: 'path', operators, stroke, ...(bar.dashed ? {} : { fill: BAR_GREY }), struct: null });
  for (const { label, xPt: left } of labels) {
    if (number > 0) emitNumber(out, label, xPt + left, topPt, context);
    else emitCentred(out, label, xPt + left, topPt, BAR_PT, context);
  }
}

/** On a white patch, so that it is not read as the first word of the bar. */
export function emitNumber(
  out: PageItem[],
  label: ParagraphBox,
  xPt: number,
  barPt: number,
  context: LayoutContext,
): void {
  const widthPt = (context.lines.get(label)?.[0]?.widthPt ?? 0) + TEXT_GAP_PT;
  const heightPt = BAR_PT - 2 * PATCH_EDGE_PT;
  const operators: PathOperator[] = [['re', xPt - TEXT_GAP_PT / 2, barPt + PATCH_EDGE_PT, widthPt, heightPt]];
  out.push({ kind: 'path', operators, stroke: { widthPt: 0.5 }, fill: 1, struct: null });
  emitCentred(out, label, xPt, barPt, BAR_PT, context);
}

export function emitCentred(
  out: PageItem[],
  label: ParagraphBox,
  xPt: number,
  topPt: number,
  heightPt: number,
  context: LayoutContext,
): void {
  const lines = context.lines.get(label) ?? [];
  emitParagraph(out, label, lines, xPt, topPt + (heightPt - label.style.leadingPt) / 2, context);
}
