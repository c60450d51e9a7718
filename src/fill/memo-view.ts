// In: the inputs of the fill stage, what every document prints, the ties. Out: what templates/memo is filled with.
// Refuses to decide wording, and which rows are asked: that is questions.ts.

import { listStatements, type Statement } from './memo-statements.ts';
import { closingRows, type QuestionPages, type QuestionRow } from './questions.ts';
import type { CommonView, FillInputs, Ties } from './types.ts';
import type { Names } from './urgent.ts';

export interface MemoRowView {
  id: string;
  /** Partial that words it: 'rows/4a'. */
  partial: string;
  /** Number of the step on the checklist; null where the memo is printed alone. */
  step: number | null;
  /** The row matters more than usual for this customer. */
  bold: boolean;
  lines: 1 | 2 | 3;
  /** First of a group: dates, costs, last bill, the rest. */
  startsGroup: boolean;
}

export interface MemoView extends CommonView {
  /** A memo for the counter, or a script for a call, a chat or a web page with a sheet to write down the answers. */
  counter: boolean;
  front: MemoRowView[];
  /** The sheet of its own, for more than the front holds. */
  further: MemoRowView[];
  /** All rows in order, as the record sheet has them. */
  rows: MemoRowView[];
  /** 8a: the proof that something has ended. */
  proof: boolean;
  statements: Statement[];
  /** Identity papers that the customer brings; none where they have not said. */
  papers: string[];
  twoPapers: boolean;
  /** Name of the carrier's own account; null where it is not known. */
  memberId: Names | null;
  /** The carrier's own word for keeping a number; null where it is the common one. */
  parking: string | null;
  /** Nobody says how this carrier is cancelled: the call asks that first. */
  noKnownWay: boolean;
}

/** Words of single carriers, by their ids. */
interface MemoWords {
  memberId: Record<string, Names>;
  parking: Record<string, { ja: string }>;
}

/** Rows of one group have a thin rule between them. */
const GROUPS: Readonly<Record<string, string>> = { '0': '1', '6': '5', '7': '5' };

const groupOf = (id: string): string => GROUPS[id.charAt(0)] ?? id.charAt(0);

const byId = (rows: QuestionRow[]): QuestionRow[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));

function rowViews(rows: QuestionRow[], ties: Ties): MemoRowView[] {
  return rows.map(({ id, bold, lines }, index) => ({
    id,
    partial: `rows/${id}`,
    step: ties.stepOfQuestion[id] ?? null,
    bold,
    lines,
    startsGroup: index > 0 && groupOf(id) !== groupOf(rows[index - 1]?.id ?? id),
  }));
}

/** Characters of a mail address that fit beside the boxes of 8a; a longer one is left to the pen, or the front would not stay one side. */
const LONGEST_ADDRESS = 26;

export function buildMemoView(
  inputs: FillInputs,
  common: CommonView,
  pages: QuestionPages,
  ties: Ties,
): MemoView {
  const front = rowViews(pages.front, ties);
  const further = rowViews(pages.further, ties);
  const { memberId, parking } = inputs.templates.documents.memo.tables.words as MemoWords;
  const { is } = common;
  const papers = inputs.case.papers ?? [];
  return {
    ...common,
    counter: !is.recordSheet,
    front,
    further,
    rows: rowViews(byId([...pages.front, ...pages.further]), ties),
    proof: closingRows(inputs).includes('8a'),
    email: common.email !== null && common.email.length <= LONGEST_ADDRESS ? common.email : null,
    statements: listStatements(inputs, is),
    papers,
    twoPapers: papers.length === 2,
    memberId: memberId[common.carrier.id] ?? null,
    parking: parking[common.carrier.id]?.ja ?? null,
    noKnownWay: front.some(({ id }) => id === '1j'),
  };
}
