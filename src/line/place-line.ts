import type { FaceId } from '../font/types.ts';
import type { Adjustment } from './adjust-line.ts';
import { isControl } from './blanks.ts';
import type { ChosenLine } from './choose-breaks.ts';
import { FragmentBuilder, makeFragment } from './fragment-builder.ts';
import { type ObjectRun, type Paragraph, type Run, runAt, type TextRun } from './paragraph.ts';
import { emphasisMark, placeReading } from './place-marks.ts';
import { SOFT_HYPHEN } from './punctuation.ts';
import type { BreakKind, Fragment, Line, TextFragment } from './types.ts';

/**
 * Cells to fragments: the x of every glyph is worked out, then told as differences from the advances. `xPt` is the left
 * edge of the first cell, `fillPt` what each `fill` object of the line gets on top of its least width.
 */
export function placeLine(
  paragraph: Paragraph,
  line: ChosenLine,
  xPt: number,
  fillPt: number,
  adjustment: Adjustment | null,
): Line {
  const { runs, visibleEnd } = paragraph;
  const { start, end } = line;
  if (paragraph.isEven && visibleEnd[end] === end && adjustment === null) {
    const run = runs[0] as Run;
    if (runs.length === 1 && run.kind === 'text' && isOneToOne(run)) {
      return placeEven(paragraph, run, line, xPt);
    }
  }
  const last = Math.max((visibleEnd[end] as number) - 1, start - 1);
  const state = new PlacedLine(paragraph, line, last, xPt, fillPt, adjustment);
  const { marks, builder } = state;
  let r = start === 0 ? 0 : runAt(paragraph, start);
  for (let i = start; i < end; r++) {
    const run = runs[r] as Run;
    if (run.kind === 'text') {
      const next = run.end < end ? run.end : end;
      placeText(state, run, i, next);
      i = next;
      continue;
    }
    builder.close();
    if (run.kind === 'object') placeObject(state, run, i);
    else {
      addSpace(builder, runs[r + 1], state.xPt);
      if (i <= last) state.xPt += paragraph.advancePt[i] as number;
    }
    i++;
  }
  builder.close();
  const { fragments } = builder;
  if (marks.length > 0) fragments.push(...marks);
  return makeLine(fragments, state.edgePt, state.kind);
}

/** Whether a run has a UTF-16 unit a cell, and neither readings nor dots. */
function isOneToOne(run: TextRun): boolean {
  return run.ruby === null && run.dotPt === 0 && run.text.length === run.end - run.start;
}

/** A line of the only run of its paragraph, in which every cell is its advance: most lines of a form. */
function placeEven(
  { sum, count }: Paragraph,
  run: TextRun,
  { start, end, kind }: ChosenLine,
  xPt: number,
): Line {
  const text = end - start === count ? run.text : run.text.slice(start, end);
  const widthPt = xPt + ((sum[end] as number) - (sum[start] as number));
  return makeLine([makeFragment(run, text, xPt, null)], widthPt, kind);
}

/** A list that is written in the literal itself makes it one that V8 copies slowly. */
const makeLine = (fragments: Fragment[], widthPt: number, kind: BreakKind): Line => ({
  fragments,
  widthPt,
  break: kind,
});

/** A line while its cells are placed. A class, since its lengths start as whole numbers, which slows literals (frame.ts). */
class PlacedLine {
  readonly paragraph: Paragraph;
  readonly start: number;
  /** The last visible cell. */
  readonly last: number;
  readonly fillPt: number;
  readonly adjustment: Adjustment | null;
  /** Readings and emphasis dots: they follow the text. */
  readonly marks: TextFragment[] = [];
  readonly builder = new FragmentBuilder();
  xPt: number;
  /** Right edge of the last visible cell. */
  edgePt: number;
  /** Left edge of the base whose reading is to come. */
  rubyPt = 0;
  kind: BreakKind;

  constructor(
    paragraph: Paragraph,
    { start, kind }: ChosenLine,
    last: number,
    xPt: number,
    fillPt: number,
    adjustment: Adjustment | null,
  ) {
    this.paragraph = paragraph;
    this.start = start;
    this.last = last;
    this.fillPt = fillPt;
    this.adjustment = adjustment;
    this.xPt = xPt;
    this.edgePt = xPt;
    this.kind = kind;
  }
}

function placeObject(state: PlacedLine, run: ObjectRun, i: number): void {
  const { advancePt, gapPt } = state.paragraph;
  if (i > state.start) state.xPt += gapPt[i] as number;
  const widthPt = (advancePt[i] as number) + (run.fill ? state.fillPt : 0);
  const { heightPt, depthPt, drawing, lang, struct } = run;
  const { xPt } = state;
  state.builder.put({ kind: 'object', xPt, widthPt, heightPt, depthPt, drawing, lang, struct });
  state.xPt += widthPt;
  state.edgePt = state.xPt;
}

