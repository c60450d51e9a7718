/**
 * Checks the markup of a template in its own file, before anything is filled in.
 * In: the source and the vocabulary of the markup. Out: Problems with line and column.
 * Refuses to decide: what an element means; where it may stand is checked in the filled fragment.
 */
import Handlebars from 'handlebars';
import type { Problem } from '../problem.ts';

/** Elements and their attributes, as the document stage knows them; of a kind of value it knows what it is. */
export interface Vocabulary<Kind> {
  elements: Readonly<Record<string, { attributes: Readonly<Record<string, Kind>> }>>;
  /** Attributes that every element takes. */
  common: Readonly<Record<string, Kind>>;
  /** Null where the value is of its kind, else how it has to be written. */
  wantedInstead: (kind: Kind, value: string) => string | null;
}

/** The void elements of the markup: never written with an end tag. */
const VOID = new Set(['br', 'hr']);

export function checkTemplate<Kind>(source: string, file: string, vocabulary: Vocabulary<Kind>): Problem[] {
  const problems: Problem[] = [];
  const text = blankMustaches(source);
  const report = (code: string, at: number, values: Record<string, string>) => {
    const before = source.slice(0, at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    problems.push({ severity: 'error', code, path: `${file}:${line}:${column}`, values });
  };
  for (const tag of text.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^<>]*)>/gu)) {
    const [, slash = '', name = '', rest = ''] = tag;
    const rule = Object.hasOwn(vocabulary.elements, name) ? vocabulary.elements[name] : undefined;
    if (!rule) {
      if (slash === '') report('unknown-element', tag.index, { element: name });
      continue;
    }
    if (slash !== '') continue;
    if (rest.trimEnd().endsWith('/') && !VOID.has(name)) {
      report('self-closed-element', tag.index, { element: name });
    }
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
          report('wrong-attribute-value', at, { element: name, attribute: own, value, wanted });
      }
    }
  }
  return problems;
}

/** Mustaches, comments of both kinds and blocks become marks of the same length, so that places stay. */
function blankMustaches(source: string): string {
  // A template that doesn't parse is refused by the compiler, with its own message.
  Handlebars.parse(source);
  return source
    .replace(/<!--[\s\S]*?-->/gu, blank)
    .replace(/\{\{!--[\s\S]*?--\}\}|\{\{\{?[\s\S]*?\}\}\}?/gu, blank);
}

/** Inside a value a mark must be no quote, outside of one no name of an attribute. */
const blank = (part: string): string => part.replace(/[^\n]/gu, ' ');
