/**
 * In: the flattened templates. Out: their sentences. Neighbours of two languages make a pair; a condition between
 * them parts them; choices inside a sentence are shown as ［this｜that］.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { MARK } from './flatten-template.ts';
import { guessLanguage, hasWriting } from './languages.ts';
import type { Piece, Sentence } from './read-sentences.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Written = Record<'zh' | 'ja', Piece[]>;

const INLINE = new Set(
  'strong em small span br a ruby rt fill-in check-box confidence-mark page-number page-total'.split(' '),
);
/** Attributes that a reader hears. */
const SPOKEN = ['alt', 'tip'];

export function readFragments(templates: ReadonlyMap<string, string>): Map<string, Sentence[]> {
  const callers = new Map<string, string>();
  for (const [path, html] of templates) noteCalls(parseFragment(html).childNodes, null, path, callers);
  return new Map(
    [...templates].map(([path, html]) => [path, readOne(path, html, callers.get(path) ?? null)]),
  );
}

/** A partial without a language of its own speaks that of the place which calls it. */
function noteCalls(
  nodes: readonly Node[],
  lang: string | null,
  path: string,
  callers: Map<string, string>,
): void {
  const document = path.split('/')[0];
  for (const node of nodes) {
    if (isElement(node)) noteCalls(node.childNodes, langOf(node) ?? lang, path, callers);
    else if ('value' in node && lang)
      for (const [, name] of node.value.matchAll(CALL))
        for (const callee of [`${document}/${name}.hbs`, `${name}.hbs`]) callers.set(callee, lang);
  }
}

const CALL = new RegExp(`${MARK.partial}(.*?)${MARK.partialEnd}`, 'gu');

function readOne(path: string, html: string, outer: string | null): Sentence[] {
  const sentences: Sentence[] = [];
  let pending: Written[] = [];
  let parent: Element | null = null;
  const flush = () => {
    const zh = pending.map((part) => part.zh).filter((pieces) => pieces.length > 0);
    const ja = pending.map((part) => part.ja).filter((pieces) => pieces.length > 0);
    if (zh.length > 0 || ja.length > 0) sentences.push({ id: `${path}#${sentences.length + 1}`, zh, ja });
    pending = [];
  };
  /** One language follows the other once; a second turn, or another parent in the same language, is a new pair. */
  const add = (part: Written, from: Element | null) => {
    const last = pending.at(-1);
    const closed =
      pending.some((before) => before.zh.length > 0) && pending.some((before) => before.ja.length > 0);
    const same = last && last.zh.length > 0 === part.zh.length > 0;
    const both = part.zh.length > 0 && part.ja.length > 0;
    if (both || (closed && !same) || (same && from !== parent)) flush();
    pending.push(part);
    parent = from;
    if (both) flush();
  };
  const visit = (nodes: readonly Node[], lang: string | null, from: Element | null): void => {
    if (isSentence(nodes)) {
      const part: Written = { zh: [], ja: [] };
      collect(nodes, lang ?? outer, part);
      const kept = { zh: tidy(part.zh), ja: tidy(part.ja) };
      if (kept.zh.length > 0 || kept.ja.length > 0) add(kept, from);
      return;
    }
    for (const node of nodes) {
      if (!isElement(node)) {
        if ('value' in node && /[\uE000-\uE002]/u.test(node.value)) flush();
        continue;
      }
      const own = langOf(node) ?? lang;
      for (const { name, value } of node.attrs)
        if (SPOKEN.includes(name) && hasWriting(value)) add(spoken(value, own), node);
      const parted = node.tagName === 'check-item' || node.tagName === 'tr';
      if (parted) flush();
      visit(node.childNodes, own, node.tagName === 'p' ? from : (node as Element));
      if (parted) flush();
    }
  };
  visit(parseFragment(html).childNodes, null, null);
  flush();
  return sentences;
}

/** A line of options, each a pair of its own, is no sentence. */
const isSentence = (nodes: readonly Node[]): boolean =>
  nodes.length > 0 &&
  !nodes.some((node) => isElement(node) && isOption(node)) &&
  nodes.every((node) => !isElement(node) || INLINE.has(node.tagName));

function collect(nodes: readonly Node[], lang: string | null, part: Written): void {
  for (const node of nodes) {
    if (isElement(node)) {
      const own = langOf(node) ?? lang;
      if (node.tagName === 'ruby') part[language(own, '')].push(...readRuby(node));
      else if (node.tagName === 'br') part[language(own, '')].push({ text: '\n' });
      else if (node.tagName === 'check-box') part[language(own, '')].push({ text: '\u25A1' });
      else if (node.tagName === 'fill-in' && node.childNodes.length === 0)
        part[language(own, '')].push({ text: '＿＿' });
      else if (node.tagName === 'page-number' || node.tagName === 'page-total')
        part[language(own, '')].push({ text: `{${node.tagName}}` });
      else {
        collect(node.childNodes, own, part);
        // Heard in place of what stands before it.
        for (const { name, value } of node.attrs)
          if (SPOKEN.includes(name) && hasWriting(value))
            part[language(own, value)].push({ text: `（${shown(value)}）` });
      }
    } else if ('value' in node) {
      const text = shown(node.value);
      part[language(lang, text)].push({ text });
    }
  }
}

function readRuby(ruby: Element): Piece[] {
  const pieces: Piece[] = [];
  for (const node of ruby.childNodes) {
    if ('value' in node) pieces.push({ text: node.value });
    else if (isElement(node) && pieces.length > 0) pieces.at(-1)!.reading = plain(node);
  }
  return pieces;
}

const plain = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');

const shown = (text: string): string =>
  text
    .replace(CALL, '{$1}')
    .replaceAll(MARK.open, '［')
    .replaceAll(MARK.other, '｜')
    .replaceAll(MARK.close, '］')
    .replace(/\s+/gu, ' ');

/** Trimmed; empty when nothing in it is for a translator to read. */
function tidy(pieces: Piece[]): Piece[] {
  if (!pieces.some((piece) => hasWriting(piece.text))) return [];
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  first.text = first.text.trimStart();
  last.text = last.text.replace(/\s*=?\s*$/u, '');
  return pieces.filter((piece) => piece.text !== '');
}

function spoken(text: string, lang: string | null): Written {
  const part: Written = { zh: [], ja: [] };
  part[language(lang, text)].push({ text: shown(text) });
  return part;
}

const language = (lang: string | null, text: string): 'zh' | 'ja' =>
  lang ? (lang.startsWith('ja') ? 'ja' : 'zh') : guessLanguage(text);

const isOption = ({ attrs }: Element): boolean =>
  attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('option'));

const langOf = (element: Element): string | null =>
  element.attrs.find((attribute) => attribute.name === 'lang')?.value ?? null;

const isElement = (node: Node): node is Element => 'tagName' in node;
