/**
 * A style sheet after parsing: lengths in points, selectors ready to match. The keys of an element are its name and its
 * classes (`p`, `.second`).
 */

import type { Sides } from './types.ts';

export interface CompoundSelector {
  tag?: string;
  classes: string[];
  lang?: string;
  /** How it relates to the compound on its left. */
  combinator: 'descendant' | 'child' | 'none';
}

export interface SheetRule {
  /** The rarest key that the element must have: its first class in the selector, else its name, else `*`. */
  key: string;
  /** The others. */
  also: string[];
  /** A key of the outermost ancestor that the selector asks for; null where it asks for none. */
  within: string | null;
  /** Left to right; the last compound is the element itself. Null for most: the keys say it all. */
  selector: CompoundSelector[] | null;
  /** CSS Selectors 4 §17: classes and :lang() count before elements. */
  specificity: number;
  /** Its place in the sheet. */
  order: number;
  /** Fields of the style and their values in turn: JSON makes objects of a hundred shapes slowly. */
  declarations: (string | DeclaredValue)[];
}

/** A number is a length in points, or a plain number; `{ fr }` a share of what is left. */
export type SheetValue = number | string | { fr: number };

/** Of a field of the style; of padding and border some sides. */
export type DeclaredValue = number | string | boolean | readonly SheetValue[] | Partial<Sides>;

export interface SheetPage {
  media: Record<string, string>;
  declarations: Record<string, SheetValue[]>;
}

/** The rules for one kind of print: half of a sheet is for large print or another paper, and few runs ask for it. */
export interface SheetPart {
  /** `{ paper: 'B5' }`, `{ large: 'true' }`; an empty one holds always. */
  media: Record<string, string>;
  rules: SheetRule[];
}

export interface Sheet {
  parts: SheetPart[];
  pages: SheetPage[];
}
