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
  /** What is told in place of a Figure, a Form or a Span, in `lang`. */
  alt?: string;
  scope?: 'Column' | 'Row';
  colSpan?: number;
  rowSpan?: number;
  /** What it holds is told in the order of the nodes, wherever it is drawn. */
  ordered?: true;
  /** Numbering of an L: 'None', 'Decimal'. */
  listNumbering?: string;
}

/** Fields that never break inside, or break only where their kind allows (rules R17, R18). */
export type FieldKind =
  | 'phone'
  | 'postcode'
  | 'date'
  | 'amount'
  | 'email'
  | 'serial'
  | 'url'
  | 'name'
  | 'nowrap';

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

/** Where a running head or foot prints a page number; replaced by text before lines are set. */
export interface PageNumberInline {
  kind: 'page-number';
  which: 'number' | 'total';
  lang: Language;
  weight: Weight;
  sizePt: number;
}

export type Inline = PageNumberInline | TextInline | RubyInline | ObjectInline | SpaceInline | BreakInline;

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
  | { kind: 'writing-line'; value?: ParagraphBox }
  | { kind: 'confidence'; level: 'high' | 'medium' | 'low' };

/** Lengths of the four sides. */
export interface Sides {
  topPt: number;
  rightPt: number;
  bottomPt: number;
  leftPt: number;
}

/** What boxes of one computed style share. Borders lie inside the box, padding inside the borders, margins outside. */
export interface BoxStyle {
  padding: Sides;
  border: Sides;
  dashedBorder: boolean;
  minHeightPt: number;
  /** Where the content stands when the box is taller than it. */
  alignContent: 'top' | 'middle' | 'bottom';
  /** Neither padding nor border, no least height, content at the top: most boxes are their content. */
  isBare: boolean;
  /** The box stays on the page of what follows. */
  keepWithNext: boolean;
  startsPage: boolean;
  /** Left out when the kept box around it is taller than the page: the highest number first; 0 always stays. */
  optional: number;
  /** So many children stay together at the start and at the end of a stack. */
  orphans: number;
}

/** Of a row or a grid, from the left edge of its content. */
export interface Column {
  xPt: number;
  widthPt: number;
}

/** What every box has. */
export interface BoxFrame {
  /** From the left edge of the parent's content. */
  xPt: number;
  /** Outer width, borders and padding included. */
  widthPt: number;
  marginTopPt: number;
  marginBottomPt: number;
  style: BoxStyle;
  /** The box stays on one page. */
  keepTogether: boolean;
  /** 'head': comes again at the top of each further page of its parent; 'continued': comes only there. */
  repeat: 'none' | 'head' | 'continued' | 'fill';
  struct: StructId;
  /** A line of the bookmarks. */
  outline?: { title: string; lang: Language; level: 1 | 2 | 3 };
}

export interface StackBox {
  kind: 'stack';
  frame: BoxFrame;
  children: StyledBox[];
}

/** A cell that hangs makes its row no taller: it stands beside the rows below too. */
export type CellAlign = 'top' | 'middle' | 'bottom' | 'baseline' | 'stretch' | 'hanging';

export interface RowCell {
  align: CellAlign;
  box: StyledBox;
}

export interface RowBox {
  kind: 'row';
  frame: BoxFrame;
  /** The cells hold one sequence, down the columns. */
  filledByColumn?: true;
  cells: RowCell[];
}

export interface ParagraphBox {
  kind: 'paragraph';
  frame: BoxFrame;
  inlines: Inline[];
  style: ParagraphStyle;
  /** Size that the first baseline is reckoned from. */
  sizePt: number;
}

export interface QrBox {
  kind: 'qr-code';
  frame: BoxFrame;
  href: string;
  sizePt: number;
}

export interface TimeLineBox {
  kind: 'time-line';
  frame: BoxFrame;
  /** Days run down instead of to the right. */
  upright: boolean;
  from: string;
  to: string;
  bars: { story: 'number' | 'money'; from: string; to: string; dashed: boolean; label: ParagraphBox[] }[];
  events: {
    story: 'number' | 'money';
    from: string;
    to: string;
    bracket: boolean;
    heavy: boolean;
    rank: number;
    /** Each one line; widths are those of the lines. */
    lines: ParagraphBox[];
  }[];
  months: { date: string; label: ParagraphBox }[];
  /** Labels of the axis' ticks and of events that found no place, by their number. */
  numbers: Map<number, ParagraphBox>;
}

export interface PageBreakBox {
  kind: 'page-break';
  frame: BoxFrame;
}

export type StyledBox = StackBox | RowBox | ParagraphBox | QrBox | TimeLineBox | PageBreakBox;

export interface PageGeometry {
  widthPt: number;
  heightPt: number;
  margin: Sides;
  /** Top edge of the running foot, from the top of the page. */
  footPt: number;
}

/** Repeated on every page, outside the flow; an artifact. */
export interface RunningBox {
  box: StyledBox;
  pages: 'all' | 'first' | 'others';
}

export interface StyledDocument {
  page: PageGeometry;
  flow: StackBox;
  /** Those of the flow. */
  paragraphs: ParagraphBox[];
  heads: RunningBox[];
  feet: RunningBox[];
  structure: StructNode[];
  /** Target of each Link node. */
  links: Map<number, { href: string; contents: string }>;
  title: string;
  /** The title in the other languages of the document. */
  otherTitles: { lang: Language; text: string }[];
  lang: Language;
}
