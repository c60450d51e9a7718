/**
 * Checks the markup of a template in its own file, before anything is filled in.
 * In: the source and the vocabulary of the markup. Out: Problems with line and column.
 * Refuses to decide: what an element means; where it may stand is checked in the filled fragment.
 */
import Handlebars from 'handlebars';
import type { Problem } from '../problem.ts';
import { type Leftover, pairBlocks, pairTags, type Tag } from './pair-tags.ts';

/** Elements and their attributes, as the document stage knows them; of a kind of value it knows what it is. */
export interface Vocabulary<Kind> {
  elements: Readonly<Record<string, { attributes: Readonly<Record<string, Kind>> }>>;
  /** Attributes that every element takes. */
  common: Readonly<Record<string, Kind>>;
  /** Null where the value is of its kind, else how it has to be written. */
  wantedInstead: (kind: Kind, value: string) => string | null;
  /** What was meant by a value that is not of its kind, where that is known. */
  meantBy: (kind: Kind, value: string) => string | undefined;
}

/** The void elements of the markup: never written with an end tag. */
const VOID = new Set(['br', 'hr']);

type Report = (code: string, at: number, values: Record<string, string>, hint?: string) => void;

export function checkTemplate<Kind>(source: string, file: string, vocabulary: Vocabulary<Kind>): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, at, values, hint) => {
    const before = source.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const path = `${file}:${line}:${column}`;
    problems.push({ severity: 'error', code, path, values, ...(hint === undefined ? {} : { hint }) });
  };
  const tell = (left: readonly Leftover[], kind: 'block' | 'element'): void => {
    for (const { code, name, at, hint } of left) report(code, at, { [kind]: name }, hint);
  };
  const unread = placeNotReadable(source);
  const blocks = pairBlocks(blankComments(source));
  if (blocks.length > 0) tell(blocks, 'block');
  else if (unread !== null) report('mustache-not-readable', unread, {});
  else tell(pairTags(blankComments(source), checkTags(source, vocabulary, report)), 'element');
  return problems;
}

/** Gives the tags that are to be paired. */
function checkTags<Kind>(source: string, vocabulary: Vocabulary<Kind>, report: Report): Tag[] {
  const tags: Tag[] = [];
  for (const tag of blankMustaches(source).matchAll(/<(\/?)([a-zA-Z][\w-]*)([^<>]*)>/gu)) {
    const { 1: slash, 2: name = '', 3: rest = '', index: at } = tag;
    const isEnd = slash !== '';
    const isClosed = rest.trimEnd().endsWith('/');
    const rule = Object.hasOwn(vocabulary.elements, name) ? vocabulary.elements[name] : undefined;
    if (isEnd || !(VOID.has(name) || isClosed)) tags.push({ name, at, isUnknown: rule === undefined, isEnd });
    if (isEnd) continue;
    if (!rule) {
      report('unknown-element', at, { element: name });
      continue;
    }
    if (isClosed && !VOID.has(name)) report('self-closed-element', at, { element: name });
    const kinds = { ...vocabulary.common, ...rule.attributes };
    for (const attribute of rest.matchAll(/([a-zA-Z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gu)) {
      const [whole, own = '', quoted = ''] = attribute;
      const start = at + 1 + name.length + attribute.index;
      const kind = Object.hasOwn(kinds, own) ? kinds[own] : undefined;
      if (kind === undefined) report('unknown-attribute', start, { element: name, attribute: own });
      // What is filled in is checked in the filled fragment, and so is what is written with a reference.
      else if (source.startsWith(whole, start) && !quoted.includes('&')) {
        const value = quoted.replace(/^["']|["']$/gu, '');
        const wanted = vocabulary.wantedInstead(kind, value);
        const values = { element: name, attribute: own, value, wanted: wanted ?? '' };
        if (wanted !== null) report('wrong-attribute-value', start, values, vocabulary.meantBy(kind, value));
      }
    }
  }
  return tags;
}

/** The start of the line from which Handlebars can't read on; null where it can. */
function placeNotReadable(source: string): number | null {
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    const [, line, other] = /line (\d+)|- (\d+):/u.exec((error as Error).message) ?? [];
    const before = source.split('\n').slice(0, Number(line ?? other ?? 1) - 1);
    return before.reduce((length, each) => length + each.length + 1, 0);
  }
}

/** Mustaches, comments of both kinds and blocks become marks of the same length, so that places stay. */
function blankMustaches(source: string): string {
  return source
    .replace(/<!--[\s\S]*?-->/gu, blank)
    .replace(/\{\{!--[\s\S]*?--\}\}|\{\{\{?[\s\S]*?\}\}\}?/gu, blank);
}

const blankComments = (source: string): string =>
  source.replace(/\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/gu, blank);

/** Inside a value a mark must be no quote, outside of one no name of an attribute. */
const blank = (part: string): string => part.replace(/[^\n]/gu, ' ');
