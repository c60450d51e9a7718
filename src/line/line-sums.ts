import type { Paragraph } from './paragraph.ts';

/** Prefix sums over a paragraph: the width of any line in constant time. */
export function sumParagraph(paragraph: Paragraph): void {
  const { count, advancePt, leftPt, rightPt, startPt, endPt, gapPt, hanging, plain, odd } = paragraph;
  const { sum, visibleEnd } = paragraph;
  let total = 0;
  let visible = 0;
  let oddCount = 0;
  let isEven = true;
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
    const advance = advancePt[i] as number;
    const isBlank = hanging[i] === 1;
    const isChanged = gap !== 0 || left !== 0 || right !== 0 || startPt[i] !== 0 || endPt[i] !== 0;
    if (isChanged || isBlank) odd[oddCount++] = i;
    // Of what hangs, controls have no width and are not drawn.
    if (!isChanged && (!isBlank || advance !== 0)) plain[i] = 1;
    else isEven = false;
    total += isChanged ? gap + advance - left - right : advance;
    i++;
    if (!isBlank) visible = i;
    sum[i] = total;
    visibleEnd[i] = visible;
  }
  paragraph.oddCount = oddCount;
  paragraph.isEven = isEven;
}

/** Width of the line of cells start … end − 1, its marks cut at both edges. */
export function widthOfLine(paragraph: Paragraph, start: number, end: number): number {
  const last = (paragraph.visibleEnd[end] as number) - 1;
  return last < start ? 0 : endOfLine(paragraph, last) - startOfLine(paragraph, start);
}

/** Where a line that starts with this cell starts, in the sums. */
export function startOfLine({ sum, plain, gapPt, leftPt, startPt }: Paragraph, start: number): number {
  const before = sum[start] as number;
  if (plain[start] === 1) return before;
  const cut = (startPt[start] as number) - (leftPt[start] as number);
  return before + (gapPt[start] as number) + cut;
}

/** Where a line whose last visible cell is this one ends, in the sums. */
export function endOfLine({ sum, plain, rightPt, endPt }: Paragraph, last: number): number {
  const after = sum[last + 1] as number;
  return plain[last] === 1 ? after : after - ((endPt[last] as number) - (rightPt[last] as number));
}
