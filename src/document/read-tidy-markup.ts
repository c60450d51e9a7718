/**
 * A tidy fragment is one that every reader of HTML sees alike: each element of the markup closed by its own end tag
 * where it belongs, values in double quotes, no references but those that escaping makes and decimal ones. (A table
 * may leave its body unsaid.) All of ours are tidy, and a scan reads them in a tenth of the time that parse5 needs.
 * Anything else gives null and is left to parse5, which knows what HTML makes of it:
 * tests/property/tidy-markup.test.ts holds the two together.
 */
import { VOCABULARY } from './vocabulary.ts';

/** What the document stage takes from a tree of parse5. */
export interface SourceText {
  nodeName: '#text';
  value: string;
}

export interface SourceElement {
  nodeName: string;
  tagName: string;
  attrs: { name: string; value: string }[];
  childNodes: SourceNode[];
}

export type SourceNode = SourceText | SourceElement;

const START_TAG = /<([a-z][a-z0-9-]*)((?:[ \n]+[a-z][a-z-]*(?:="[^"]*")?)*)[ \n]*>/y;
const ATTRIBUTE = /[ \n]([a-z][a-z-]*)(?:="([^"]*)")?/g;

/** HTML changes or drops them. */
const DROPPED = /[\r\0]/;
const WHITE_SPACE = /^[\t\n\f ]*$/;

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** HTML Living Standard §13.2.6.4.7: these close a `p` that is open. */
const CLOSES_P = new Set(['section', 'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'table', 'hr']);
/** Elsewhere HTML moves, drops or completes them. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  rt: ['ruby'],
  thead: ['table'],
  tbody: ['table'],
  tr: ['thead', 'tbody'],
  th: ['tr'],
  td: ['tr'],
};
/** All else is moved out of them. */
const TABLE_PARTS: Readonly<Record<string, readonly string[]>> = {
  table: ['thead', 'tbody'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
};
const HEADINGS = ['h1', 'h2', 'h3'];
const VOID = ['br', 'hr'];

export function readTidyMarkup(html: string): SourceNode[] | null {
  if (DROPPED.test(html)) return null;
  const root: SourceNode[] = [];
  const open: SourceElement[] = [];
  // The same few hundred tags come again and again.
  const known = new Map<string, StartTag>();
  let children = root;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) {
      const value = unescapeText(html.slice(at, end));
      const parent = open[open.length - 1];
      if (value === null || (parent && TABLE_PARTS[parent.tagName] && !WHITE_SPACE.test(value))) return null;
      children.push({ nodeName: '#text', value });
      if (next < 0) break;
    }
    if (html.charCodeAt(end + 1) === 0x2f) {
      const close = html.indexOf('>', end);
      const name = html.slice(end + 2, close);
      if (name === 'table' && open[open.length - 1]?.tagName === 'tbody') open.pop();
      if (close < 0 || open.pop()?.tagName !== name) return null;
      children = open[open.length - 1]?.childNodes ?? root;
      at = close + 1;
      continue;
    }
    const source = html.slice(end, html.indexOf('>', end) + 1);
    const tag = known.get(source) ?? readStartTag(html, end);
    if (tag === null) return null;
    // A value may hold a ">": such a tag is longer than its key.
    if (tag.length === source.length) known.set(source, tag);
    const { name, attrs } = tag;
    if (name === 'tr' && open[open.length - 1]?.tagName === 'table') {
      const body: SourceElement = { nodeName: 'tbody', tagName: 'tbody', attrs: [], childNodes: [] };
      children.push(body);
      open.push(body);
      children = body.childNodes;
    }
    if (!mayStand(name, open)) return null;
    const element: SourceElement = { nodeName: name, tagName: name, attrs, childNodes: [] };
    children.push(element);
    if (!VOID.includes(name)) {
      open.push(element);
      children = element.childNodes;
    }
    at = end + tag.length;
  }
  return open.length === 0 ? root : null;
}

interface StartTag {
  name: string;
  attrs: SourceElement['attrs'];
  /** In the source. */
  length: number;
}

function readStartTag(html: string, at: number): StartTag | null {
  START_TAG.lastIndex = at;
  const tag = START_TAG.exec(html);
  if (tag === null) return null;
  const [{ length }, name, attributes] = tag as unknown as [string, string, string];
  if (!Object.hasOwn(VOCABULARY, name)) return null;
  const attrs: SourceElement['attrs'] = [];
  for (const [, attribute, escaped = ''] of attributes.matchAll(ATTRIBUTE)) {
    const value = unescapeText(escaped);
    if (value === null || attrs.some((earlier) => earlier.name === attribute)) return null;
    attrs.push({ name: attribute as string, value });
  }
  return { name, attrs, length };
}

function mayStand(name: string, open: readonly SourceElement[]): boolean {
  const parent = open[open.length - 1]?.tagName ?? '';
  const parents = PARENTS[name];
  if (parents !== undefined && !parents.includes(parent)) return false;
  const parts = TABLE_PARTS[parent];
  if (parts !== undefined && !parts.includes(name)) return false;
  if (CLOSES_P.has(name) && open.some(({ tagName }) => tagName === 'p')) return false;
  if (HEADINGS.includes(name) && HEADINGS.includes(parent)) return false;
  return name !== 'a' || !open.some(({ tagName }) => tagName === 'a');
}

/** Null where a reference is not one of ours. */
function unescapeText(text: string): string | null {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(/&[^;]*;?/g, (reference) => {
    const character = REFERENCES[reference] ?? numbered(reference);
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? plain : null;
}

/** Decimal, where HTML takes the number as it is: below are controls and what it reads as windows-1252. */
function numbered(reference: string): string | undefined {
  if (!/^&#[1-9]\d{2,4};$/.test(reference)) return undefined;
  const codePoint = Number(reference.slice(2, -1));
  return codePoint >= 0xa0 && codePoint < 0xd800 ? String.fromCharCode(codePoint) : undefined;
}
