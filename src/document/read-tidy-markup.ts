/**
 * A tidy fragment is one that every reader of HTML sees alike and in which there is nothing to report: elements of the
 * markup where they belong, each closed by its own end tag, values in double quotes, no references but those that
 * escaping makes and decimal ones. (A table may leave its body unsaid.) All of ours are tidy, and a scan makes their
 * tree in a tenth of the time that parse5 needs. Anything else gives null and is left to read-any-markup.ts:
 * tests/property/tidy-markup.test.ts holds the two together.
 */
import { holdsHanOrKana } from './han-or-kana.ts';
import { plainTag, readStartTag, type StartTag } from './start-tag.ts';
import type { TreeElement, TreeNode, TreeText } from './types.ts';
import { unescapeText } from './unescape-text.ts';
import { type ElementRule, mayStandIn, VOCABULARY } from './vocabulary.ts';
import { isSpace, WhiteSpace } from './white-space.ts';

const ROOT = plainTag(VOCABULARY.section as ElementRule);
const TABLE_BODY = plainTag(VOCABULARY.tbody as ElementRule);
const SLASH = 0x2f;

export function readTidyMarkup(html: string): TreeElement | null {
  // HTML changes or drops them.
  if (html.includes('\r') || html.includes('\0')) return null;
  // The same few hundred tags come again and again.
  const known = new Map<string, StartTag>();
  const space = new WhiteSpace();
  const root = elementOf(ROOT, null);
  // What is open, from the root on.
  const elements = [root];
  const tags = [ROOT];
  let depth = 0;
  let at = 0;
  while (at < html.length) {
    const parent = elements[depth] as TreeElement;
    const parentTag = tags[depth] as StartTag;
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) {
      if (parentTag.rule.content === 'inlines') {
        const text = unescapeText(html.slice(at, end));
        if (text === null || (parent.lang === null && holdsHanOrKana(text))) return null;
        const node: TreeText = { kind: 'text', text, lang: parent.lang };
        space.addText(node);
        parent.children.push(node);
      } else if (!isBlank(html, at, end)) return null;
      if (next < 0) break;
    }
    if (html.charCodeAt(end + 1) === SLASH) {
      if (depth === 0) return null;
      if (html.startsWith(parentTag.endTag, end)) {
        if (parentTag.rule.place === 'inline' && parent.children.length === 0) space.addObject();
        at = end + parentTag.endTag.length;
      } else if (parentTag.rule === TABLE_BODY.rule) {
        // The end of its table ends it too.
        at = end;
      } else return null;
      depth -= 1;
      continue;
    }
    const source = html.slice(end, html.indexOf('>', end) + 1);
    let tag = known.get(source);
    if (tag === undefined) {
      const read = readStartTag(html, end);
      if (read === null) return null;
      tag = read;
      // A value may hold a ">": such a tag is longer than its key.
      if (tag.length === source.length) known.set(source, tag);
    }
    const { rule } = tag;
    if (rule.name === 'tr' && parentTag.rule.name === 'table') tag = TABLE_BODY;
    else at = end + tag.length;
    if (tag.foundIn !== parentTag.rule) {
      if (!belongsIn(tag.rule, parentTag.rule)) return null;
      tag.foundIn = parentTag.rule;
    }
    if (rule.name === 'a' && isOpen(rule, tags, depth)) return null;
    const element = elementOf(tag, parent.lang);
    parent.children.push(element);
    if (rule.place === 'block' && rule.content === 'inlines') space.startRun();
    if (tag.isVoid) continue;
    depth += 1;
    elements[depth] = element;
    tags[depth] = tag;
  }
  return depth === 0 ? root : null;
}

function elementOf({ rule, lang, className, attributes }: StartTag, outerLang: string | null): TreeElement {
  const children: TreeNode[] = [];
  return { kind: 'element', name: rule.name, lang: lang ?? outerLang, className, attributes, children };
}

/** White space as HTML has it: what else looks blank is text, which HTML moves out of a table. */
function isBlank(html: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isSpace(html.charCodeAt(at))) return false;
  return true;
}

/** HTML moves all else out of them. */
const TABLE_PARTS: Readonly<Record<string, readonly string[]>> = {
  table: ['thead', 'tbody'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
};

function belongsIn(rule: ElementRule, parent: ElementRule): boolean {
  if (parent.content === 'none' || !mayStandIn(rule, parent)) return false;
  return TABLE_PARTS[parent.name]?.includes(rule.name) ?? true;
}

/** HTML knows no link in a link. */
function isOpen(rule: ElementRule, tags: readonly StartTag[], depth: number): boolean {
  for (let at = depth; at > 0; at -= 1) if (tags[at]?.rule === rule) return true;
  return false;
}
