/**
 * The cascade: which declarations hold for an element. Elements with the same chain of names, classes and
 * languages share one computed style, so a hundred rows are matched once.
 */
import type { TreeElement } from '../document/types.ts';
import {
  type ComputedStyle,
  INITIAL_INHERITED,
  INITIAL_OWN,
  type InheritedStyle,
  PROPERTIES,
} from './computed-style.ts';
import type { CompoundSelector, Sheet, SheetRule, SheetValue } from './sheet.ts';

/** A place in the tree, as far as selectors can tell places apart. */
export interface StyledPath {
  parent: StyledPath | null;
  name: string;
  classes: string[];
  lang: string | null;
  style: ComputedStyle;
  children: Map<string, StyledPath>;
}

export type Media = Readonly<Record<string, string>>;

export interface Cascade {
  root: StyledPath;
  /** The place of a child element. */
  enter(parent: StyledPath, element: TreeElement): StyledPath;
  page: Record<string, SheetValue[]>;
}

/** Later sheets win over earlier ones where selectors weigh the same. Throws for a property that no sheet may use. */
export function openCascade(sheets: readonly Sheet[], media: Media): Cascade {
  const holds = (wanted: Record<string, string>): boolean =>
    Object.entries(wanted).every(([k, v]) => media[k] === v);
  const rules: { rule: SheetRule; order: number }[] = [];
  const page: Record<string, SheetValue[]> = {};
  for (const sheet of sheets) {
    for (const rule of sheet.rules) if (holds(rule.media)) rules.push({ rule, order: rules.length });
    for (const at of sheet.pages) if (holds(at.media)) Object.assign(page, at.declarations);
  }
  rules.sort((a, b) => a.rule.specificity - b.rule.specificity || a.order - b.order);
  const byKey = new Map<string, SheetRule[]>();
  const sorted = rules.map(({ rule }) => rule);
  const candidates = (path: StyledPath): SheetRule[] => {
    const key = `${path.name} ${path.classes.join(' ')}`;
    let found = byKey.get(key);
    if (!found) {
      found = sorted.filter((rule) =>
        couldMatch(rule.selector[rule.selector.length - 1] as CompoundSelector, path),
      );
      byKey.set(key, found);
    }
    return found;
  };
  const root: StyledPath = {
    parent: null,
    name: 'section',
    classes: [],
    lang: null,
    style: { ...INITIAL_INHERITED, ...INITIAL_OWN },
    children: new Map(),
  };
  return {
    root,
    page,
    enter(parent, element) {
      const key = `${element.name}|${element.classes.join(' ')}|${element.lang ?? ''}`;
      let path = parent.children.get(key);
      if (!path) {
        path = {
          parent,
          name: element.name,
          classes: element.classes,
          lang: element.lang,
          style: root.style,
          children: new Map(),
        };
        path.style = computeStyle(path, candidates(path));
        parent.children.set(key, path);
      }
      return path;
    },
  };
}

function computeStyle(path: StyledPath, rules: SheetRule[]): ComputedStyle {
  const style: ComputedStyle = { ...inheritedOf((path.parent as StyledPath).style), ...INITIAL_OWN };
  for (const rule of rules) {
    if (!matches(rule.selector, rule.selector.length - 1, path)) continue;
    for (const [property, values] of Object.entries(rule.declarations)) {
      const set = PROPERTIES[property];
      if (!set) throw new Error(`the sheet uses ${property}, which is not one of its properties`);
      set(style, values);
    }
  }
  return style;
}

const inheritedOf = (style: ComputedStyle): InheritedStyle => ({
  fontSizePt: style.fontSizePt,
  lineHeightPt: style.lineHeightPt,
  bold: style.bold,
  textAlign: style.textAlign,
  wrap: style.wrap,
  strictness: style.strictness,
  autospaceEm: style.autospaceEm,
  boxSizePt: style.boxSizePt,
  ruby: style.ruby,
});

function couldMatch(compound: CompoundSelector, path: StyledPath): boolean {
  return (
    (!compound.tag || compound.tag === path.name) && compound.classes.every((c) => path.classes.includes(c))
  );
}

function matches(selector: CompoundSelector[], index: number, path: StyledPath): boolean {
  const compound = selector[index] as CompoundSelector;
  if (!couldMatch(compound, path) || (compound.lang && !speaks(path.lang, compound.lang))) return false;
  if (index === 0) return true;
  for (let ancestor = path.parent; ancestor; ancestor = ancestor.parent) {
    if (matches(selector, index - 1, ancestor)) return true;
    if (compound.combinator === 'child') return false;
  }
  return false;
}

/** Selectors 4 §7.2: `:lang(zh)` holds for zh-Hans. */
const speaks = (lang: string | null, wanted: string): boolean =>
  lang === wanted || (lang?.startsWith(`${wanted}-`) ?? false);
