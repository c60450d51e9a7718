/** What is not tidy, or holds something to report: read as HTML reads it, and each fault a Problem. */
import { parseFragment } from 'parse5';
import type { Checked, Problem } from '../problem.ts';
import { holdsHanOrKana } from './han-or-kana.ts';
import { giveAttribute, NO_ATTRIBUTES } from './start-tag.ts';
import type { DocumentTree, TreeElement } from './types.ts';
import { DEEPEST, type ElementRule, mayStandIn, ruleOf, VOCABULARY } from './vocabulary.ts';
import { WhiteSpace } from './white-space.ts';

/** What parse5's nodes hold of interest; comments and the like have other names. */
interface SourceText {
  nodeName: '#text';
  value: string;
}

interface SourceElement {
  nodeName: string;
  tagName: string;
  attrs: { name: string; value: string }[];
  childNodes: SourceNode[];
}

type SourceNode = SourceText | SourceElement;

interface Reading {
  problems: Problem[];
  space: WhiteSpace;
  /** Elements that are open. */
  depth: number;
}

/** Problems carry the path of elements as `path`: `section/p`. */
export function readAnyMarkup(html: string): Checked<DocumentTree> {
  const root: TreeElement = {
    kind: 'element',
    name: 'section',
    lang: null,
    className: '',
    attributes: NO_ATTRIBUTES,
    children: [],
  };
  const problems: Problem[] = [];
  const reading = { problems, space: new WhiteSpace(), depth: 0 };
  const nodes = parseFragment(html).childNodes as SourceNode[];
  readChildren(nodes, root, VOCABULARY.section as ElementRule, '', reading);
  return { value: problems.length > 0 ? null : { root }, problems };
}

function readChildren(
  nodes: readonly SourceNode[],
  parent: TreeElement,
  parentRule: ElementRule,
  path: string,
  reading: Reading,
): void {
  const { children, lang } = parent;
  const holdsText = parentRule.content === 'inlines';
  for (const node of nodes) {
    if (node.nodeName !== '#text') {
      if ('attrs' in node) children.push(readElement(node, parent, parentRule, path, reading));
      continue;
    }
    const text = (node as SourceText).value;
    if (holdsText) {
      if (lang === null && holdsHanOrKana(text))
        report(reading, 'text-without-language', path, { text: text.trim() });
      const child = { kind: 'text' as const, text, lang };
      reading.space.addText(child);
      children.push(child);
    } else if (text.trim() !== '') {
      report(reading, 'text-outside-paragraph', path, { text: text.trim().slice(0, 40) });
    }
  }
}

function readElement(
  { tagName: name, attrs, childNodes }: SourceElement,
  parent: TreeElement,
  parentRule: ElementRule,
  parentPath: string,
  reading: Reading,
): TreeElement {
  const path = parentPath === '' ? name : `${parentPath}/${name}`;
  const rule = ruleOf(name);
  const element: TreeElement = {
    kind: 'element',
    name,
    lang: parent.lang,
    className: '',
    attributes: NO_ATTRIBUTES,
    children: [],
  };
  if (!rule) {
    report(reading, 'unknown-element', path, { element: name });
    return element;
  }
  if (!mayStandIn(rule, parentRule))
    report(reading, 'misplaced-element', path, { element: name, parent: parent.name });
  for (const { name: attribute, value } of attrs) {
    if (!giveAttribute(element, rule, attribute, value))
      report(reading, 'unknown-attribute', path, { element: name, attribute });
  }
  if (rule.place === 'block' && rule.content === 'inlines') reading.space.startRun();
  reading.depth += 1;
  if (reading.depth > DEEPEST) report(reading, 'markup-too-deep', path, { element: name, limit: DEEPEST });
  else readChildren(childNodes, element, rule, path, reading);
  reading.depth -= 1;
  if (rule.place === 'inline' && name !== 'br' && element.children.length === 0) reading.space.addObject();
  return element;
}

function report(
  { problems }: Reading,
  code: string,
  path: string,
  values: Record<string, string | number>,
): void {
  problems.push({ severity: 'error', code, path, values });
}
