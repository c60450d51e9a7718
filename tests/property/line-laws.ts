import type { Line } from '../../src/line/types.ts';
import type { Inline, ParagraphStyle, TextInline } from '../../src/style/types.ts';
import { fakeMeasure } from '../support/square-font.ts';

export const SIZE = 10;

export function text(content: string, lang: string, more: Partial<TextInline> = {}): TextInline {
  return { kind: 'text', text: content, lang, weight: 'regular', sizePt: SIZE, struct: 1, ...more };
}

export function paragraphStyle(more: Partial<ParagraphStyle> = {}): ParagraphStyle {
  return {
    measurePt: 20 * SIZE,
    leadingPt: 17,
    align: 'start',
    strictness: 'strict',
    wrap: 'normal',
    gapEm: 0.125,
    indentPt: 0,
    lang: 'zh-Hans',
    ...more,
  };
}

/** Marks of R1 to R7 that may not start a line, and of R3 that may not end one, at strict. */
export const NEVER_FIRST =
  '、。，．,.：；:;？！?!’”）〕］｝〉》」』】〙〗)]}・･‼⁇⁈⁉々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー…‥%％‰℃';
export const NEVER_LAST = '（〔［｛〈《「『【〘〖([{';

/** What is printed of a line, without its readings and dots. */
export function textOfLine(line: Line): string {
  return line.fragments
    .map((f) => (f.kind === 'text' && (f.role === 'text' || f.role === 'ruby-base') ? f.text : ''))
    .join('');
}

export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((i) => (i.kind === 'text' ? i.text : i.kind === 'ruby' ? i.parts.map((p) => p.base).join('') : ''))
    .join('');
}

/** Right edge of the visible text, from positions, advances and adjustments alone. */
export function rightEdge(line: Line): number {
  let edge = 0;
  for (const f of line.fragments) {
    if (f.kind === 'object') {
      edge = Math.max(edge, f.xPt + f.widthPt);
      continue;
    }
    if (f.role === 'emphasis') continue;
    let x = f.xPt;
    Array.from(f.text).forEach((character, i) => {
      const advance = fakeMeasure.advanceEm(f.face, character.codePointAt(0) as number);
      x += (advance + (f.adjustEm?.[i] ?? 0)) * f.sizePt;
      if (character !== ' ') edge = Math.max(edge, x);
    });
  }
  return edge;
}

/** Widest room that is put between two characters of a fragment, in em: what readers could take for a space. */
export function widestRoom(line: Line): number {
  let widest = 0;
  for (const f of line.fragments) {
    if (f.kind !== 'text' || f.adjustEm === null || f.role === 'ruby-base') continue;
    const characters = Array.from(f.text);
    f.adjustEm.forEach((em, i) => {
      if (characters[i] !== ' ' && i < characters.length - 1) widest = Math.max(widest, em);
    });
  }
  return widest;
}
