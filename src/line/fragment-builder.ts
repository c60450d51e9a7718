import type { TextRun } from './paragraph.ts';
import type { Fragment, TextFragment } from './types.ts';

/** Differences below this are rounding, in em. */
const EPSILON_EM = 1e-6;

/** Text of neighbouring runs is one fragment when everything that is drawn or tagged agrees. */
function joins(a: TextRun, b: TextRun): boolean {
  return (
    a.face === b.face &&
    a.sizePt === b.sizePt &&
    a.lang === b.lang &&
    a.struct === b.struct &&
    a.ruby === b.ruby
  );
}

export function makeFragment(
  run: TextRun,
  text: string,
  xPt: number,
  adjustEm: number[] | null,
): TextFragment {
  const { face, sizePt, lang, struct, ruby } = run;
  return {
    kind: 'text',
    xPt,
    risePt: 0,
    text,
    face,
    sizePt,
    lang,
    struct,
    adjustEm,
    role: ruby === null ? 'text' : 'ruby-base',
    rubyGroup: ruby === null ? 0 : ruby.group,
  };
}

/** Collects glyphs into fragments; a fragment ends where the next glyph differs in face, size, language or tag. */
export class FragmentBuilder {
  fragments: Fragment[] = [];
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

  /** A list that is pushed to takes room for seventeen; most lines are one fragment. */
  put(fragment: Fragment): void {
    if (this.fragments.length === 0) this.fragments = [fragment];
    else this.fragments.push(fragment);
  }

  add(run: TextRun, codePoint: number, glyphPt: number, advancePt: number, rightPt: number): void {
    this.open(run, glyphPt);
    // The quicker of the two, where it will do.
    this.text += codePoint > 0xffff ? String.fromCodePoint(codePoint) : String.fromCharCode(codePoint);
    this.count++;
    const expectedPt = glyphPt + advancePt;
    this.expectedPt = expectedPt;
    this.edgePt = expectedPt - rightPt;
  }

  /** Cells of a run that take their advances and no more, one UTF-16 unit each. */
  addEven(run: TextRun, from: number, end: number, glyphPt: number, rightPt: number): void {
    this.open(run, glyphPt);
    this.text += run.text.slice(from - run.start, end - run.start);
    const count = end - from;
    if (this.adjust !== null) for (let i = 1; i < count; i++) this.adjust.push(0);
    this.count += count;
    this.expectedPt = this.edgePt = rightPt;
  }

  close(): void {
    if (this.run !== null) this.closeAt(this.run, this.edgePt);
  }

  private open(run: TextRun, glyphPt: number): void {
    const before = this.run;
    // The gap to a neighbour in another run belongs to the last glyph, as it does inside a run.
    if (before !== null) {
      if (before === run || joins(before, run)) {
        this.note(glyphPt, run);
        return;
      }
      this.closeAt(before, glyphPt);
    }
    this.run = run;
    this.xPt = glyphPt;
  }

  private closeAt(run: TextRun, nextPt: number): void {
    this.note(nextPt, run);
    this.put(makeFragment(run, this.text, this.xPt, this.adjust));
    this.run = null;
    this.text = '';
    this.count = 0;
    this.adjust = null;
  }

  /** What is added after the last glyph. */
  private note(nextPt: number, run: TextRun): void {
    const addedPt = nextPt - this.expectedPt;
    if (addedPt === 0) {
      if (this.adjust !== null) this.adjust.push(0);
      return;
    }
    const em = addedPt / run.sizePt;
    const isNone = em < EPSILON_EM && em > -EPSILON_EM;
    if (this.adjust === null) {
      if (isNone) return;
      this.adjust = [];
      for (let i = 1; i < this.count; i++) this.adjust.push(0);
    }
    this.adjust.push(isNone ? 0 : em);
  }
}
