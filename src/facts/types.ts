/** Stage 2, facts: what is known about the carrier, each with where it was read, when, and how sure it is. */

export type Confidence = 'high' | 'medium' | 'low';

export interface Source {
  /** Id inside its carrier file: 's1'. */
  id: string;
  url: string;
  title: string;
  official: boolean;
  /** Day, month or year of the page itself, as far as it says so. */
  pageDate: string | null;
  note?: string | null;
}

export interface Fact {
  /** Carrier and path in the data: `ntt-docomo:billing.lastMonthCharge`, `general:fee-cap-2019-10`. */
  id: string;
  /** Path in the data: `billing.lastMonthCharge`, `documents.0`. */
  path: string;
  /** Machine value: true, 1100, 'full', 'month-end'; null where only the sentences say it. */
  value: string | number | boolean | null;
  ja: string;
  zhHans: string;
  confidence: Confidence;
  /** Who published: computed from the cited sources. */
  basis: 'official' | 'secondary' | 'official+secondary' | 'none';
  sources: Source[];
  /** The day on which the sources were read. */
  checkedOn: string;
  /** When present, the sources disagree. */
  conflict?: string;
  staleRisk?: string;
  scope?: string;
  /** Everything else that the data says of it: number, hours, url, conditions, exemptions, need, item, deadline … */
  extra: Record<string, unknown>;
}

export interface CarrierSummary {
  id: string;
  names: { ja: string; zhHans: string; en: string };
  kind: string;
  officialSite: string | null;
}

export interface Facts {
  carrier: CarrierSummary;
  /** By path in the carrier's data; a field that the data does not know is absent. */
  facts: Record<string, Fact>;
  /** Paths that nobody knows: candidates for questions on the memo. */
  unknown: string[];
  /** General rules by id (`fee-cap-2019-10`), each a list of facts. */
  general: Record<string, { title: { ja: string; zhHans: string }; facts: Fact[] }>;
  /** The day to which all of this was compiled. */
  asOf: string;
}
