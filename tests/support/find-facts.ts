import type { Fact, Facts } from '../../src/facts/types.ts';

/** The facts behind an id of a step: one fact, or all facts of a general rule. */
export function findFacts(facts: Facts, id: string): Fact[] {
  const separator = id.indexOf(':');
  const prefix = id.slice(0, separator);
  const path = id.slice(separator + 1);
  if (prefix !== 'general') {
    const fact = prefix === facts.carrier.id ? facts.facts[path] : undefined;
    return fact ? [fact] : [];
  }
  const rule = facts.general[path];
  if (rule) return rule.facts;
  return facts.general[path.slice(0, path.lastIndexOf('.'))]?.facts.filter((fact) => fact.id === id) ?? [];
}
