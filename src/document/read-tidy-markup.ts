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
/** The usual text has none. */
const SPACE_OR_REFERENCE = /[ \n\t\f&]/;

export function readTidyMarkup(html: string): TreeElement | null {
  // HTML changes or drops them.
  if (html.includes('\r') || html.includes('\0')) return null;
  // The same few hundred tags come again and again.
  const known = new Map<string, StartTag>();
  const space = new WhiteSpace();
  // Read, in order, without a parent yet: an element takes what stands behind its start when it ends.
  const nodes: TreeNode[] = [];
  let count = 0;
  // What is open, from the root on: tags, languages, starts; and of the innermost, the parent, once more.
  const tags = [ROOT];
  const langs: (string | null)[] = [null];
  const starts = [0];
  let depth = 0;
  let parent = ROOT;
  let lang: string | null = null;
  let start = 0;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) {
      if (parent.rule.content === 'inlines') {
        const source = html.slice(at, end);
        const isPlain = !SPACE_OR_REFERENCE.test(source);
        const text = isPlain ? source : unescapeText(source);
        if (text === null || (lang === null && holdsHanOrKana(text))) return null;
        const node: TreeText = { kind: 'text', text, lang };
        if (isPlain) space.addWord(text);
        else space.addText(node);
        nodes[count] = node;
        count += 1;
      } else if (!isBlank(html, at, end)) return null;
      if (next < 0) break;
    }
    if (html.charCodeAt(end + 1) === SLASH) {
      if (depth === 0) return null;
      if (html.startsWith(parent.endTag, end)) {
        if (count === start && parent.rule.place === 'inline') space.addObject();
        at = end + parent.endTag.length;
      } else if (parent.rule === TABLE_BODY.rule) {
        // The end of its table ends it too.
        at = end;
      } else return null;
      nodes[start] = elementOf(parent, lang, nodes.slice(start, count));
      count = start + 1;
      depth -= 1;
      parent = tags[depth] as StartTag;
      lang = langs[depth] as string | null;
      start = starts[depth] as number;
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
    if (rule.name === 'tr' && parent.rule.name === 'table') tag = TABLE_BODY;
    else at = end + tag.length;
    if (tag.foundIn !== parent.rule) {
      if (!belongsIn(tag.rule, parent.rule)) return null;
      tag.foundIn = parent.rule;
    }
    if (rule.name === 'a' && isOpen(rule, tags, depth)) return null;
    if (rule.place === 'block' && rule.content === 'inlines') space.startRun();
    if (tag.isVoid) {
      nodes[count] = elementOf(tag, tag.lang ?? lang, []);
      count += 1;
      continue;
    }
    parent = tag;
    lang = tag.lang ?? lang;
    start = count;
    depth += 1;
    tags[depth] = parent;
    langs[depth] = lang;
    starts[depth] = start;
  }
  return depth === 0 ? elementOf(ROOT, null, nodes.slice(0, count)) : null;
}

function elementOf(
  { rule, className, attributes }: StartTag,
  lang: string | null,
  children: TreeNode[],
): TreeElement {
  return { kind: 'element', name: rule.name, lang, className, attributes, children };
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
