import type { TreeElement } from './types.ts';
import { unescapeText } from './unescape-text.ts';
import { type ElementRule, kindOf, ruleOf } from './vocabulary.ts';

/** A start tag and what follows from how it is written; its language is its own. */
export interface StartTag extends Pick<TreeElement, 'lang' | 'className' | 'attributes'> {
  rule: ElementRule;
  endTag: string;
  isVoid: boolean;
  /** In the source. */
  length: number;
  /** The last element in which it was found to be where it belongs. */
  foundIn: ElementRule | null;
}

const VOID = ['br', 'hr'];

const START_TAG = /<([a-z][a-z0-9-]*)((?:[ \n]+[a-z][a-z-]*(?:="[^"]*")?)*)[ \n]*>/y;
const ATTRIBUTE = /[ \n]([a-z][a-z-]*)(?:="([^"]*)")?/g;

/** Null where the tag is not tidy, or has a name or an attribute that is not in the vocabulary. */
export function readStartTag(html: string, at: number): StartTag | null {
  START_TAG.lastIndex = at;
  const match = START_TAG.exec(html);
  if (match === null) return null;
  const [{ length }, name, attributes] = match as unknown as [string, string, string];
  const rule = ruleOf(name);
  if (rule === undefined) return null;
  const tag = plainTag(rule, length);
  const given: string[] = [];
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(attributes); found; found = ATTRIBUTE.exec(attributes)) {
    const { 1: attribute = '', 2: escaped = '' } = found;
    const value = unescapeText(escaped);
    if (value === null || given.includes(attribute)) return null;
    if (!giveAttribute(tag, rule, attribute, value)) return null;
    given.push(attribute);
  }
  return tag;
}

/** Most elements have none. */
export const NO_ATTRIBUTES: TreeElement['attributes'] = {};

export const plainTag = (rule: ElementRule, length = 0): StartTag => ({
  rule,
  lang: null,
  className: '',
  attributes: NO_ATTRIBUTES,
  endTag: `</${rule.name}>`,
  isVoid: VOID.includes(rule.name),
  length,
  foundIn: null,
});

/** Nothing to tidy: the usual case. */
const PLAIN_CLASSES = /^\S+(?: \S+)*$/;

/** False where the element takes no such attribute. */
export function giveAttribute(
  to: Pick<TreeElement, 'lang' | 'className' | 'attributes'>,
  rule: ElementRule,
  name: string,
  value: string,
): boolean {
  if (name === 'lang') to.lang = value;
  else if (name === 'class') {
    to.className = PLAIN_CLASSES.test(value) ? value : value.trim().replace(/\s+/g, ' ');
  } else if (kindOf(rule, name) !== undefined) {
    if (to.attributes === NO_ATTRIBUTES) to.attributes = {};
    (to.attributes as Record<string, string>)[name] = value;
  } else return false;
  return true;
}
