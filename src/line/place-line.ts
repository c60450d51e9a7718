import type { Adjustment } from './adjust-line.ts';
import { FragmentBuilder } from './fragment-builder.ts';
import type { LineSums } from './line-sums.ts';
import type { Paragraph, RubyPart, TextRun } from './paragraph.ts';
import { emphasisMark, placeReading } from './place-marks.ts';
import { isControl } from './prepare.ts';
import { SOFT_HYPHEN } from './punctuation.ts';
import type { BreakKind, Fragment, Line, TextFragment } from './types.ts';

export interface LinePlan {
  start: number;
  end: number;
  kind: BreakKind;
  /** Left edge of the first cell. */
  xPt: number;
  /** What each `fill` object of the line gets on top of its least width. */
  fillPt: number;
  adjustment: Adjustment | null;
}

/** Cells to fragments: the x of every glyph is worked out, then told as differences from the advances. */
export function placeLine(sums: LineSums, plan: LinePlan): Line {
  const { paragraph, visibleEnd } = sums;
  const { start, end, adjustment } = plan;
  const { codePoints, runs, runOf, advancePt, gapPt, endPt } = paragraph;
  const last = Math.max((visibleEnd[end] as number) - 1, start - 1);
  const fragments: Fragment[] = [];
  const marks: TextFragment[] = [];
  const builder = new FragmentBuilder(fragments);
  let x = plan.xPt;
  let edge = x;
  let baseX = 0;
  let { kind } = plan;
  for (let i = start; i < end; i++) {
    const run = runs[runOf[i] as number];
    const advance = advancePt[i] as number;
    if (run === undefined || run.kind === 'blank') {
      builder.close();
      if (i <= last) x += advance;
      continue;
    }
    if (i > start) x += gapPt[i] as number;
    if (run.kind === 'object') {
      builder.close();
      const widthPt = advance + (run.fill ? plan.fillPt : 0);
      const { heightPt, depthPt, drawing, lang, struct } = run;
      fragments.push({ kind: 'object', xPt: x, widthPt, heightPt, depthPt, drawing, lang, struct });
      x += widthPt;
      edge = x;
      continue;
    }
    const cp = codePoints[i] as number;
    const hyphenates = cp === SOFT_HYPHEN && i === last && endPt[i] === 0;
    if (isControl(cp) && !hyphenates) continue;
    if (hyphenates) kind = 'hyphen';
    const left = cutLeft(paragraph, i, start) + (adjustment?.leftPt[i - start] ?? 0);
    const right = cutRight(paragraph, i, last) + (adjustment?.rightPt[i - start] ?? 0);
    const glyphX = x - left;
    builder.add(run, cp, glyphX, advance, right);
    if (run.dotPt > 0) addEmphasis(marks, run, cp, glyphX, advance);
    x += advance - left - right;
    if (i <= last) edge = x;
    x += adjustment?.afterPt[i - start] ?? 0;
    if (run.ruby === null) continue;
    if (i === run.ruby.start || i === start) baseX = glyphX;
    if (i === run.ruby.end - 1) closeRuby(builder, fragments, run, run.ruby, (baseX + glyphX + advance) / 2);
  }
  builder.close();
  fragments.push(...marks);
  return { fragments, widthPt: edge, break: kind };
}

function closeRuby(
  builder: FragmentBuilder,
  fragments: Fragment[],
  run: TextRun,
  ruby: RubyPart,
  middlePt: number,
): void {
  builder.close();
  fragments.push(...placeReading(run, ruby, middlePt));
}

function addEmphasis(marks: TextFragment[], run: TextRun, cp: number, glyphX: number, advance: number): void {
  const mark = emphasisMark(run, cp, glyphX, advance);
  if (mark !== null) marks.push(mark);
}

function cutLeft({ leftPt, startPt }: Paragraph, i: number, start: number): number {
  return (i === start ? startPt[i] : leftPt[i]) as number;
}

function cutRight({ rightPt, endPt }: Paragraph, i: number, last: number): number {
  return (i === last ? endPt[i] : rightPt[i]) as number;
}
