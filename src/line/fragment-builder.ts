import type { TextRun } from './paragraph.ts';
import type { Fragment } from './types.ts';

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
      a.risePt === b.risePt &&
      a.ruby === b.ruby)
  );
}

/** Collects glyphs into fragments; a fragment ends where the next glyph differs in face, size, language or tag. */
export class FragmentBuilder {
  private run: TextRun | null = null;
  private text = '';
  /** Glyphs so far, and what is added to their advances: null while it is nothing. */
  private count = 0;
  private adjust: number[] | null = null;
  private xPt = 0;
  /** Where the next glyph stands if nothing is adjusted. */
  private expectedPt = 0;
  /** Right edge of the last cell as it was set. */
  private edgePt = 0;

  add(
    run: TextRun,
    codePoint: number,
    glyphPt: number,
    advancePt: number,
    rightPt: number,
    fragments: Fragment[],
  ): void {
    this.open(run, glyphPt, fragments);
    this.text += String.fromCodePoint(codePoint);
    this.count++;
    this.expectedPt = glyphPt + advancePt;
    this.edgePt = this.expectedPt - rightPt;
  }

  /** Cells of a run that take their advances and no more, one UTF-16 unit each. */
  addEven(
    run: TextRun,
    from: number,
    end: number,
    glyphPt: number,
    widthPt: number,
    fragments: Fragment[],
  ): void {
    this.open(run, glyphPt, fragments);
    this.text += run.text.slice(from - run.start, end - run.start);
    const count = end - from;
    if (this.adjust !== null) for (let i = 1; i < count; i++) this.adjust.push(0);
    this.count += count;
    this.expectedPt = this.edgePt = glyphPt + widthPt;
  }

  close(fragments: Fragment[]): void {
    this.closeAt(this.edgePt, fragments);
  }

  private open(run: TextRun, glyphPt: number, fragments: Fragment[]): void {
    // The gap to a neighbour in another run belongs to the last glyph, as it does inside a run.
    if (this.run !== null && !joins(this.run, run)) this.closeAt(glyphPt, fragments);
    if (this.run === null) {
      this.run = run;
      this.xPt = glyphPt;
    } else this.note((glyphPt - this.expectedPt) / run.sizePt);
  }

  private closeAt(nextPt: number, fragments: Fragment[]): void {
    const { run } = this;
    if (run === null) return;
    this.note((nextPt - this.expectedPt) / run.sizePt);
    fragments.push({
      kind: 'text',
      xPt: this.xPt,
      risePt: run.risePt,
      text: this.text,
      face: run.face,
      sizePt: run.sizePt,
      lang: run.lang,
      struct: run.struct,
      adjustEm: this.adjust,
      role: run.ruby === null ? 'text' : 'ruby-base',
      rubyGroup: run.ruby?.group ?? 0,
    });
    this.run = null;
    this.text = '';
    this.count = 0;
    this.adjust = null;
  }

  /** What is added after the last glyph. */
  private note(em: number): void {
    const isNone = Math.abs(em) < EPSILON_EM;
    if (this.adjust === null) {
      if (isNone) return;
      this.adjust = [];
      for (let i = 1; i < this.count; i++) this.adjust.push(0);
    }
    this.adjust.push(isNone ? 0 : em);
  }
}
