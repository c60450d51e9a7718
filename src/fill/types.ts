/** Stage 4, fill: what the templates are given. Plain data; a value that is not known is null, never absent. */
import type { Case, Channel, Day, DocumentName, Edition, Paper } from '../case/types.ts';
import type { Confidence, ConfidenceWord, Facts, MemoQuestion, Source } from '../facts/types.ts';
import type { Anchor, Schedule } from '../schedule/types.ts';
import type { ChecklistView } from './checklist-types.ts';
import type { HolderView } from './holder-view.ts';
import type { LetterView } from './letter-view.ts';
import type { MemoView } from './memo-view.ts';

/** All that a view is built from. */
export interface FillInputs {
  case: Case;
  facts: Facts;
  schedule: Schedule;
  /** Rows of the memo that stand for this case, asked or settled (facts stage). */
  questions: MemoQuestion[];
  edition: Edition;
  today: Day;
  templates: TemplateSet;
}

/** One context a document: `fillTemplate('memo', view, …)` hands `view.memo` to the templates. */
export interface View {
  checklist: ChecklistView;
  memo: MemoView;
  letter: LetterView;
}

/** What the conditions of steps, questions and templates are written with (src/fill/flags.ts says how each is found). */
export type Flags = Record<FlagName, boolean>;

export const FLAG_NAMES = [
  'personal',
  'share',
  'blank',
  'anyCarrier',
  'leaving',
  'feeEndsInTime',
  'staying',
  'switching',
  'unused',
  'otherReason',
  'departureKnown',
  'departed',
  'cancelling',
  'portOut',
  'portsBeforeLeaving',
  'opensNextPeriod',
  'accountClosesFirst',
  'returnsBeforeLeaving',
  'noOfficeDay',
  'park',
  'parkApplied',
  'parkByTopUp',
  'shop',
  'web',
  'phone',
  'noChannel',
  'recordSheet',
  'channelUnclear',
  'prepaid',
  'fullMonth',
  'proRated',
  'byUsage',
  'lastMonthUnknown',
  'endsAtOnce',
  'endsWithMonth',
  'endsWithCycle',
  'endUnknown',
  'bankPays',
  'cardPays',
  'slipPays',
  'esim',
  'physicalSim',
  'familyLines',
  'homeInternet',
  'homeInternetSameCarrier',
  'instalments',
  'instalmentsLast',
  'returnProgramme',
  'oldHandset',
  'pinForgotten',
  'visitorSelf',
  'visitorFamily',
  'visitorProxy',
  'visitorOther',
  'withInterpreter',
  'done',
  'lineOver',
  'stale',
  'dayChosen',
  'ownPapers',
  'carrierMail',
  'accountOutlivesDeparture',
  'accountOutlivesResidence',
  'contractOld',
  'contractStartKnown',
  'appOnly',
  'deadlineAssumed',
  'webException',
] as const;
export type FlagName = (typeof FLAG_NAMES)[number];

/** A fact as the page shows it. */
export interface FactView {
  value: string | number | boolean | null;
  zh: string;
  ja: string;
  /** How sure the page may sound; the bars say the same: official 3, reported 2, please-confirm 1. */
  word: ConfidenceWord;
  level: Confidence;
  /** Sure enough to stand without a question. */
  settled: boolean;
  /** Read more than 180 days before today. */
  stale: boolean;
  conflict: boolean;
  checkedOn: Day;
  /** Those that can be read, official ones first. */
  sources: Source[];
  /** Telephone number, hours, address: null where the data has none. */
  number: string | null;
  hours: string | null;
  url: string | null;
}

/** What every document may print. */
export interface CommonView {
  document: DocumentName;
  edition: Edition;
  is: Flags;
  today: Day;
  /** The day to which the facts were compiled. */
  factsAsOf: Day;
  carrier: { id: string; zh: string; ja: string; en: string; site: string | null };
  holder: HolderView;
  line: {
    /** As printed: whole only with `showNumber: full`. */
    number: string | null;
    lastFour: string | null;
    contractStart: Day | null;
  };
  departure: Day | null;
  visit: {
    channel: Exclude<Channel, 'undecided'> | null;
    date: Day | null;
    time: string | null;
    shop: string | null;
  };
  bankAccountCloses: Day | null;
  /** As the clerk wrote it: by when what is rented is to be back. */
  returnBy: Day | null;
  email: string | null;
  print: { paper: Paper; large: boolean; fillable: boolean; furigana: boolean; pinyin: boolean };
}

