/**
 * Stage 6, style: boxes with every length resolved to points.
 * Widths are known here, from the top down; heights are known when lines are set, from the bottom up.
 */
import type { Weight } from '../font/types.ts';

/** BCP 47 tag: 'zh-Hans', 'ja', 'en'. */
export type Language = string;

/** Index into `StyledDocument.structure`; null is an artifact (not part of the content). */
export type StructId = number | null;

/** A node of the logical structure (ISO 32000-1 §14.7); children are ordered by first appearance on the pages. */
export interface StructNode {
  type: string;
  parent: number | null;
  lang: Language;
  /** Alternative text of a Figure or a Form, in `lang`. */
  alt?: string;
  /** Unique id, where a standard asks for one (Note) or a link needs one. */
  id?: string;
  scope?: 'Column' | 'Row';
  colSpan?: number;
  /** Numbering of an L: 'None', 'Decimal'. */
  listNumbering?: string;
}

/** Fields that never break inside, or break only where their kind allows (rules R17, R18). */
export type FieldKind = 'phone' | 'postcode' | 'date' | 'amount' | 'email' | 'serial' | 'url' | 'nowrap';

export interface TextInline {
  kind: 'text';
  text: string;
  lang: Language;
  weight: Weight;
  sizePt: number;
  struct: StructId;
  field?: FieldKind;
  /** Emphasis dots (R63): above in ja, below in zh. */
  emphasis?: boolean;
  /** Baseline shift upwards, for reference marks. */
  risePt?: number;
}

/** Ruby as a box (R56–R62): parts are base/reading pairs; one part is group ruby, several are mono or jukugo ruby. */
export interface RubyInline {
  kind: 'ruby';
  parts: { base: string; reading: string }[];
  mode: 'mono' | 'group' | 'jukugo';
  lang: Language;
  /** Language of the reading: 'ja' for furigana, 'zh-Latn-pinyin' for pinyin. */
  readingLang: Language;
  weight: Weight;
  sizePt: number;
  rubySizePt: number;
  struct: StructId;
}

/** An atomic box in a line: a check box, a writing slot, a mark. The line stage knows only its size. */
export interface ObjectInline {
  kind: 'object';
  widthPt: number;
  /** Above and below the baseline. */
  heightPt: number;
  depthPt: number;
  drawing: Drawing;
  lang: Language;
  struct: StructId;
  /** Text before it and after it may not be parted from it: 'none' leaves both sides breakable. */
  glue: 'none' | 'before' | 'after' | 'both';
  /** Takes what is left of the line (a writing line), at least `widthPt`. */
  fill?: boolean;
}

/** A fixed gap: no text, vanishes at line ends. */
export interface SpaceInline {
  kind: 'space';
  widthPt: number;
  /** Whether a line may end here. */
  breakable: boolean;
}

/** `<br>`: a mandatory break. */
export interface BreakInline {
  kind: 'break';
}

export type Inline = TextInline | RubyInline | ObjectInline | SpaceInline | BreakInline;

export interface ParagraphStyle {
  /** Width of the line. */
  measurePt: number;
  /** Distance of baselines; constant, ruby or not (R52). */
  leadingPt: number;
  align: 'start' | 'end' | 'center' | 'justify';
  strictness: 'strict' | 'normal' | 'loose';
  /** 'phrase' breaks between phrases (headings, cells, buttons); 'none' is one line, and too long a Problem. */
  wrap: 'normal' | 'phrase' | 'none';
  /** Natural Han–Latin gap in em: 0.125, or 0 in field units. */
  gapEm: number;
  /** First-line indent. */
  indentPt: number;
  /** Language of the paragraph: decides what its runs do not. */
  lang: Language;
}

/** What a drawing is; the page stage turns it into paths, the line stage never looks inside. */
export type Drawing =
  | { kind: 'check-box'; sizePt: number; checked: boolean; fieldName?: string; fieldTip?: string }
  | { kind: 'tick'; sizePt: number }
  | { kind: 'writing-line'; valueWidthPt?: number; value?: Inline[] }
  | { kind: 'confidence'; level: 'high' | 'medium' | 'low' };
