/**
 * The cascade: which declarations hold for an element. Elements with the same chain of names, classes and
 * languages share one computed style, so a hundred rows are matched once.
 */
import type { TreeElement } from '../document/types.ts';
import {
  type ComputedStyle,
  deriveStyle,
  INITIAL_INHERITED,
  INITIAL_OWN,
  PROPERTIES,
  type Setter,
} from './computed-style.ts';
import type { CompoundSelector, Sheet, SheetRule, SheetValue } from './sheet.ts';

/** A place in the tree, as far as selectors can tell places apart. */
export interface StyledPath {
  parent: StyledPath | null;
  name: string;
  classes: readonly string[];
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
  const index = indexRules(rules.map(({ rule }) => rule));
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
    enter(parent, { name, className, lang }) {
      const key = `${name}|${className}|${lang}`;
      const known = parent.children.get(key);
      if (known) return known;
      const classes = className === '' ? [] : className.split(' ');
      const style = deriveStyle(parent.style);
      const path: StyledPath = { parent, name, classes, lang, style, children: new Map() };
      for (const rule of candidates(index, name, classes)) apply(rule, path);
      parent.children.set(key, path);
      return path;
    },
  };
}

/** A rule that holds for the medium. Most rules of a sheet meet no element of a document: `set` waits for the first. */
interface IndexedRule {
  order: number;
  selector: CompoundSelector[];
  declarations: Record<string, SheetValue[]>;
  set: { property: Setter; values: SheetValue[] }[] | null;
}

/** By the first class of the element itself, else by its name, else by `*`: a rule stands under one key. */
type RuleIndex = Map<string, IndexedRule[]>;

function indexRules(sorted: readonly SheetRule[]): RuleIndex {
  const index: RuleIndex = new Map();
  sorted.forEach(({ selector, declarations }, order) => {
    const { classes, tag } = selector[selector.length - 1] as CompoundSelector;
    const key = classes[0] === undefined ? (tag ?? '*') : `.${classes[0]}`;
    const rule: IndexedRule = { order, selector, declarations, set: null };
    const rules = index.get(key);
    if (rules) rules.push(rule);
    else index.set(key, [rule]);
  });
  return index;
}

/** Rules that the element may match, in the order of the cascade. */
function candidates(index: RuleIndex, name: string, classes: readonly string[]): IndexedRule[] {
  const found = [...(index.get('*') ?? []), ...(index.get(name) ?? [])];
  for (const name of new Set(classes)) found.push(...(index.get(`.${name}`) ?? []));
  return found.sort((a, b) => a.order - b.order);
}

function apply(rule: IndexedRule, path: StyledPath): void {
  if (!matches(rule.selector, rule.selector.length - 1, path)) return;
  rule.set ??= Object.entries(rule.declarations).map(([property, values]) => {
    const setter = PROPERTIES[property];
    if (!setter) throw new Error(`the sheet uses ${property}, which is not one of its properties`);
    return { property: setter, values };
  });
  for (const { property, values } of rule.set) property(path.style, values);
}

function couldMatch({ tag, classes }: CompoundSelector, path: StyledPath): boolean {
  if (tag !== undefined && tag !== path.name) return false;
  for (const name of classes) if (!path.classes.includes(name)) return false;
  return true;
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