/**
 * A gap or a break between two texts is a space to who copies or hears them. It stands in the gap, and what follows it
 * stands where it did: the painter makes up the rest.
 */
function addSpace(builder: FragmentBuilder, next: Run | undefined, xPt: number): void {
  const { fragments } = builder;
  const before = fragments[fragments.length - 1];
  if (next === undefined || next.kind !== 'text' || before === undefined || before.kind !== 'text') return;
  const { text, face, sizePt, lang, struct, adjustEm } = before;
  if (isBlank(text.charCodeAt(text.length - 1)) || isBlank(next.text.charCodeAt(0))) return;
  // Between an element and what it stands in, the space is of the latter: the one that was made first.
  const isOfNext = struct !== null && next.struct !== null && next.struct < struct;
  if (!isOfNext && hasSpace(face)) {
    before.text += ' ';
    if (adjustEm !== null) adjustEm.push(0);
    return;
  }
  const own = hasSpace(face) ? face : next.face;
  if (!hasSpace(own)) return;
  builder.put({
    kind: 'text',
    xPt,
    risePt: 0,
    text: ' ',
    face: own,
    sizePt,
    lang: isOfNext ? next.lang : lang,
    struct: isOfNext ? next.struct : struct,
    adjustEm: null,
    role: 'text',
    rubyGroup: 0,
  });
}

/** Faces of rare characters hold nothing else. */
const hasSpace = (face: FaceId): boolean => face !== 'sc-extended' && face !== 'jp-extended';

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x3000;

/** Cells from … end − 1, all of one run. */
function placeText(state: PlacedLine, run: TextRun, from: number, end: number): void {
  const { paragraph, builder, last } = state;
  const { sum, plain } = paragraph;
  const isEven = state.adjustment === null && isOneToOne(run);
  // A space is plain too, but no edge where it hangs.
  const visible = last < end ? last + 1 : end;
  for (let i = from; i < end; ) {
    let odd = i;
    if (isEven) while (odd < visible && plain[odd] === 1) odd++;
    if (odd > i) {
      const widthPt = (sum[odd] as number) - (sum[i] as number);
      const xPt = state.xPt;
      const rightPt = xPt + widthPt;
      builder.addEven(run, i, odd, xPt, rightPt);
      state.xPt = rightPt;
      state.edgePt = rightPt;
      i = odd;
    } else placeCell(state, run, i++);
  }
}

function placeCell(state: PlacedLine, run: TextRun, i: number): void {
  const { paragraph, start, last, adjustment } = state;
  const { endPt } = paragraph;
  let { xPt } = state;
  if (i > start) xPt += paragraph.gapPt[i] as number;
  state.xPt = xPt;
  const cp = paragraph.codePoints[i] as number;
  const hyphenates = cp === SOFT_HYPHEN && i === last && endPt[i] === 0;
  const advance = paragraph.advancePt[i] as number;
  // No control has a width but the soft hyphen.
  if ((advance === 0 || cp === SOFT_HYPHEN) && isControl(cp) && !hyphenates) return;
  if (hyphenates) state.kind = 'hyphen';
  let left = (i === start ? paragraph.startPt : paragraph.leftPt)[i] as number;
  let right = (i === last ? endPt : paragraph.rightPt)[i] as number;
  if (adjustment !== null) {
    left += adjustment.leftPt[i - start] ?? 0;
    right += adjustment.rightPt[i - start] ?? 0;
  }
  const glyphPt = xPt - left;
  state.builder.add(run, cp, glyphPt, advance, right);
  if (run.dotPt > 0) addEmphasis(state.marks, run, cp, glyphPt, advance);
  xPt += advance - left - right;
  if (i <= last) state.edgePt = xPt;
  if (adjustment !== null) xPt += adjustment.afterPt[i - start] ?? 0;
  state.xPt = xPt;
  const { ruby } = run;
  if (ruby === null) return;
  if (i === ruby.start || i === start) state.rubyPt = glyphPt;
  if (i === ruby.end - 1) {
    state.marks.push(...placeReading(run, ruby, (state.rubyPt + glyphPt + advance) / 2));
  }
}

function addEmphasis(marks: TextFragment[], run: TextRun, cp: number, glyphX: number, advance: number): void {
  const mark = emphasisMark(run, cp, glyphX, advance);
  if (mark !== null) marks.push(mark);
}
