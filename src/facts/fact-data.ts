/** The data as the build bundles it: JSON texts, parsed only when they are asked for. */
export interface FactData {
  /** The day to which the data was compiled. */
  asOf: string;
  /** Carrier ids in alphabetical order; `any`, the carrier of generic blank sheets, is not among them. */
  ids: readonly string[];
  /** `CarrierSummary[]`. */
  index: string;
  /** One JSON text by carrier id, `any` among them. */
  carriers: Readonly<Record<string, string>>;
  /** The rules of data/general-rules.json. */
  general: string;
  /** data/memo-rules.json. */
  memoRules: string;
}

/** A source as it stands in a data file. */
export interface RawSource {
  id: string;
  url: string;
  title: string;
  official: boolean;
  pageDate: string | null;
  note?: string | null;
  /** Made by the build from an address in Punycode. */
  readableUrl?: string;
  planning?: true;
}

/** What the stage reads of a carrier's file; its shape is checked by the data tests, not at run time. */
export interface RawCarrier {
  id: string;
  names: { ja: string; zhHans: string; en: string };
  kind: string;
  operatorNote: string | null;
  officialSite: string | null;
  unknownFields: string[];
  sources: RawSource[];
  [field: string]: unknown;
}

export interface RawRule {
  id: string;
  title: { ja: string; zhHans: string; en: string };
  facts: Record<string, unknown>[];
  sources: RawSource[];
}
