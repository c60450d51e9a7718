/** What the properties of docs/template-guide.md §3 become, with first values. */
import type { DeclaredValue, SheetValue } from './sheet.ts';
import type { BoxFrame, BoxStyle, CellAlign, Column, ParagraphStyle, Sides } from './types.ts';

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

interface OwnStyle {
  display: 'stack' | 'row' | 'grid' | 'none' | 'auto';
  columns: readonly SheetValue[];
  columnGapPt: number;
  rowGapPt: number;
  columnSpan: number | 'all';
  flow: 'row' | 'column';
  verticalAlign: CellAlign;
  alignContent: BoxStyle['alignContent'];
  textIndentPt: number;
  marginTopPt: number;
  marginBottomPt: number;
  marginLeftPt: number;
  marginRightPt: number;
  padding: Sides;
  border: Sides;
  dashedBorder: boolean;
  minHeightPt: number;
  widthPt: number | null;
  breakInside: boolean;
  breakAfter: boolean;
  breakBefore: boolean;
  repeat: BoxFrame['repeat'];
  listMarker: 'none' | 'decimal' | 'disc';
  orphans: number;
  optional: number;
}

/** What a sheet declares. */
export type DeclaredStyle = InheritedStyle & OwnStyle;

export interface ComputedStyle extends InheritedStyle, OwnStyle {
  /** Made for the first box of the style. */
  box: BoxStyle | null;
  /** The last that was made for a paragraph of the style: most are as wide as the one before. */
  paragraph: ParagraphStyle | null;
  /** Its columns, as they were last: in a box so wide. */
  resolved: { widthPt: number; columns: readonly Column[] } | null;
}

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
    dashedBorder: false,
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
    resolved: null,
  };
}

/** One to four lengths, as CSS reads them: top, right, bottom, left. */
export function sides(values: readonly SheetValue[]): Sides {
  const [top = 0, right = top, bottom = top, left = right] = values.map((v) =>
    typeof v === 'number' ? v : 0,
  );
  return { topPt: top, rightPt: right, bottomPt: bottom, leftPt: left };
}

/** Gives a field of the style what a sheet declares. */
export function declare(style: ComputedStyle, field: keyof DeclaredStyle, value: DeclaredValue): void {
  if (field === 'padding' || field === 'border') style[field] = { ...style[field], ...(value as Sides) };
  else (style as unknown as Record<string, DeclaredValue>)[field] = value;
}
