import type { Paragraph } from './paragraph.ts';

/** Prefix sums over a paragraph: the width of any line in constant time. */
export interface LineSums {
  paragraph: Paragraph;
  /** Width of the cells before each cell, as set inside a line. */
  sum: Float64Array;
  /** For a line that ends before cell j: the cell after its last visible one. */
  visibleEnd: Int32Array;
  /** The first cell, from each on, that is not just its advance beside its neighbours (spaces, cuts, gaps, controls). */
  nextOdd: Int32Array;
}

export function sumParagraph(paragraph: Paragraph): LineSums {
  const { count, advancePt, leftPt, rightPt, startPt, endPt, gapPt, hanging, plain } = paragraph;
  const { sum, visibleEnd, nextOdd } = paragraph;
  let total = 0;
  let visible = 0;
  let unmarked = 0;
  sum[0] = 0;
  visibleEnd[0] = 0;
  for (let i = 0; i < count; ) {
    if (plain[i] === 1) {
      total += advancePt[i++] as number;
      visible = i;
      sum[i] = total;
      visibleEnd[i] = i;
      continue;
    }
    const gap = gapPt[i] as number;
    const left = leftPt[i] as number;
    const right = rightPt[i] as number;
    const isBlank = hanging[i] === 1;
    const isOdd = isBlank || gap !== 0 || left !== 0 || right !== 0 || startPt[i] !== 0 || endPt[i] !== 0;
    if (isOdd) while (unmarked <= i) nextOdd[unmarked++] = i;
    total += gap + (advancePt[i] as number) - left - right;
    i++;
    if (!isBlank) visible = i;
    sum[i] = total;
    visibleEnd[i] = visible;
  }
  while (unmarked <= count) nextOdd[unmarked++] = count;
  return { paragraph, sum, visibleEnd, nextOdd };
}

/** Width of the line of cells start … end − 1, its marks cut at both edges. */
export function widthOfLine(sums: LineSums, start: number, end: number): number {
  const last = (sums.visibleEnd[end] as number) - 1;
  return last < start ? 0 : endOfLine(sums, last) - startOfLine(sums, start);
}

/** Where a line that starts with this cell starts, in the sums. */
export function startOfLine({ paragraph, sum }: LineSums, start: number): number {
  const { gapPt, leftPt, startPt } = paragraph;
  const cut = (startPt[start] as number) - (leftPt[start] as number);
  return (sum[start] as number) + (gapPt[start] as number) + cut;
}

/** Where a line whose last visible cell is this one ends, in the sums. */
export function endOfLine({ paragraph, sum }: LineSums, last: number): number {
  const { rightPt, endPt } = paragraph;
  return (sum[last + 1] as number) - ((endPt[last] as number) - (rightPt[last] as number));
}
