import type { FaceId } from '../font/types.ts';
import type { Problem } from '../problem.ts';
import type { Inline, ParagraphStyle, RubyInline, TextInline } from '../style/types.ts';
import { writingSystemOf } from './language.ts';
import type { RubyPart, Run, TextRun } from './paragraph.ts';
import { emphasisDotWidth } from './place-marks.ts';
import { measureReading } from './ruby.ts';
import type { TextBinder, TextMeasure } from './types.ts';

/** The runs of a paragraph in order, and room for their cells, whose places are not known yet. */
export interface BoundInlines {
  runs: Run[];
  problems: Problem[];
  capacity: number;
}

/** Gives text its faces and turns every inline into runs. */
export function bindInlines(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
): BoundInlines {
  const bound = holdTogether([], []);
  let group = 0;
  for (let index = 0; index < inlines.length; index++) {
    const inline = inlines[index] as Inline;
    switch (inline.kind) {
      case 'text':
        addText(bound, inline, inline.text, index, null, style, binder, measure);
        continue;
      case 'ruby':
        for (const part of inline.parts) {
          const ruby = bindReading(bound, part.reading, inline, index, ++group, binder, measure);
          addText(bound, inline, part.base, index, ruby, style, binder, measure);
        }
        continue;
      case 'object': {
        const { heightPt, depthPt, drawing, lang, struct, glue } = inline;
        const fill = inline.fill ?? false;
        const system = writingSystemOf(lang);
        bound.runs.push({
          kind: 'object',
          start: 0,
          end: 0,
          heightPt,
          depthPt,
          drawing,
          lang,
          system,
          struct,
          glue,
          fill,
          inline: index,
        });
        break;
      }
      case 'space':
      case 'break':
        bound.runs.push({
          kind: 'blank',
          start: 0,
          end: 0,
          system: writingSystemOf(style.lang),
          inline: index,
        });
        break;
      case 'page-number':
        throw new Error('A page number must be replaced by text before lines are set');
    }
    bound.capacity += 1;
  }
  return bound;
}

/** The build would write a literal that is used once inside the other, which goes the slow way of V8's runtime. */
const holdTogether = (runs: Run[], problems: Problem[]): BoundInlines => ({ runs, problems, capacity: 0 });

function addText(
  bound: BoundInlines,
  inline: TextInline | RubyInline,
  whole: string,
  index: number,
  ruby: RubyPart | null,
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
): void {
  const { lang, weight } = inline;
  const around = style.lang;
  const face = whole === '' ? null : binder.onlyFace?.(whole, lang, around, weight);
  if (face) {
    addRun(bound, inline, whole, face, index, ruby, measure);
    return;
  }
  const { runs, problems } = binder.bind({ text: whole, lang, around, weight, path: '' });
  if (problems.length > 0) bound.problems.push(...problems);
  for (const run of runs) addRun(bound, inline, run.text, run.face, index, ruby, measure);
}

function addRun(
  bound: BoundInlines,
  inline: TextInline | RubyInline,
  text: string,
  face: FaceId,
  index: number,
  ruby: RubyPart | null,
  measure: TextMeasure,
): void {
  const { lang, sizePt, struct } = inline;
  const isRuby = inline.kind === 'ruby';
  const run: TextRun = {
    kind: 'text',
    start: 0,
    end: 0,
    text,
    face,
    sizePt,
    lang,
    system: writingSystemOf(lang),
    struct,
    dotPt: !isRuby && inline.emphasis ? emphasisDotWidth(face, sizePt, measure) : 0,
    field: isRuby ? null : (inline.field ?? null),
    inline: index,
    ruby,
  };
  // A list that is pushed to takes room for seventeen; most paragraphs are one run.
  if (bound.runs.length === 0) bound.runs = [run];
  else bound.runs.push(run);
  bound.capacity += text.length;
}

function bindReading(
  bound: BoundInlines,
  reading: string,
  inline: RubyInline,
  index: number,
  group: number,
  binder: TextBinder,
  measure: TextMeasure,
): RubyPart {
  const { readingLang, lang, weight, mode, rubySizePt } = inline;
  const request = { text: reading, lang: readingLang, around: lang, weight, path: '' };
  const { runs, problems } = binder.bind(request);
  bound.problems.push(...problems);
  const part: RubyPart = {
    group,
    inline: index,
    mode,
    start: 0,
    end: 0,
    reading: runs.map(({ text, face }) => ({ text, face, advancesPt: [] })),
    readingLang,
    sizePt: rubySizePt,
    readingPt: 0,
    betweenPt: 0,
  };
  measureReading(part, measure);
  return part;
}
