/**
 * Stage 5. In: the HTML fragment of a filled template. Out: a tree of known elements, texts with their language.
 * Refuses to decide how anything looks, and to guess: what it does not know is a Problem.
 */
import { parseFragment } from 'parse5';
import type { Checked, Problem } from '../problem.ts';
import { readTidyMarkup, type SourceElement, type SourceNode } from './read-tidy-markup.ts';
import type { DocumentTree, TreeElement, TreeNode } from './types.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from './vocabulary.ts';
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
  root.children = convertChildren(nodes, root, '', problems);
  return { value: problems.some((p) => p.severity === 'error') ? null : { root }, problems };
}

function convertChildren(
  nodes: readonly SourceNode[],
  parent: TreeElement,
  path: string,
  problems: Problem[],
): TreeNode[] {
  const holdsText = VOCABULARY[parent.name]?.content === 'inlines';
  const children: TreeNode[] = [];
  for (const node of nodes) {
    if (!('attrs' in node)) {
      if (node.nodeName !== '#text') continue;
      const text = node.value;
      if (holdsText) {
        if (parent.lang === null && HAN_OR_KANA.test(text))
          report(problems, 'text-without-language', path, { text: text.trim() });
        children.push({ kind: 'text', text, lang: parent.lang });
      } else if (text.trim() !== '') {
        report(problems, 'text-outside-paragraph', path, { text: text.trim().slice(0, 40) });
      }
    } else {
      children.push(convertElement(node, parent, path, problems));
    }
  }
  return children;
}

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function convertElement(
  node: SourceElement,
  parent: TreeElement,
  parentPath: string,
  problems: Problem[],
): TreeElement {
  const name = node.tagName;
  const path = parentPath === '' ? name : `${parentPath}/${name}`;
  const rule = VOCABULARY[name];
  const element: TreeElement = {
    kind: 'element',
    name,
    lang: parent.lang,
    className: '',
    attributes: {},
    children: [],
  };
  if (!rule) {
    report(problems, 'unknown-element', path, { element: name });
    return element;
  }
  const wantsInline = VOCABULARY[parent.name]?.content === 'inlines';
  const misplaced = rule.parents
    ? !rule.parents.includes(parent.name)
    : (rule.place === 'inline') !== wantsInline;
  if (misplaced) report(problems, 'misplaced-element', path, { element: name, parent: parent.name });
  for (const { name: attribute, value } of node.attrs) {
    if (attribute === 'lang') element.lang = value;
    else if (attribute === 'class')
      element.className = PLAIN_CLASSES.test(value) ? value : value.trim().replace(/\s+/g, ' ');
    else if (COMMON_ATTRIBUTES.includes(attribute) || rule.attributes?.includes(attribute))
      element.attributes[attribute] = value;
    else report(problems, 'unknown-attribute', path, { element: name, attribute });
  }
  element.children = convertChildren(node.childNodes, element, path, problems);
  if (rule.place === 'block' && rule.content === 'inlines') collapseWhiteSpace(element);
  return element;
}

/** Nothing to tidy: the usual case. */
const PLAIN_CLASSES = /^\S+(?: \S+)*$/;

function report(problems: Problem[], code: string, path: string, values: Record<string, string>): void {
  problems.push({ severity: 'error', code, path, values });
}