/** A step that is printed, numbered in order after the conditions. */
export interface VisibleStep {
  id: string;
  number: number;
  phase: string;
  /** Ids of the memo's questions that it names, '*' being all; `tieDocuments` keeps those that are printed. */
  memo: string[];
}

/** A row of the memo that is printed. */
export interface VisibleQuestion {
  /** As in the domain's list: '4a'. */
  id: string;
  /** A row that points back to the checklist; statements (1x) and closing rows (8x) do not. */
  pointsBack: boolean;
}

/** The numbers that tie the two documents, both ways. */
export interface Ties {
  /** Step id → question ids that stand on the memo, in its order. */
  memoOfStep: Record<string, string[]>;
  /** Question id → number of the last step that names it. */
  stepOfQuestion: Record<string, number>;
}

/** When a step is to be done: the template words it by `kind`. */
export interface When {
  kind: 'by' | 'soon' | 'from' | 'arrives' | 'until' | 'span' | 'on' | 'relative' | 'moment' | 'ask' | 'line';
  /** The last day counts, also where it is told by days from an anchor. */
  by: boolean;
  /** The clerk named the day as an estimate. */
  estimate: boolean;
  /** True where the last day is another than the first. */
  spread: boolean;
  from: Day | null;
  to: Day | null;
  /** 'HH:MM' by which the last day ends. */
  time: string | null;
  relative: { anchor: NamedAnchor; from: number; to: number } | null;
  /** A time of the visit instead of a date: 'before-procedure'. */
  moment: string | null;
  missed: boolean;
}

/**
 * Part of a template that has a value: a literal stands for itself. `path` counts contexts outwards, then goes by
 * names; `root` goes by names from the document's context.
 */
export type TemplateExpression =
  | string
  | number
  | boolean
  | ['path', number, ...string[]]
  | ['root', ...string[]]
  | ['data', string]
  | ['eq' | 'lookup', TemplateExpression, TemplateExpression]
  | ['call', string, TemplateExpression[], Record<string, TemplateExpression> | null];

/** Text, or what is put in its place. */
export type TemplateNode =
  | string
  | ['value', TemplateExpression]
  | ['if' | 'each' | 'with', TemplateExpression, TemplateProgram, TemplateProgram]
  | ['partial', TemplateExpression, TemplateExpression | null, Record<string, TemplateExpression> | null];

/** A template as data: nothing is compiled into functions, which a strict content policy refuses. */
export type TemplateProgram = TemplateNode[];

export interface DocumentTemplates {
  /** By path without ending, from the document's folder: 'main', 'steps/backup'; shared ones as 'shared/…'. */
  specs: Record<string, TemplateProgram>;
  /** The JSON files beside them, by name without ending: `steps`, `words`. */
  tables: Record<string, unknown>;
}

/** A closing day that is known by a plainer name is called by it. */
export type NamedAnchor = Anchor | 'month-end' | 'cycle-end';

export interface DateWords {
  [language: string]: {
    weekdays: string[];
    /** By pattern name: '{m}月{d}日'. */
    patterns: Record<string, string>;
    /** By anchor: before, on the day before, on and after it, from one day before it to another, and to the day itself. */
    anchors: Record<NamedAnchor, Record<'before' | 'eve' | 'on' | 'after' | 'span' | 'spanToDay', string>>;
  };
}

export interface TemplateSet {
  documents: Record<DocumentName, DocumentTemplates>;
  dates: DateWords;
  units: Record<string, Record<string, string>>;
}

/** Helpers that the templates may call; the compiler refuses any other. */
export const HELPER_NAMES = [
  'date',
  'relative',
  'amount',
  'join',
  'and',
  'or',
  'not',
  'count',
  'ruby',
  'pinyin',
] as const;
