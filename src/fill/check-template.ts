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

export function checkTemplate<Kind>(source: string, file: string, vocabulary: Vocabulary<Kind>): Problem[] {
  const problems: Problem[] = [];
  const report = (code: string, at: number, values: Record<string, string>, hint?: string) => {
    const before = source.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const path = `${file}:${line}:${column}`;
    problems.push({ severity: 'error', code, path, values, ...(hint === undefined ? {} : { hint }) });
  };
  const tell = (left: readonly Leftover[], kind: 'block' | 'element'): void => {
    for (const { code, name, at, hint } of left) report(code, at, { [kind]: name }, hint);
  };
  const blocks = pairBlocks(blankComments(source));
  if (blocks.length > 0) {
    tell(blocks, 'block');
    return problems;
  }
  const unread = lineNotReadable(source);
  if (unread !== null) {
    const at = source
      .split('\n')
      .slice(0, unread - 1)
      .join('\n').length;
    report('mustache-not-readable', at + Number(unread > 1), {});
    return problems;
  }
  const text = blankMustaches(source);
  const tags: Tag[] = [];
  for (const tag of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^<>]*)>/gu)) {
    const [, slash = '', name = '', rest = ''] = tag;
    const rule = Object.hasOwn(vocabulary.elements, name) ? vocabulary.elements[name] : undefined;
    const isClosed = rest.trimEnd().endsWith('/');
    if (slash !== '' || !(VOID.has(name) || isClosed))
      tags.push({ name, at: tag.index, isUnknown: rule === undefined, isEnd: slash !== '' });
    if (!rule) {
      if (slash === '') report('unknown-element', tag.index, { element: name });
      continue;
    }
    if (slash !== '') continue;
    if (isClosed && !VOID.has(name)) report('self-closed-element', tag.index, { element: name });
    const start = tag.index + 1 + name.length;
    const kinds = { ...vocabulary.common, ...rule.attributes };
    for (const attribute of rest.matchAll(/([a-zA-Z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gu)) {
      const [whole, own = '', quoted = ''] = attribute;
      const at = start + attribute.index;
      const kind = Object.hasOwn(kinds, own) ? kinds[own] : undefined;
      if (kind === undefined) report('unknown-attribute', at, { element: name, attribute: own });
      // What is filled in is checked in the filled fragment, and so is what is written with a reference.
      else if (source.startsWith(whole, at) && !quoted.includes('&')) {
        const value = quoted.replace(/^["']|["']$/gu, '');
        const wanted = vocabulary.wantedInstead(kind, value);
        if (wanted !== null)
          report(
            'wrong-attribute-value',
            at,
            { element: name, attribute: own, value, wanted },
            vocabulary.meantBy(kind, value),
          );
      }
    }
  }
  tell(pairTags(blankComments(source), tags), 'element');
  return problems;
}

/** The line from which Handlebars can't read on; null where it can. */
function lineNotReadable(source: string): number | null {
  try {
    Handlebars.parse(source);
    return null;
  } catch (error) {
    return Number(/line (\d+)|- (\d+):/u.exec((error as Error).message)?.[1] ?? 1);
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
