/** Stage 7, line: paragraphs set in lines. Arithmetic over advances; knows neither pages nor the PDF writer. */
import type { FaceId, FontLibrary, Kerning, Measure } from '../font/types.ts';
import type { Problem } from '../problem.ts';
import type { Drawing, Language, StructId } from '../style/types.ts';

/** What ended the line. 'hyphen' alone draws one; 'emergency' broke where no rule allows it and is reported. */
export type BreakKind = 'normal' | 'mandatory' | 'hyphen' | 'emergency' | 'end';

export interface TextFragment {
  kind: 'text';
  /** From the left edge of the measure. */
  xPt: number;
  /** Upwards from the line's baseline: ruby and marks stand above 0. */
  risePt: number;
  text: string;
  face: FaceId;
  sizePt: number;
  lang: Language;
  struct: StructId;
  /** One number a code point: what is added to its advance, in em of this fragment; null when all are 0. */
  adjustEm: number[] | null;
  role: 'text' | 'ruby-base' | 'ruby-text' | 'emphasis';
  /** Base and reading that belong together, unique in its line; 0 outside ruby. */
  rubyGroup: number;
}

export interface ObjectFragment {
  kind: 'object';
  xPt: number;
  widthPt: number;
  heightPt: number;
  depthPt: number;
  drawing: Drawing;
  lang: Language;
  struct: StructId;
}

export type Fragment = TextFragment | ObjectFragment;

export interface Line {
  /** The text in reading order, then its readings and emphasis dots, so that nothing parts a word. */
  fragments: Fragment[];
  /** Right edge of the ink box (advances), from the left edge of the measure. */
  widthPt: number;
  break: BreakKind;
}

/** Where a soft wrap, or a gap, stands is told in UTF-16 offsets or in code points as each function says. */
export interface Spacing {
  /** One a code point: 0.5 for a full-width mark that is trimmed where marks meet, else 1. */
  widthsEm: number[];
  /** Automatic CJK–Latin gaps: `before` is the index of the code point that follows. */
  gaps: { before: number; em: number }[];
}

/** What a line needs of the fonts: a library does for both. Test doubles need no more than the first of each. */
export type TextBinder = Pick<FontLibrary, 'bind'> & Partial<Pick<FontLibrary, 'onlyFace'>>;
export type TextMeasure = Measure & Partial<Kerning>;

/** A paragraph set in lines, with what could not be set as the rules ask. */
export interface BrokenParagraph {
  lines: Line[];
  problems: Problem[];
}
