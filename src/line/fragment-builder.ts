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
    // The gap to a neighbour in another run belongs to the last glyph, as it does inside a run.
    if (this.run !== null && !joins(this.run, run)) this.closeAt(glyphPt);
    if (this.run === null) {
      this.run = run;
      this.xPt = glyphPt;
    } else this.note((glyphPt - this.expectedPt) / run.sizePt);
    this.text += String.fromCodePoint(codePoint);
    this.expectedPt = glyphPt + advancePt;
    this.edgePt = this.expectedPt - rightPt;
  }

  close(): void {
    this.closeAt(this.edgePt);
  }

  private closeAt(nextPt: number): void {
    const { run } = this;
    if (run === null) return;
    this.note((nextPt - this.expectedPt) / run.sizePt);
    this.fragments.push({
      kind: 'text',
      xPt: this.xPt,
      risePt: run.risePt,
      text: this.text,
      face: run.face,
      sizePt: run.sizePt,
      lang: run.lang,
      struct: run.struct,
      adjustEm: this.adjusted ? this.adjust : null,
      role: run.ruby === null ? 'text' : 'ruby-base',
      rubyGroup: run.ruby?.group ?? 0,
    });
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
