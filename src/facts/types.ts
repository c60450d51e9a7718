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
  /** The address with its host as people write it, where that is not ASCII. */
  readableUrl?: string;
  /** True for the project's own planning assumption: nobody published it, `url` is ''. */
  planning?: true;
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
  /** mno, sub-brand, online-only, mvno, foreigner-oriented; `any` for the generic blank sheet. */
  kind: string;
  /** Who runs it, in English, for editors. */
  operatorNote: string | null;
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
  /** What the schedule computes with, in machine form. */
  schedule: ScheduleFacts;
  /** The day to which all of this was compiled. */
  asOf: string;
}

/** A value that dates are computed with. */
export interface Planned<T> {
  value: T;
  /** Ids of the facts that it stands on, its own first: `au:schedule.webCutOff`, `au:channels.web`. */
  facts: string[];
  confidence: Confidence;
  /** True where no source says it: a planning assumption of this project, to be asked. */
  assumed: boolean;
}

export type LineEnds = 'at-once' | 'month-end' | 'contract-cycle' | 'unknown';
export type LastMonth = 'full' | 'pro-rated' | 'by-usage' | 'prepaid' | 'unknown';
export type MonthDay = 10 | 20 | 'end';
/** `unclear`: the sources disagree; `port-out-only`: only a move to another carrier; `unknown`: nobody says. */
export type ChannelState = 'yes' | 'no' | 'unclear' | 'port-out-only' | 'unknown';

/** A day counted from the closing month: `{ months: 1, day: 'end' }` is the end of the month after it. */
export interface DebitDay {
  months: number;
  day: number | 'end';
}

export interface DebitWindow {
  /** The closing day that it belongs to; `any` where only one exists. */
  closing: MonthDay | 'any';
  first: DebitDay;
  last: DebitDay;
  /** Moved to the next bank business day. */
  moved: boolean;
}

export interface ScheduleFacts {
  lineEnds: Planned<LineEnds>;
  lastMonth: Planned<LastMonth>;
  /** One entry, or the three of a carrier whose customers differ. Unused where the line ends with the contract cycle. */
  closingDays: Planned<readonly MonthDay[]>;
  /** `web` is yes where the carrier has an app only; conflicting sources give `unclear`, which is not yes. */
  channels: Record<'shop' | 'web' | 'phone', ChannelState>;
  /** Ids of the facts behind `channels`. */
  channelFacts: string[];
  /** Whether the carrier keeps a number for who asks for it; `no` only where the data says so. */
  parking: ChannelState;
  /** By payment method; absent for prepaid carriers. `other` is credit card and slip. */
  debit?: Planned<{ bankAccount: readonly DebitWindow[]; other: DebitWindow }>;
  /** Month-end carriers: the last day to apply for the end of the same month. `day` is a day of the month, or days before its end (0 = the last day itself). */
  deadline?: Planned<{ day?: number; daysBeforeMonthEnd?: number; time?: string }>;
  /** An application on the web at or after this hour ends the line on the next day: '21:10'. */
  webCutOff?: Planned<string>;
  /** Hours in which the web desk works; outside them an application waits (`queued`) or can't be made (`closed`). */
  webHours?: Planned<{
    opens: string;
    closes: string;
    outside: 'queued' | 'closed';
    /** When what waits is dealt with: on the next day, or on the next business day. */
    resumes?: 'day' | 'business-day';
  }>;
  /** `same-or-next-business-day`: for which of the two days the procedure counts, nobody knows before. */
  countsFrom?: Planned<string>;
  /** Fee for ending a young contract: contracts from `startsOn` (null: every contract), for `months` months. */
  shortTermFee?: Planned<{ startsOn: string | null; months: number }>;
  /** Earliest end: the end of the n-th month after that of the contract's start. */
  minimumTerm?: Planned<{ monthsAfterStart: number }>;
  /** Contracts applied for from `appliedFrom` pay the last month in full when ended by the end of the n-th month after their start. */
  fullIfEarly?: Planned<{ appliedFrom: string; monthsAfterStart: number }>;
  /** Days before the visit from which a shop can be booked. */
  bookingOpensDays?: Planned<number>;
  /** Days of notice that the carrier wants before the end. */
  noticeDays?: Planned<number>;
  /** Days before departure by which leavers are to get in touch. */
  contactDaysBeforeDeparture?: Planned<number>;
  /** `month-end`: SIM card and equipment are back by the end of the month of the procedure, or the next one is charged. */
  simBackBy?: Planned<string>;
  /** Days without a paid top-up after which a parked number is suspended. */
  parkedDays?: Planned<number>;
}

export type ConfidenceWord = 'official' | 'reported' | 'please-confirm';

/** How sure a printed fact may sound on a given day. */
export interface Sureness {
  word: ConfidenceWord;
  /** The sources were read more than 180 days before. */
  stale: boolean;
  ageDays: number;
}

/** Why a row of the memo is asked, or that it is not: `settled`. Text and the customer's own rows are `stated`. */
export type AskReason =
  | 'personal'
  | 'unknown'
  | 'conflict'
  | 'low-confidence'
  | 'stale'
  | 'to-confirm'
  | 'settled'
  | 'stated';

export interface MemoQuestion {
  /** Row of the memo: `2d`. */
  id: string;
  section: number;
  role: 'text' | 'customer' | 'clerk';
  /** Core rows stand on the first page; the others replace one by priority or open the second. */
  core: boolean;
  /** 1 comes first. */
  priority: number;
  asked: boolean;
  why: AskReason;
  /** Ids of the facts that are known about it. */
  facts: string[];
  bold: boolean;
  /** The row that it is printed with. */
  mergedInto?: string;
}
