// In: the memo's rows with why each is asked (facts stage), templates/memo/rows.json. Out: the rows that are printed, by page.
// Refuses to decide what is asked by rule (data/memo-rules.json) and any wording.

import type { MemoQuestion } from '../facts/types.ts';
import { conditionsHold } from './conditions.ts';
import {
  countPaperLines,
  countStatementLines,
  listStatements,
  type StatementTable,
} from './memo-statements.ts';
import type { FillInputs, Flags, VisibleQuestion } from './types.ts';

/** What templates/memo/rows.json says of a row. */
export interface RowRule {
  /** Height of the row, in lines of its question. */
  lines: 1 | 2 | 3;
  /** Height where more is asked: its conditions are conditions too. */
  taller?: { lines: 2 | 3; when: string[] };
  /** May open a sheet of its own; the others are printed only where room is left. */
  opensSheet: boolean;
  /** Waits for free room where the carrier's rule has been reported, though not officially. */
  waitsWhenReported?: boolean;
  /** Conditions of which all hold (src/fill/conditions.ts). */
  when?: string[];
  /** The customer's own "no" at this path of the case settles it. */
  unlessAnswered?: string;
  /** Editions that ask it of everybody, since their case answers nothing. */
  editions?: string[];
  /** Stands by its conditions alone: the facts stage does not know it. */
  own?: boolean;
  /** Of rows that the facts stage does not rank; 1 comes first. */
  priority?: number;
}

export interface RowTable {
  /** Height of a row in points, by `lines`. */
  heightPt: Record<1 | 2 | 3, number>;
  /** What the front holds below a frame of three lines of statements, by paper; `large` is large print. */
  front: Record<string, { rows: number; heightPt: number }>;
  /** What each further line of statements takes from it. */
  statementPt: number;
  /** Absent from older templates of a user's own. */
  statements?: StatementTable;
  /** A longer name takes a line more, as does a longer statement; sizes are the widest that its characters have. */
  name: {
    linePt: number;
    widthPt: number;
    besideWholeNumberPt: number;
    latinPt: number;
    wideCharacterPt: number;
  };
  rows: Record<string, RowRule>;
}

export interface QuestionRow {
  id: string;
  bold: boolean;
  lines: 1 | 2 | 3;
}

interface Candidate extends QuestionRow {
  priority: number;
  opensSheet: boolean;
}

export interface QuestionPages {
  front: QuestionRow[];
  /** The sheet of its own; empty for most. */
  further: QuestionRow[];
}

/** Closing rows stand in a block of their own, below the questions. */
const CLOSING_SECTION = 8;

/** Two lines of pairs and one whole line: what `front` is reckoned with. */
const USUAL_STATEMENT_LINES = 3;

/** Rows without a rank come after those of the profile, before what is only nice to know. */
const MIDDLE_PRIORITY = 55;

function isSettledByAnswer(rule: RowRule, inputs: FillInputs): boolean {
  let value: unknown = rule.unlessAnswered === undefined ? undefined : inputs.case;
  for (const key of rule.unlessAnswered?.split('.') ?? [])
    value = (value as Record<string, unknown> | undefined)?.[key];
  return value === false;
}

function candidateOf(
  id: string,
  rule: RowRule,
  question: MemoQuestion | undefined,
  lines: Candidate['lines'],
): Candidate {
  const waits = rule.waitsWhenReported && question?.why === 'to-confirm';
  const bold = question?.bold ?? false;
  return {
    id,
    bold,
    lines,
    priority: question?.priority ?? rule.priority ?? MIDDLE_PRIORITY,
    opensSheet: bold || (rule.opensSheet && !waits),
  };
}

function candidates(inputs: FillInputs, flags: Flags): Candidate[] {
  const { rows } = inputs.templates.documents.memo.tables.rows as RowTable;
  const asked = new Map(inputs.questions.map((question) => [question.id, question]));
  return Object.entries(rows).flatMap(([id, rule]) => {
    const question = asked.get(id);
    const stands = question?.asked || rule.own || rule.editions?.includes(inputs.edition);
    if (!stands || !conditionsHold(rule.when ?? [], inputs, flags) || isSettledByAnswer(rule, inputs))
      return [];
    const { taller, lines } = rule;
    const isTaller = taller !== undefined && conditionsHold(taller.when, inputs, flags);
    return candidateOf(id, rule, question, isTaller ? taller.lines : lines);
  });
}

