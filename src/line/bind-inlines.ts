import type { Inline, ParagraphStyle, RubyInline, TextInline } from '../style/types.ts';
import { writingSystemOf } from './language.ts';
import type { RubyPart, Run, TextRun } from './paragraph.ts';
import { emphasisDotWidth } from './place-marks.ts';
import { measureReading } from './ruby.ts';
import type { TextBinder, TextMeasure } from './types.ts';

/** The runs of a paragraph in order, the text of each ('' where it has none), and room for their cells. */
export interface BoundInlines {
  runs: Run[];
  texts: string[];
  capacity: number;
}

/** Gives text its faces and turns every inline into runs. */
export function bindInlines(
  inlines: readonly Inline[],
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
): BoundInlines {
  const bound: BoundInlines = { runs: [], texts: [], capacity: 0 };
  const blankSystem = writingSystemOf(style.lang);
  let group = 0;
  inlines.forEach((inline, index) => {
    switch (inline.kind) {
      case 'text':
        addText(bound, inline, index, null, style, binder, measure);
        return;
      case 'ruby':
        for (const part of inline.parts) {
          const ruby = bindReading(part.reading, inline, index, ++group, binder, measure);
          addText(bound, { ...inline, kind: 'text', text: part.base }, index, ruby, style, binder, measure);
        }
        return;
      case 'object': {
        const { heightPt, depthPt, drawing, lang, struct, glue } = inline;
        const fill = inline.fill ?? false;
        const system = writingSystemOf(lang);
        bound.runs.push({
          kind: 'object',
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
        bound.runs.push({ kind: 'blank', system: blankSystem, inline: index });
        break;
      case 'page-number':
        throw new Error('A page number must be replaced by text before lines are set');
    }
    bound.texts.push('');
    bound.capacity += 1;
  });
  return bound;
}

function addText(
  bound: BoundInlines,
  inline: TextInline,
  index: number,
  ruby: RubyPart | null,
  style: ParagraphStyle,
  binder: TextBinder,
  measure: TextMeasure,
): void {
  const { lang, weight } = inline;
  const system = writingSystemOf(lang);
  for (const { text, face } of binder.bind({ text: inline.text, lang, around: style.lang, weight, path: '' })
    .runs) {
    const run: TextRun = {
      kind: 'text',
      face,
      sizePt: inline.sizePt,
      lang,
      system,
      struct: inline.struct,
      risePt: inline.risePt ?? 0,
      dotPt: inline.emphasis ? emphasisDotWidth(face, inline.sizePt, measure) : 0,
      field: inline.field ?? null,
      inline: index,
      ruby,
    };
    bound.runs.push(run);
    bound.texts.push(text);
    bound.capacity += text.length;
  }
}

function bindReading(
  reading: string,
  inline: RubyInline,
  index: number,
  group: number,
  binder: TextBinder,
  measure: TextMeasure,
): RubyPart {
  const { readingLang, lang, weight, mode, rubySizePt } = inline;
  const request = { text: reading, lang: readingLang, around: lang, weight, path: '' };
  const part: RubyPart = {
    group,
    inline: index,
    mode,
    start: 0,
    end: 0,
    reading: binder.bind(request).runs.map(({ text, face }) => ({ text, face, advancesPt: [] })),
    readingLang,
    sizePt: rubySizePt,
    readingPt: 0,
    betweenPt: 0,
  };
  measureReading(part, measure);
  return part;
}
