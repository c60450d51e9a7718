/**
 * Stage 5. In: the HTML fragment of a filled template. Out: a tree of known elements, texts with their language.
 * Refuses to decide how anything looks, and to guess: what it does not know is a Problem.
 */
import { parseFragment } from 'parse5';
import type { Checked, Problem } from '../problem.ts';
import { readTidyMarkup, type SourceElement, type SourceNode, type SourceText } from './read-tidy-markup.ts';
import type { DocumentTree, TreeElement } from './types.ts';
import { COMMON_ATTRIBUTES, type ElementRule, VOCABULARY } from './vocabulary.ts';
import { collapseWhiteSpace } from './white-space.ts';

/** Problems carry the path of elements as `path`: `section/p`. */
export function parseDocument(html: string): Checked<DocumentTree> {
  const problems: Problem[] = [];
  // What else parse5 makes of a fragment, comments and templates, has other names and is refused by them.
  const nodes = readTidyMarkup(html) ?? (parseFragment(html).childNodes as SourceNode[]);
  const root: TreeElement = {
    kind: 'element',
    name: 'section',
    lang: null,
    className: '',
    attributes: {},
    children: [],
  };
  convertChildren(nodes, root, VOCABULARY.section as ElementRule, '', problems);
  return { value: problems.some((p) => p.severity === 'error') ? null : { root }, problems };
}

function convertChildren(
  nodes: readonly SourceNode[],
  parent: TreeElement,
  parentRule: ElementRule,
  path: string,
  problems: Problem[],
): void {
  const { children, lang } = parent;
  const holdsText = parentRule.content === 'inlines';
  for (const node of nodes) {
    if (node.nodeName !== '#text') {
      // Comments and the like, which parse5 has and this markup has not.
      if ('attrs' in node) children.push(convertElement(node, parent, parentRule, path, problems));
      continue;
    }
    const text = (node as SourceText).value;
    if (holdsText) {
      if (lang === null && holdsHanOrKana(text))
        report(problems, 'text-without-language', path, { text: text.trim() });
      children.push({ kind: 'text', text, lang });
    } else if (!BLANK.test(text)) {
      report(problems, 'text-outside-paragraph', path, { text: text.trim().slice(0, 40) });
    }
  }
}

const BLANK = /^\s*$/;

/** The tables of Unicode take half a millisecond to open: only for a text that may have such a character. */
const holdsHanOrKana = (text: string): boolean =>
  /[\u2e80-\uffff]/.test(text) && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Most elements have none. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

function convertElement(
  { tagName: name, attrs, childNodes }: SourceElement,
  parent: TreeElement,
  parentRule: ElementRule,
  parentPath: string,
  problems: Problem[],
): TreeElement {
  const path = parentPath === '' ? name : `${parentPath}/${name}`;
  const rule = VOCABULARY[name];
  const element: TreeElement = {
    kind: 'element',
    name,
    lang: parent.lang,
    className: '',
    attributes: NO_ATTRIBUTES,
    children: [],
  };
  if (!rule) {
    report(problems, 'unknown-element', path, { element: name });
    return element;
  }
  const misplaced = rule.parents
    ? !rule.parents.includes(parent.name)
    : (rule.place === 'inline') !== (parentRule.content === 'inlines');
  if (misplaced) report(problems, 'misplaced-element', path, { element: name, parent: parent.name });
  for (const { name: attribute, value } of attrs) {
    if (attribute === 'lang') element.lang = value;
    else if (attribute === 'class')
      element.className = PLAIN_CLASSES.test(value) ? value : value.trim().replace(/\s+/g, ' ');
    else if (COMMON_ATTRIBUTES.includes(attribute) || rule.attributes?.includes(attribute)) {
      if (element.attributes === NO_ATTRIBUTES) element.attributes = {};
      element.attributes[attribute] = value;
    } else report(problems, 'unknown-attribute', path, { element: name, attribute });
  }
  convertChildren(childNodes, element, rule, path, problems);
  if (rule.place === 'block' && rule.content === 'inlines') collapseWhiteSpace(element);
  return element;
}

/** Nothing to tidy: the usual case. */
const PLAIN_CLASSES = /^\S+(?: \S+)*$/;

function report(problems: Problem[], code: string, path: string, values: Record<string, string>): void {
  problems.push({ severity: 'error', code, path, values });
}