/** Lines that the holder's name takes beyond its first: it breaks at its spaces, the name in kanji nowhere. */
function countNameLines({ case: customer }: FillInputs, { name }: RowTable): number {
  const { nameRoman = '', nameKanji = '', nameKana = '' } = customer.holder ?? {};
  const isWhole = customer.line?.showNumber === 'full';
  const fullPt = isWhole ? name.besideWholeNumberPt : name.widthPt;
  const widthsPt = [
    ...nameRoman.split(' ').map((word) => (word.length + 1) * name.latinPt),
    nameKanji.length * name.wideCharacterPt,
    // The brackets stand at its two ends.
    ...nameKana.split(' ').map((word) => (word.length + 1) * name.wideCharacterPt),
  ];
  let lines = 0;
  let usedPt = 0;
  for (const widthPt of widthsPt) {
    const overflows = usedPt > 0 && usedPt + widthPt > fullPt;
    if (overflows) usedPt = 0;
    usedPt += widthPt;
    lines += Number(overflows) + Math.max(0, Math.ceil(widthPt / fullPt) - 1);
  }
  return lines;
}

const inOrder = (rows: Candidate[]): QuestionRow[] =>
  rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, bold, lines }) => ({ id, bold, lines }));

/** The paper whose front decides what is asked: the same case asks the same on every paper. */
const DECIDING_PAPER = 'A4';

interface Split {
  front: Candidate[];
  rest: Candidate[];
}

/** What statements and the holder's name take from the front's height. */
function takenHeight(table: RowTable, inputs: FillInputs, flags: Flags): number {
  const statements = listStatements(inputs, flags);
  const further = Math.max(0, countStatementLines(statements) - USUAL_STATEMENT_LINES);
  const papers = inputs.case.papers ?? [];
  const lines = countPaperLines(papers, statements, table.statements) + countNameLines(inputs, table);
  return further * table.statementPt + lines * table.name.linePt;
}

/** The front takes rows by need and priority. */
function fillFront(rows: Candidate[], paper: string, takenPt: number, table: RowTable): Split {
  const limit = table.front[paper];
  if (!limit) throw new Error(`templates/memo/rows.json: no front for ${paper}`);
  const split: Split = { front: [], rest: [] };
  let leftPt = limit.heightPt - takenPt;
  for (const row of rows) {
    const rowPt = table.heightPt[row.lines];
    const fits = split.front.length < limit.rows && rowPt <= leftPt;
    if (fits) leftPt -= rowPt;
    (fits ? split.front : split.rest).push(row);
  }
  return split;
}

/** Where what the front does not hold opens a sheet, all of it has room there. */
export function planQuestions(inputs: FillInputs, flags: Flags): QuestionPages {
  const { paper = 'A4', large = false } = inputs.case.print ?? {};
  const byNeed = candidates(inputs, flags).sort(
    (a, b) =>
      Number(b.opensSheet) - Number(a.opensSheet) ||
      Number(b.bold) - Number(a.bold) ||
      a.priority - b.priority,
  );
  const table = inputs.templates.documents.memo.tables.rows as RowTable;
  const takenPt = takenHeight(table, inputs, flags);
  const { front, rest } = fillFront(byNeed, DECIDING_PAPER, takenPt, table);
  const asked = rest.some((row) => row.opensSheet) ? byNeed : front;
  const own = fillFront(asked, large ? 'large' : paper, takenPt, table);
  return { front: inOrder(own.front), further: inOrder(own.rest) };
}

/** Ids of the closing rows that stand: 8a asks for no proof where nothing ends. */
export function closingRows(inputs: FillInputs): string[] {
  return inputs.questions.flatMap(({ id, section, asked }) =>
    section === CLOSING_SECTION && asked ? id : [],
  );
}

/** All that is asked, in the memo's order. Closing rows have no room for a number of the checklist. */
export function visibleQuestions({ front, further }: QuestionPages, inputs: FillInputs): VisibleQuestion[] {
  const ids = [...front, ...further].map((row) => row.id).sort();
  return [
    ...ids.map((id) => ({ id, pointsBack: true })),
    ...closingRows(inputs).map((id) => ({ id, pointsBack: false })),
  ];
}
