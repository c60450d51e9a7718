/**
 * In: inlines of any languages, faces bound to text, advances. Out: a Paragraph of cells with their widths.
 * Refuses to decide where lines end; where they may is filled in by `fillBreaks`, for those paragraphs that need it.
 */
import type { Inline, ParagraphStyle } from '../style/types.ts';
import { bindInlines } from './bind-inlines.ts';
import { fillSpacing } from './fill-spacing.ts';
import type { Paragraph, Run, TextRun } from './paragraph.ts';
import { fillRuby } from './ruby.ts';
import type { TextBinder, TextMeasure } from './types.ts';
import { Workspace } from './workspace.ts';

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const LINE_FEED = 0x0a;
const OBJECT = 0xfffc;

export function prepareParagraph(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
  workspace = new Workspace(),
): Paragraph {
  const { runs, problems, capacity } = bindInlines(inlines, style, binder, measure);
  const paragraph = workspace.open(runs, problems, capacity);
  let hasRuby = false;
  for (const run of runs) {
    run.start = paragraph.count;
    if (run.kind === 'text') {
      addText(paragraph, run, measure);
      if (run.ruby !== null) hasRuby = true;
    } else addCell(paragraph, run, inlines[run.inline] as Inline);
    run.end = paragraph.count;
  }
  fillSpacing(paragraph, style, measure);
  if (hasRuby) fillRuby(paragraph);
  return paragraph;
}

/** An object, a gap or a break. */
function addCell(paragraph: Paragraph, run: Run, inline: Inline): void {
  const cell = paragraph.count++;
  paragraph.advancePt[cell] = 0;
  paragraph.plain[cell] = 0;
  if (inline.kind === 'object') {
    paragraph.codePoints[cell] = OBJECT;
    paragraph.advancePt[cell] = inline.widthPt;
    if (run.kind === 'object' && run.fill) paragraph.hasFills = true;
  } else if (inline.kind === 'space') {
    paragraph.codePoints[cell] = inline.breakable ? SPACE : NO_BREAK_SPACE;
    paragraph.advancePt[cell] = inline.widthPt;
    paragraph.hanging[cell] = 1;
  } else {
    paragraph.codePoints[cell] = LINE_FEED;
    paragraph.hanging[cell] = 1;
    paragraph.hasHardBreaks = true;
  }
}

function addText(paragraph: Paragraph, { text, face, sizePt }: TextRun, measure: TextMeasure): void {
  const { codePoints, advancePt } = paragraph;
  const { length } = text;
  const start = paragraph.count;
  let end = start;
  for (let offset = 0; offset < length; end++) {
    let cp = text.charCodeAt(offset++);
    if (cp >= 0xd800 && cp < 0xe000) {
      cp = text.codePointAt(offset - 1) as number;
      if (cp > 0xffff) offset++;
    }
    codePoints[end] = cp;
  }
  paragraph.count = end;
  if (measure.fillAdvances) measure.fillAdvances(face, codePoints, start, end, sizePt, advancePt);
  else {
    for (let i = start; i < end; i++)
      advancePt[i] = measure.advanceEm(face, codePoints[i] as number) * sizePt;
  }
}
