/**
 * The cascade: which declarations hold for an element. Elements with the same chain of names, classes and
 * languages share one computed style, so a hundred rows are matched once.
 */
import type { TreeElement } from '../document/types.ts';
import {
  type ComputedStyle,
  type DeclaredStyle,
  declare,
  deriveStyle,
  INITIAL_INHERITED,
} from './computed-style.ts';
import { openKinds } from './kinds.ts';
import { holdsIn, keysAround, type Media, matches, type Place } from './match-rules.ts';
import type { DeclaredValue, Sheet, SheetValue } from './sheet.ts';

export interface StyledPath extends Place {
  parent: StyledPath | null;
  style: ComputedStyle;
  /** By their classes; more with the same classes hang on the first as `next`. Null until there are any: most hold text. */
  children: Map<string, StyledPath> | null;
  next: StyledPath | null;
}

export interface Cascade {
  root: StyledPath;
  /** The place of a child element. */
  enter(parent: StyledPath, element: TreeElement): StyledPath;
  page: Record<string, SheetValue[]>;
}

/** Later sheets win over earlier ones where selectors weigh the same. */
export function openCascade(sheets: readonly Sheet[], media: Media): Cascade {
  const page: Record<string, SheetValue[]> = {};
  for (const sheet of sheets) {
    for (const at of sheet.pages) if (holdsIn(media, at.media)) Object.assign(page, at.declarations);
  }
  const kindOf = openKinds(sheets, media);
  const root: StyledPath = {
    parent: null,
    kind: kindOf('section', ''),
    lang: null,
    keys: null,
    style: deriveStyle(INITIAL_INHERITED),
    children: null,
    next: null,
  };
  return {
    root,
    page,
    enter(parent, { name, className, lang }) {
      const first = parent.children?.get(className) ?? null;
      for (let path = first; path !== null; path = path.next) {
        if (path.kind.name === name && path.lang === lang) return path;
      }
      const kind = kindOf(name, className);
      const path: StyledPath = {
        parent,
        kind,
        lang,
        keys: null,
        style: parent.style,
        children: null,
        next: first,
      };
      path.style = computeStyle(path, parent.style);
      parent.children ??= new Map();
      parent.children.set(className, path);
      return path;
    },
  };
}

function computeStyle(place: Place, parent: ComputedStyle): ComputedStyle {
  const style = deriveStyle(parent);
  const around = keysAround(place);
  for (const { rule } of place.kind.rules) {
    const { selector, within, declarations } = rule;
    if (within !== null && !around.has(within)) continue;
    if (selector !== null && !matches(selector, selector.length - 1, place)) continue;
    for (let at = 0; at < declarations.length; at += 2) {
      declare(style, declarations[at] as keyof DeclaredStyle, declarations[at + 1] as DeclaredValue);
    }
  }
  return style;
}
