// In: a case and the data. Out: `Facts`: what is known of its carrier and the general rules, with sources and doubts.
// Refuses to decide wording, dates and what is asked: an unknown field is absent and named in `unknown`.

import type { Case } from '../case/types.ts';
import type { FactData, RawCarrier, RawRule } from './fact-data.ts';
import { flattenFacts } from './flatten-facts.ts';
import { planFacts } from './plan-facts.ts';
import type { CarrierSummary, Fact, Facts } from './types.ts';

function summarize(carrier: RawCarrier): CarrierSummary {
  const { id, names, kind, operatorNote, officialSite } = carrier;
  return { id, names, kind, operatorNote, officialSite };
}

/** Facts of a rule are numbered: `general:fee-cap-2019-10.0`. The id without a number names the rule. */
function readGeneralRules(data: FactData): Facts['general'] {
  const general: Facts['general'] = {};
  for (const rule of JSON.parse(data.general) as RawRule[]) {
    const facts: Fact[] = Object.values(
      flattenFacts('general', { [rule.id]: rule.facts } as Record<string, unknown>, rule.sources),
    );
    general[rule.id] = { title: rule.title, facts };
  }
  return general;
}

export function lookUpFacts(customer: Pick<Case, 'carrier'>, data: FactData): Facts {
  const text = data.carriers[customer.carrier];
  // The case stage has refused unknown carriers.
  if (text === undefined) throw new Error(`no data for the carrier ${customer.carrier}`);
  const carrier = JSON.parse(text) as RawCarrier;
  const facts = flattenFacts(carrier.id, carrier, carrier.sources);
  return {
    carrier: summarize(carrier),
    facts,
    unknown: carrier.unknownFields,
    general: readGeneralRules(data),
    schedule: planFacts(facts),
    asOf: data.asOf,
  };
}
