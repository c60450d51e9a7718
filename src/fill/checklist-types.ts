/** What the checklist prints beside what every document may print. */
import type { Day } from '../case/types.ts';
import type { Confidence } from '../facts/types.ts';
import type { CommonView, FactView, VisibleStep, When } from './types.ts';

/** Confidence bars, source numbers and age of what a line stands on. */
export interface Mark {
  level: Confidence;
  sources: number[];
  stale: boolean;
}

export interface StepView extends VisibleStep {
  /** Partial that words it: 'steps/backup'. */
  partial: string;
  when: When;
  mark: Mark | null;
  /** The facts that its table names, where the carrier has them; null where it has not. */
  fact: FactView | null;
  /** Of that fact; null where the carrier has none. */
  value: FactView['value'];
  /** That fact may be told as it is: official or reported, not to be confirmed. */
  sure: boolean;
  /** Questions on the memo; more than three are told as first and last. */
  tie: TieView | null;
}

export interface TieView {
  ids: string[];
  span: { first: string; last: string } | null;
}

export interface PhaseView {
  id: string;
  /** Partial of its heading: 'phases/accounts'. */
  partial: string;
  /** The day of the visit, on the phase of that day. */
  day: Day | null;
  steps: StepView[];
}

/** One of the three most urgent dates. */
export interface UrgentView {
  /** Step of the schedule: words.json has its names. */
  id: string;
  when: When;
  /** From today to the day. */
  daysLeft: number | null;
  /** Its year is printed, and takes room. */
  otherYear: boolean;
  zh: string;
  ja: string;
}

export interface WarningView {
  partial: string;
  values: Record<string, string | number>;
  step: number | null;
  tie: TieView | null;
  /** Where to ask; null where it asks nothing of the carrier. */
  phone: PhoneLineView | null;
}

export interface TimelineView {
  from: Day;
  to: Day;
  bars: { story: 'number' | 'money'; from: Day; to: Day; state: 'solid' | 'dashed' }[];
  events: {
    id: string;
    story: 'number' | 'money';
    from: Day;
    to: Day;
    mark: 'stem' | 'bracket';
    heavy: boolean;
    rank: number;
    /** 'HH:MM' by which the day ends. */
    time: string | null;
    zh: string;
    ja: string;
  }[];
  months: { day: Day; year: boolean }[];
}

export interface BringView {
  partial: string;
}

export interface QrView {
  /** Words by kind stand in the template. */
  kind: 'cancel' | 'site' | 'booking' | 'chinese';
  href: string;
  /** Readable: without scheme. */
  address: string;
}

export interface PhoneLineView {
  number: string;
  /** '9:00', '20:00'; null where they are not known. */
  opens: string | null;
  closes: string | null;
  allDay: boolean;
  /** Whom it is for, where not for everybody. */
  isFor: { zh: string; ja: string } | null;
  chinese: boolean;
  /** It is reached from abroad, as the others may not be. */
  fromAbroad: boolean;
  level: Confidence;
}

/** A row of the costs table or of the list of what is known. */
export interface FactRowView {
  id: string;
  /** Partial of its label: 'rows/last-month'. */
  partial: string;
  fact: FactView | null;
  /** False where the data's sentence says "0 yen" of a fee that is not settled: the template's own words stand then. */
  printable: boolean;
  mark: Mark | null;
  tie: TieView | null;
  /** Rows that share its label: how many from here on, the first of them having it. */
  rows: number;
  /** The row above has the label. */
  more: boolean;
}

export interface FaqView {
  id: string;
  partial: string;
  fact: FactView | null;
  mark: Mark | null;
  tie: TieView | null;
}

export interface SourceView {
  number: number;
  title: string;
  /** Host and path, shortened. */
  address: string;
  /** The host is written in Japanese. */
  isJapanese: boolean;
  href: string;
  official: boolean;
  pageDate: string | null;
}

export interface AnswerView {
  id: string;
  partial: string;
  day: Day | null;
  yen: number | null;
  hasYen: boolean;
  estimate: boolean;
  text: string | null;
}

export interface ChecklistView extends CommonView {
  urgent: UrgentView[];
  warning: WarningView | null;
  timeline: TimelineView | null;
  /** 2 where bills are still to come: the number and the money. */
  stories: number;
  /** Where no dates are known: the same events in order, with days counted from the departure. */
  stages: { id: string; when: When; zh: string; ja: string }[];
  /** Instalments go on after the time line's end. */
  instalmentsBeyond: boolean;
  lastInstalment: Day | null;
  windows: {
    any: boolean;
    save: When | null;
    keep: When | null;
    /** No day is left on which a month could be saved. */
    saveMissed: boolean;
    /** All days lie in one billing period and stand as one span, `save`. */
    costAlike: boolean;
    /** From this day of `keep` on, one more period is charged; null where that holds for all or for none of it. */
    costsMoreFrom: Day | null;
  };
  contract: {
    /** Months for which a contract counts as young. */
    youngMonths: number;
    /** By this day a young contract pays the month in full, though others pay by the day. */
    fullMonthUntil: Day | null;
    /** The first day on which the line may end. */
    minimumTermEnds: Day | null;
  };
  /** 'HH:MM' after which an application on the web counts for the next day. */
  webCutOff: string | null;
  bring: BringView[];
  /** Identity papers that are taken along; none where nobody said. */
  papers: string[];
  qr: QrView[];
  phones: PhoneLineView[];
  /** Another desk has a number, told with what is known of the carrier. */
  otherPhone: boolean;
  phases: PhaseView[];
  costs: FactRowView[];
  known: FactRowView[];
  faq: FaqView[];
  sources: SourceView[];
  answers: AnswerView[];
}
