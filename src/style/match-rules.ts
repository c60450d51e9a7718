/** Which rules of the sheets hold for an element where it stands. */
import type { CompoundSelector, SheetRule } from './sheet.ts';

export type Media = Readonly<Record<string, string>>;

/** Elements of one name and the same classes. */
export interface Kind {
  name: string;
  classes: readonly string[];
  /** Under which the sheets keep the rules for it; all elements have `*`. */
  keys: readonly string[];
  /** What may hold for it, in the order of the cascade. */
  rules: readonly RankedRule[];
  /** Of another name with the same classes. */
  next: Kind | null;
}

export interface RankedRule {
  rule: SheetRule;
  /** Among those of all sheets; the higher wins. */
  rank: number;
}

/** A place in the tree, as far as selectors can tell places apart. */
export interface Place {
  parent: Place | null;
  kind: Kind;
  lang: string | null;
  /** Keys of the place and of all around it; made when a place in it asks for them. */
  keys: ReadonlySet<string> | null;
}

/** Most rules ask for an ancestor that is not there: looked up at once, before their selectors are. */
export function keysAround({ parent }: Place): ReadonlySet<string> {
  if (parent === null) return NO_KEYS;
  if (parent.keys !== null) return parent.keys;
  const keys = new Set(keysAround(parent));
  for (const key of parent.kind.keys) keys.add(key);
  parent.keys = keys;
  return keys;
}

const NO_KEYS: ReadonlySet<string> = new Set();

export function holdsIn(media: Media, wanted: Media): boolean {
  for (const feature in wanted) if (media[feature] !== wanted[feature]) return false;
  return true;
}

/** Whether the compounds up to `index` hold, with the one at `index` for the place itself. */
export function matches(selector: readonly CompoundSelector[], index: number, place: Place): boolean {
  const compound = selector[index] as CompoundSelector;
  const { name, classes } = place.kind;
  if (compound.tag !== undefined && compound.tag !== name) return false;
  for (const wanted of compound.classes) if (!classes.includes(wanted)) return false;
  if (compound.lang !== undefined && !speaks(place.lang, compound.lang)) return false;
  if (index === 0) return true;
  for (let ancestor = place.parent; ancestor; ancestor = ancestor.parent) {
    if (matches(selector, index - 1, ancestor)) return true;
    if (compound.combinator === 'child') return false;
  }
  return false;
}

/** Selectors 4 §7.2: `:lang(zh)` holds for zh-Hans. */
const speaks = (lang: string | null, wanted: string): boolean =>
  lang === wanted || (lang?.startsWith(`${wanted}-`) ?? false);
