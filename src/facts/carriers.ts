import { factData } from '#data';
import type { FactData } from './fact-data.ts';
import { lookUpFacts } from './look-up-facts.ts';
import type { CarrierSummary, Facts } from './types.ts';

/** The data that the build bundles: what the pipeline and the library use. */
export const bundledData: FactData = factData;

export function listCarriers(): CarrierSummary[] {
  return JSON.parse(factData.index) as CarrierSummary[];
}

/** The carrier of generic sheets, which is none of the list. */
const ANY_CARRIER = 'any';

/** All that is known about one carrier, `any` among them; undefined for an id that the data does not have. */
export function getCarrier(id: string): Facts | undefined {
  return id === ANY_CARRIER || factData.ids.includes(id) ? lookUpFacts({ carrier: id }, factData) : undefined;
}
