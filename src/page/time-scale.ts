import type { ParagraphBox } from '../style/types.ts';

export interface TimeScale {
  widthPt: number;
  days: number;
  /** Left edge of a day; `after` is its right edge. */
  at(day: string): number;
  after(day: string): number;
  widthOf(lines: ParagraphBox[]): number;
}
