/** The properties of docs/template-guide.md §3 with their types and first values. */
import type { SheetValue } from './sheet.ts';
import type { BoxFrame, BoxStyle, ParagraphStyle, Sides } from './types.ts';

/** What children take over from their parent. */
export interface InheritedStyle {
  fontSizePt: number;
  lineHeightPt: number;
  bold: boolean;
  textAlign: ParagraphStyle['align'];
  wrap: ParagraphStyle['wrap'];
  strictness: ParagraphStyle['strictness'];
  autospaceEm: number;
  boxSizePt: number;
  ruby: boolean;
}

export interface OwnStyle {
  display: 'stack' | 'row' | 'grid' | 'none' | 'auto';
  columns: readonly SheetValue[];
  columnGapPt: number;
  rowGapPt: number;
  columnSpan: number | 'all';
  flow: 'row' | 'column';
  verticalAlign: 'top' | 'middle' | 'bottom' | 'baseline' | 'stretch';
  alignContent: BoxStyle['alignContent'];
  textIndentPt: number;
  marginTopPt: number;
  marginBottomPt: number;
  marginLeftPt: number;
  marginRightPt: number;
  padding: Sides;
  border: Sides;
  minHeightPt: number;
  widthPt: number | null;
  breakInside: boolean;
  breakAfter: boolean;
  breakBefore: boolean;
  repeat: BoxFrame['repeat'];
  listMarker: 'none' | 'decimal' | 'disc';
  orphans: number;
  optional: number;
  /** Made for the first box of the style. */
  box: BoxStyle | null;
  /** The last that was made for a paragraph of the style: most are as wide as the one before. */
  paragraph: ParagraphStyle | null;
}

export type ComputedStyle = InheritedStyle & OwnStyle;

export const NO_SIDES: Sides = { topPt: 0, rightPt: 0, bottomPt: 0, leftPt: 0 };

export const INITIAL_INHERITED: InheritedStyle = {
  fontSizePt: 10.5,
  lineHeightPt: 15.75,
  bold: false,
  textAlign: 'start',
  wrap: 'normal',
  strictness: 'strict',
  autospaceEm: 0.125,
  boxSizePt: (4 * 72) / 25.4,
  ruby: true,
};

const NO_COLUMNS: readonly SheetValue[] = [];

/** What an element starts from: its parent's inherited values, and first values. In full: spreads of so many cost three to sixty times as much. */
export function deriveStyle(parent: InheritedStyle): ComputedStyle {
  return {
    fontSizePt: parent.fontSizePt,
    lineHeightPt: parent.lineHeightPt,
    bold: parent.bold,
    textAlign: parent.textAlign,
    wrap: parent.wrap,
    strictness: parent.strictness,
    autospaceEm: parent.autospaceEm,
    boxSizePt: parent.boxSizePt,
    ruby: parent.ruby,
    display: 'auto',
    columns: NO_COLUMNS,
    columnGapPt: 0,
    rowGapPt: 0,
    columnSpan: 1,
    flow: 'row',
    verticalAlign: 'top',
    alignContent: 'top',
    textIndentPt: 0,
    marginTopPt: 0,
    marginBottomPt: 0,
    marginLeftPt: 0,
    marginRightPt: 0,
    padding: NO_SIDES,
    border: NO_SIDES,
    minHeightPt: 0,
    widthPt: null,
    breakInside: true,
    breakAfter: true,
    breakBefore: false,
    repeat: 'none',
    listMarker: 'none',
    orphans: 1,
    optional: 0,
    box: null,
    paragraph: null,
  };
}

export type Setter = (style: ComputedStyle, values: SheetValue[]) => void;

const length = (values: SheetValue[]): number => (typeof values[0] === 'number' ? values[0] : 0);
const word = (values: SheetValue[]): string => (typeof values[0] === 'string' ? values[0] : '');

/** One to four lengths, as CSS reads them: top, right, bottom, left. */
export function sides(values: SheetValue[]): Sides {
  const [top = 0, right = top, bottom = top, left = right] = values.map((v) =>
    typeof v === 'number' ? v : 0,
  );
  return { topPt: top, rightPt: right, bottomPt: bottom, leftPt: left };
}

