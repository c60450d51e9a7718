/** The sources that a document cites, numbered in the order in which they are first cited. */
import type { Fact, Source } from '../facts/types.ts';
import type { SourceView } from './checklist-types.ts';

/** More numbers than two say nothing more to a reader. */
const SHOWN_PER_FACT = 2;
/** Longer addresses are cut at a slash: the link holds the whole. */
const LONGEST_ADDRESS = 44;

export class SourceList {
  readonly #byUrl = new Map<string, SourceView>();

  /** Numbers of the fact's sources, official ones first. Planning assumptions have no address and no number. */
  cite(fact: Fact): number[] {
    const published = fact.sources.filter((source) => !source.planning && source.url !== '');
    const best = [
      ...published.filter((source) => source.official),
      ...published.filter((source) => !source.official),
    ];
    return best.slice(0, SHOWN_PER_FACT).map((source) => this.#number(source));
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

/** Host and path as one would type them; query strings and what is too long are left to the link. */
export function readableAddress(url: string): string {
  const bare = url
    .replace(/^https?:\/\/(www\.)?/u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '');
  // Percent-encoded paths can't be read or typed.
  const typed = bare.replace(/\/[^/]*[%\u0080-\uffff].*$/u, '');
  if (typed.length <= LONGEST_ADDRESS) return typed;
  const cut = typed.slice(0, LONGEST_ADDRESS);
  return cut.slice(0, Math.max(cut.lastIndexOf('/'), cut.indexOf('/') < 0 ? LONGEST_ADDRESS : 0)) || cut;
}
