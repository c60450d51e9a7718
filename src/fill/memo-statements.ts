// In: the case and what holds for it. Out: the customer's own statements, ticked in advance, in the memo's order.
// Refuses to decide their wording; knows only which of them take a whole line of the frame.

import type { FillInputs, Flags } from './types.ts';

export interface Statement {
  /** As in the list of memo items: '1b'. */
  id: string;
  /** Partial that words it: 'statements/1b-leaving'. */
  partial: string;
  /** Takes both columns of the frame. */
  wide: boolean;
  /** Ticked in advance, where the case says it; else that is left to the reader, as on a blank sheet. */
  ticked: boolean;
  /** Says itself between boxes, and has none in front. */
  choosing: boolean;
}

/** What the statements are reckoned with, in templates/memo/rows.json. */
export interface StatementTable {
  /** Characters that a whole line of the frame holds. */
  lineCharacters: number;
  /** Characters of 1g by its partial, without the names of the papers and the marks between them. */
  around: Record<string, number>;
  /** Characters of each paper's name. */
  papers: Record<string, number>;
}

/** Names that don't stand beside another on half a line. */
const LONG_PAPERS = new Set(['special-residence-card', 'my-number-card']);

function reasonPartial({ leaving, unused, switching, blank }: Flags): { name: string; open: boolean } {
  if (blank) return { name: 'open', open: true };
  if (leaving) return { name: 'leaving', open: false };
  if (unused) return { name: 'unused', open: false };
  return switching ? { name: 'switching', open: false } : { name: 'open', open: true };
}

export function listStatements(inputs: FillInputs, flags: Flags): Statement[] {
  const papers = inputs.case.papers ?? [];
  const { numberPlan, pinKnown } = inputs.case.line ?? {};
  const statements: Statement[] = [];
  const add = (id: string, wide: boolean, partial = id, said = true): void => {
    const ticked = said && !flags.blank;
    statements.push({ id, partial: `statements/${partial}`, wide, ticked, choosing: false });
  };
  const addChoice = (id: string, partial: string): void => {
    statements.push({ id, partial: `statements/${partial}`, wide: true, ticked: false, choosing: true });
  };
  if (flags.withInterpreter) add('0f', true);
  // Who goes for the holder says nothing in the holder's place.
  const other = flags.visitorOther ? '-other' : '';
  if (flags.visitorFamily) add('0g', true);
  if (flags.visitorProxy) add('0g', true, '0g-proxy');
  const reason = reasonPartial(flags);
  if (reason.open) addChoice('1b', `1b-${reason.name}`);
  else add('1b', false, `1b-${reason.name}`);
  // Open lists stand together, so that the two short ones after them share a line.
  if (papers.length === 0) addChoice('1g', `1g-open${other}`);
  add('1e', false);
  const isLong = papers.length > 2 || papers.some((paper) => LONG_PAPERS.has(paper)) || flags.visitorOther;
  if (papers.length > 0) add('1g', isLong, `1g${other}`);
  if (!flags.pinForgotten) add('1h', false, `1h${other}`, pinKnown !== undefined);
  const goal = flags.portOut ? '1d' : '1c';
  add(goal, true, flags.park ? '1c-park' : `${goal}${other}`, numberPlan !== undefined);
  return statements;
}

/** Lines that the statements take in the frame, two columns wide. */
export function countStatementLines(statements: readonly Statement[]): number {
  let lines = 0;
  let half = false;
  for (const { wide } of statements) {
    if (wide || !half) lines += 1;
    half = !wide && !half;
  }
  return lines;
}

/** Lines that 1g takes beyond its first: it alone grows with the answers. */
export function countPaperLines(
  papers: readonly string[],
  statements: readonly Statement[],
  table: StatementTable | undefined,
): number {
  const named = statements.find(({ id, choosing }) => id === '1g' && !choosing);
  if (!named || !table) return 0;
  const characters = papers.reduce((sum, paper) => sum + (table.papers[paper] ?? 0), papers.length - 1);
  return Math.ceil((characters + (table.around[named.partial] ?? 0)) / table.lineCharacters) - 1;
}