/** Every property that a sheet may use; an unknown one is an error of the sheet's writer. */
export const PROPERTIES: Readonly<Record<string, Setter>> = {
  display: (s, v) => {
    s.display = word(v) as OwnStyle['display'];
  },
  columns: (s, v) => {
    s.columns = v;
  },
  'column-gap': (s, v) => {
    s.columnGapPt = length(v);
  },
  'row-gap': (s, v) => {
    s.rowGapPt = length(v);
  },
  'column-span': (s, v) => {
    s.columnSpan = word(v) === 'all' ? 'all' : length(v);
  },
  flow: (s, v) => {
    s.flow = word(v) as OwnStyle['flow'];
  },
  'vertical-align': (s, v) => {
    s.verticalAlign = word(v) as OwnStyle['verticalAlign'];
  },
  'align-content': (s, v) => {
    s.alignContent = word(v) as OwnStyle['alignContent'];
  },
  'font-size': (s, v) => {
    s.fontSizePt = length(v);
  },
  'line-height': (s, v) => {
    s.lineHeightPt = length(v);
  },
  'font-weight': (s, v) => {
    s.bold = word(v) === 'bold';
  },
  'text-align': (s, v) => {
    s.textAlign = word(v) as InheritedStyle['textAlign'];
  },
  wrap: (s, v) => {
    s.wrap = word(v) as InheritedStyle['wrap'];
  },
  'line-break': (s, v) => {
    s.strictness = word(v) as InheritedStyle['strictness'];
  },
  autospace: (s, v) => {
    s.autospaceEm = length(v);
  },
  'box-size': (s, v) => {
    s.boxSizePt = length(v);
  },
  ruby: (s, v) => {
    s.ruby = word(v) !== 'none';
  },
  'text-indent': (s, v) => {
    s.textIndentPt = length(v);
  },
  'margin-top': (s, v) => {
    s.marginTopPt = length(v);
  },
  'margin-bottom': (s, v) => {
    s.marginBottomPt = length(v);
  },
  'margin-left': (s, v) => {
    s.marginLeftPt = length(v);
  },
  'margin-right': (s, v) => {
    s.marginRightPt = length(v);
  },
  padding: (s, v) => {
    s.padding = sides(v);
  },
  'padding-top': (s, v) => {
    s.padding = { ...s.padding, topPt: length(v) };
  },
  'padding-right': (s, v) => {
    s.padding = { ...s.padding, rightPt: length(v) };
  },
  'padding-bottom': (s, v) => {
    s.padding = { ...s.padding, bottomPt: length(v) };
  },
  'padding-left': (s, v) => {
    s.padding = { ...s.padding, leftPt: length(v) };
  },
  border: (s, v) => {
    s.border = sides(v);
  },
  'border-top': (s, v) => {
    s.border = { ...s.border, topPt: length(v) };
  },
  'border-right': (s, v) => {
    s.border = { ...s.border, rightPt: length(v) };
  },
  'border-bottom': (s, v) => {
    s.border = { ...s.border, bottomPt: length(v) };
  },
  'border-left': (s, v) => {
    s.border = { ...s.border, leftPt: length(v) };
  },
  'min-height': (s, v) => {
    s.minHeightPt = length(v);
  },
  width: (s, v) => {
    s.widthPt = length(v);
  },
  'break-inside': (s, v) => {
    s.breakInside = word(v) !== 'avoid';
  },
  'break-after': (s, v) => {
    s.breakAfter = word(v) !== 'avoid';
  },
  'break-before': (s, v) => {
    s.breakBefore = word(v) === 'page';
  },
  repeat: (s, v) => {
    s.repeat = word(v) as OwnStyle['repeat'];
  },
  optional: (s, v) => {
    s.optional = length(v);
  },
  orphans: (s, v) => {
    s.orphans = length(v);
  },
  'list-marker': (s, v) => {
    s.listMarker = word(v) as OwnStyle['listMarker'];
  },
};
