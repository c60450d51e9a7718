/** The sources that a document cites, numbered in the order in which they are first cited. */
import type { Fact, Source } from '../facts/types.ts';
import type { SourceView } from './checklist-types.ts';
import type { FactView } from './types.ts';

/** More numbers than two say nothing more to a reader, and crowd the column. */
const SHOWN = 2;
const OFFICIAL_FIRST = [true, false];
/** Characters that two lines of a column hold. Longer addresses are cut at a slash: the link holds the whole. */
const LONGEST_ADDRESS = 96;

/** Official ones first. Planning assumptions have no address. */
export function publishedSources({ sources }: Fact): Source[] {
  return OFFICIAL_FIRST.flatMap((official) =>
    sources.filter((source) => source.official === official && !source.planning && source.url !== ''),
  );
}

export class SourceList {
  readonly #byUrl = new Map<string, SourceView>();

  /** Numbers of what is shown beside a line: the first source of each fact, then the second ones. */
  cite(facts: readonly Pick<FactView, 'sources'>[]): number[] {
    const shown = new Map<string, Source>();
    for (let rank = 0; rank < SHOWN; rank++) {
      for (const { sources } of facts) {
        const source = sources[rank];
        if (source !== undefined && shown.size < SHOWN) shown.set(source.url, source);
      }
    }
    return [...shown.values()].map((source) => this.#number(source)).sort((a, b) => a - b);
  }

  list(): SourceView[] {
    return [...this.#byUrl.values()];
  }

  #number(source: Source): number {
    const known = this.#byUrl.get(source.url);
    if (known) return known.number;
    const view: SourceView = {
      number: this.#byUrl.size + 1,
      title: source.title,
      address: readableAddress(source.readableUrl ?? source.url),
      isJapanese: source.readableUrl !== undefined,
      href: source.url,
      official: source.official,
      pageDate: source.pageDate,
    };
    this.#byUrl.set(source.url, view);
    return view.number;
  }
}

/** Host and path as one would type them. What is too long, or encoded, is left to the link. */
export function readableAddress(url: string, longest = LONGEST_ADDRESS): string {
  const host = url.indexOf('://') + 3;
  const bare = url.slice(url.startsWith('www.', host) ? host + 4 : host, url.endsWith('/') ? -1 : undefined);
  // Of a host in Japanese all is readable; what is encoded comes after it.
  const path = Math.max(bare.indexOf('/'), 0);
  const encoded = bare.slice(path).search(/%|[^ -~]/u);
  const end = encoded < 0 ? bare.length : path + encoded;
  if (end === bare.length && end <= longest) return bare;
  const slash = bare.slice(0, Math.min(end, longest)).lastIndexOf('/');
  return `${slash < 0 ? bare.slice(0, longest) : bare.slice(0, slash)}/\u2026`;
}
