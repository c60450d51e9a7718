import type { Paragraph } from './paragraph.ts';

/** Prefix sums over a paragraph: the width of any line in constant time. */
export interface LineSums {
  paragraph: Paragraph;
  /** Width of the cells before each cell, as set inside a line. */
  sum: Float64Array;
  /** For a line that ends before cell j: the cell after its last visible one. */
  visibleEnd: Int32Array;
}

export function sumParagraph(paragraph: Paragraph): LineSums {
  const { count, advancePt, leftPt, rightPt, gapPt, hanging, codePoints } = paragraph;
  const sum = new Float64Array(count + 1);
  const visibleEnd = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    sum[i + 1] =
      (sum[i] as number) +
      (gapPt[i] as number) +
      (advancePt[i] as number) -
      (leftPt[i] as number) -
      (rightPt[i] as number);
    const blank = hanging[i] === 1 || codePoints[i] === 0x0a;
    visibleEnd[i + 1] = blank ? (visibleEnd[i] as number) : i + 1;
  }
  return { paragraph, sum, visibleEnd };
}

/** Width of the line of cells start … end − 1, its marks cut at both edges. */
export function widthOfLine({ paragraph, sum, visibleEnd }: LineSums, start: number, end: number): number {
  const last = (visibleEnd[end] as number) - 1;
  if (last < start) return 0;
  const { gapPt, leftPt, rightPt, startPt, endPt } = paragraph;
  return (
    (sum[last + 1] as number) -
    (sum[start] as number) -
    (gapPt[start] as number) -
    ((startPt[start] as number) - (leftPt[start] as number)) -
    ((endPt[last] as number) - (rightPt[last] as number))
  );
}
