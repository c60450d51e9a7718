/** Stage 8, page: absolute positions. The painter decides nothing after this. Origin top left, y downwards, points. */
import type { FaceId } from '../font/types.ts';
import type { Language, StructId, StructNode } from '../style/types.ts';

export interface TextItem {
  kind: 'text';
  xPt: number;
  /** Of the baseline. */
  yPt: number;
  text: string;
  face: FaceId;
  sizePt: number;
  lang: Language;
  /** One number a code point: what is added to its advance, in em; null when all are 0. */
  adjustEm: number[] | null;
  struct: StructId;
}

/** Path operators: move, line, rectangle. */
export type PathOperator =
  | ['m', number, number]
  | ['l', number, number]
  | ['re', number, number, number, number];

export interface PathItem {
  kind: 'path';
  operators: PathOperator[];
  /** 0 black … 1 white. */
  fill?: number;
  stroke?: Stroke;
  struct: StructId;
}

export interface Stroke {
  widthPt: number;
  dashPt?: number[];
}

/** From its top left corner. */
export interface Area {
  xPt: number;
  yPt: number;
  widthPt: number;
  heightPt: number;
}

export interface LinkItem {
  kind: 'link';
  /** One a line. */
  areas: Area[];
  href: string;
  /** What the link is, for readers without sight. */
  contents: string;
  lang: Language;
  struct: number;
}

/** A check box that can be ticked on the screen (`--fillable`); its look when printed is in the same box. */
export interface CheckBoxItem {
  kind: 'check-box';
  xPt: number;
  yPt: number;
  sizePt: number;
  name: string;
  tip: string;
  checked: boolean;
  lang: Language;
  struct: number;
}

/** In reading order, but for readings, dots and links: they follow the text of their paragraph. */
export type PageItem = TextItem | PathItem | LinkItem | CheckBoxItem;

export interface Page {
  widthPt: number;
  heightPt: number;
  items: PageItem[];
}

export interface OutlineEntry {
  title: string;
  lang: Language;
  level: 1 | 2 | 3;
  pageIndex: number;
  yPt: number;
}

export interface PagedDocument {
  title: string;
  lang: Language;
  pages: Page[];
  /** The node at index i has id i; children follow the order of first use on the pages. */
  structure: StructNode[];
  outline: OutlineEntry[];
}
