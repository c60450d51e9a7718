/** Facts as the page shows them: sentences, how sure, how old, and their numbers in the list of sources. */
import { confidenceOf, isSettled } from '../facts/confidence.ts';
import type { Confidence, ConfidenceWord, Fact, Facts } from '../facts/types.ts';
import { publishedSources } from './source-list.ts';
import type { FactView } from './types.ts';

const LEVELS: Record<ConfidenceWord, Confidence> = {
  official: 'high',
  reported: 'medium',
  'please-confirm': 'low',
};

/** A postal address is copied from the Japanese sentence: the Chinese one says so and ends before it. */
function withoutAddress({ zhHans, extra }: Fact): string {
  const address = extra.addressJa;
  if (typeof address !== 'string' || !zhHans.endsWith(address)) return zhHans;
  return zhHans.slice(0, -address.length).replace(/\uff1a$/u, '');
}

export function viewFact(fact: Fact, today: string): FactView {
  const { word, stale } = confidenceOf(fact, today);
  return {
    value: fact.value,
    zh: withoutAddress(fact),
    ja: fact.ja,
    word,
    level: LEVELS[word],
    settled: isSettled(fact, today),
    stale,
    conflict: fact.conflict !== undefined,
    checkedOn: fact.checkedOn,
    sources: publishedSources(fact),
    number: extraText(fact, 'number'),
    hours: extraText(fact, 'hours'),
    url: extraText(fact, 'url'),
  };
}

function extraText({ extra }: Fact, key: string): string | null {
  const text = extra[key];
  return typeof text === 'string' ? text : null;
}

/**
 * A fact by the name that tables use: a path in the carrier's data (`billing.lastMonthCharge`), the first entry of a
 * list with that value (`cautions=cloud-data`), or a general rule and the value of its fact (`mnp/auto-cancel`).
 */
export function findFact(facts: Facts, name: string): Fact | undefined {
  const slash = name.indexOf('/');
  if (slash > 0) {
    const value = name.slice(slash + 1);
    return facts.general[name.slice(0, slash)]?.facts.find((fact) => String(fact.value) === value);
  }
  const equals = name.indexOf('=');
  if (equals < 0) return facts.facts[name];
  const list = `${name.slice(0, equals)}.`;
  const value = name.slice(equals + 1);
  for (const fact of Object.values(facts.facts))
    if (fact.value === value && fact.path.startsWith(list)) return fact;
  return undefined;
}
