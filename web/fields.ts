/** What is asked on the page: the questions of the interview, the clerk's answers, and how it is printed. */
import { fieldLabels, optionLabels } from '#interview-words';
import { webWords } from '#web-words';
import { kindAt, knownKeys } from '../src/case/case-fields.ts';
import { QUESTIONS, type Question } from '../src/interview/questions.ts';
import type { Sentence } from '../src/problem.ts';

export interface FieldPlan {
  path: string;
  kind: Question['kind'] | 'amount';
  section: string;
  /** The choice that is made where nobody makes one; without it the field may be left open. */
  preset?: string;
}

/** No field of the case: which edition is made. */
export const EDITION = 'print.edition';

/** The parts of the page, in their order; what stands in none of these lists is found by the first key of its path. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  plan: ['carrier', 'reason', 'departure', 'line.numberPlan'],
  visit: ['visit', 'holder.visitor', 'papers'],
  line: ['line', 'handset'],
  holder: ['holder'],
  after: ['payment', 'accounts', 'contactAfter'],
  answers: ['answers'],
  print: ['print', 'line.showNumber'],
};

export const SECTION_IDS = Object.keys(SECTIONS);

function sectionOf(path: string): string {
  const [key = ''] = path.split('.');
  const listed = (name: string) => SECTION_IDS.find((id) => SECTIONS[id]?.includes(name));
  return listed(path) ?? listed(key) ?? '';
}

/** How it is printed is never open: this is what is printed where nobody says otherwise. */
const PRESETS: Readonly<Record<string, string>> = {
  'print.ruby': 'furigana',
  'print.paper': 'A4',
  'print.large': 'false',
  'print.fillable': 'false',
  'line.showNumber': 'last-four',
  [EDITION]: 'personal',
};

function planned(path: string, kind: FieldPlan['kind']): FieldPlan {
  const preset = PRESETS[path];
  return { path, kind, section: sectionOf(path), ...(preset === undefined ? {} : { preset }) };
}

/** These follow the interview; they are asked of everybody. */
const CLERKS_ANSWERS = knownKeys(['answers']).map((key) => planned(`answers.${key}`, fieldKind(key)));

const PRINTING = [
  planned('print.paper', 'one'),
  planned('print.large', 'yes-no'),
  planned('print.fillable', 'yes-no'),
  planned('line.showNumber', 'one'),
  planned(EDITION, 'one'),
];

/** In the order in which they stand within their sections. */
export const FIELDS: readonly FieldPlan[] = [
  ...QUESTIONS.map(({ path, kind }) => planned(path, kind)),
  ...CLERKS_ANSWERS,
  ...PRINTING,
];

/** Asked whatever was answered before. */
export const ALWAYS_ASKED: ReadonlySet<string> = new Set(
  [...CLERKS_ANSWERS, ...PRINTING].map(({ path }) => path),
);

function fieldKind(key: string): FieldPlan['kind'] {
  const kind = kindAt(['answers', key]);
  if (kind?.kind === 'amount' || kind?.kind === 'yes-no') return kind.kind;
  return kind === kindAt(['departure']) ? 'date' : 'text';
}

export const labelOf = (path: string): Sentence =>
  webWords.fields[path] ?? fieldLabels[path] ?? { zhHans: path, ja: path };

export const optionsOf = (path: string): Readonly<Record<string, Sentence>> =>
  webWords.options[path] ?? optionLabels[path] ?? {};
