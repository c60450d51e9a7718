import type { ParagraphBox } from '../style/types.ts';

/** Between a stem and its text: 1.4 mm. */
export const TEXT_GAP_PT = (1.4 * 72) / 25.4;

/** 11 % black: the one grey, always with an outline, because a copier drops it. */
export const BAR_GREY = 0.89;

export interface TimeScale {
  widthPt: number;
  days: number;
  /** Left edge of a day; `after` is its right edge. */
  at(day: string): number;
  after(day: string): number;
  widthOf(lines: ParagraphBox[]): number;
}
