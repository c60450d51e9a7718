/** The sources that a document cites, numbered in the order in which they are first cited. */
import type { Fact, Source } from '../facts/types.ts';
import type { SourceView } from './checklist-types.ts';

/** More numbers than two say nothing more to a reader. */
const SHOWN_PER_FACT = 2;
const OFFICIAL_FIRST = [true, false];
/** Characters that two lines of a column hold. Longer addresses are cut at a slash: the link holds the whole. */
const LONGEST_ADDRESS = 96;

export class SourceList {
  readonly #byUrl = new Map<string, SourceView>();

  /** Numbers of the fact's sources, official ones first. Planning assumptions have no address and no number. */
  cite(fact: Fact): number[] {
    const numbers: number[] = [];
    for (const official of OFFICIAL_FIRST) {
      for (const source of fact.sources) {
        if (source.official !== official || source.planning || source.url === '') continue;
        if (numbers.length < SHOWN_PER_FACT) numbers.push(this.#number(source));
      }
    }
    return numbers;
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
      address: readableAddress(source.url),
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
  const encoded = bare.search(/%|[^ -~]/u);
  const end = encoded < 0 ? bare.length : encoded;
  if (end === bare.length && end <= longest) return bare;
  const slash = bare.slice(0, Math.min(end, longest)).lastIndexOf('/');
  return `${slash < 0 ? bare.slice(0, longest) : bare.slice(0, slash)}/\u2026`;
}
