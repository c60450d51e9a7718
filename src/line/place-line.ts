import type { LineSums } from './line-sums.ts';
import type { Paragraph, TextRun } from './paragraph.ts';
import { isControl } from './prepare.ts';
import type { BreakKind, Fragment, Line, TextFragment } from './types.ts';

/** Differences below this are rounding, in em. */
const EPSILON_EM = 1e-6;

/** Text of neighbouring runs is one fragment when everything that is drawn or tagged agrees. */
function joins(a: TextRun, b: TextRun): boolean {
  return (
    a === b ||
    (a.face === b.face &&
      a.sizePt === b.sizePt &&
      a.lang === b.lang &&
      a.struct === b.struct &&
      a.risePt === b.risePt)
  );
}

export interface LinePlan {
  start: number;
  end: number;
  kind: BreakKind;
  /** Left edge of the first cell. */
  xPt: number;
  /** What each `fill` object of the line gets on top of its least width. */
  fillPt: number;
}

/** Cells to fragments: the x of every glyph is worked out, then told as differences from the advances. */
export function placeLine(sums: LineSums, plan: LinePlan): Line {
  const { paragraph, visibleEnd } = sums;
  const { start, end } = plan;
  const last = Math.max((visibleEnd[end] as number) - 1, start - 1);
  const fragments: Fragment[] = [];
  const builder = new FragmentBuilder(fragments);
  let x = plan.xPt;
  let edge = x;
  for (let i = start; i < end; i++) {
    const run = paragraph.runs[paragraph.runOf[i] as number];
    if (run === undefined || run.kind === 'blank') {
      builder.close();
      if (i <= last) x += paragraph.advancePt[i] as number;
      continue;
    }
    if (i > start) x += paragraph.gapPt[i] as number;
    const advance = paragraph.advancePt[i] as number;
    if (run.kind === 'object') {
      builder.close();
      const widthPt = advance + (run.fill ? plan.fillPt : 0);
      const { heightPt, depthPt, drawing, lang, struct } = run;
      fragments.push({ kind: 'object', xPt: x, widthPt, heightPt, depthPt, drawing, lang, struct });
      x += widthPt;
      edge = x;
      continue;
    }
    const cp = paragraph.codePoints[i] as number;
    if (isControl(cp)) continue;
    const left = cutLeft(paragraph, i, start);
    const right = cutRight(paragraph, i, last);
    builder.add(run, cp, x - left, advance, right);
    x += advance - left - right;
    if (i <= last) edge = x;
  }
  builder.close();
  return { fragments, widthPt: edge, break: plan.kind };
}

function cutLeft(paragraph: Paragraph, i: number, start: number): number {
  const inside = paragraph.leftPt[i] as number;
  return i === start ? Math.max(inside, paragraph.startPt[i] as number) : inside;
}

function cutRight(paragraph: Paragraph, i: number, last: number): number {
  const inside = paragraph.rightPt[i] as number;
  return i === last ? Math.max(inside, paragraph.endPt[i] as number) : inside;
}

class FragmentBuilder {
  private readonly fragments: Fragment[];
  private run: TextRun | null = null;
  private text = '';
  private adjust: number[] = [];
  private adjusted = false;
  private xPt = 0;
  /** Where the next glyph stands if nothing is adjusted. */
  private expectedPt = 0;
  /** Right edge of the last cell as it was set. */
  private edgePt = 0;

  constructor(fragments: Fragment[]) {
    this.fragments = fragments;
  }

  add(run: TextRun, codePoint: number, glyphPt: number, advancePt: number, rightPt: number): void {
    if (this.run !== null && !joins(this.run, run)) this.close();
    if (this.run === null) {
      this.run = run;
      this.xPt = glyphPt;
    } else this.note((glyphPt - this.expectedPt) / run.sizePt);
    this.text += String.fromCodePoint(codePoint);
    this.expectedPt = glyphPt + advancePt;
    this.edgePt = this.expectedPt - rightPt;
  }

  close(): void {
    const { run } = this;
    if (run === null) return;
    this.note((this.edgePt - this.expectedPt) / run.sizePt);
    const fragment: TextFragment = {
      kind: 'text',
      xPt: this.xPt,
      risePt: run.risePt,
      text: this.text,
      face: run.face,
      sizePt: run.sizePt,
      lang: run.lang,
      struct: run.struct,
      adjustEm: this.adjusted ? this.adjust : null,
      role: 'text',
      rubyGroup: 0,
    };
    this.fragments.push(fragment);
    this.run = null;
    this.text = '';
    this.adjust = [];
    this.adjusted = false;
  }

  private note(em: number): void {
    const value = Math.abs(em) < EPSILON_EM ? 0 : em;
    if (value !== 0) this.adjusted = true;
    this.adjust.push(value);
  }
}
