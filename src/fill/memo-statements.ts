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
  /** Ticked in advance; a blank sheet leaves that to its reader. */
  ticked: boolean;
}

/** Names that don't stand beside another on half a line. */
const LONG_PAPERS = new Set(['special-residence-card', 'my-number-card']);

function reasonPartial({ leaving, unused, switching, blank }: Flags): { name: string; open: boolean } {
  if (blank) return { name: 'open', open: true };
  if (leaving) return { name: 'leaving', open: false };
  if (unused) return { name: 'unused', open: false };
  return switching ? { name: 'switching', open: false } : { name: 'open', open: true };
}

function purpose({ portOut, park }: Flags): string | null {
  if (portOut) return '1d';
  return park ? null : '1c';
}

export function listStatements(inputs: FillInputs, flags: Flags): Statement[] {
  const papers = inputs.case.papers ?? [];
  const ticked = !flags.blank;
  const statements: Statement[] = [];
  const add = (id: string, wide: boolean, partial = id, isTicked = ticked): void => {
    statements.push({ id, partial: `statements/${partial}`, wide, ticked: isTicked });
  };
  if (flags.withInterpreter) add('0f', true);
  if (flags.visitorFamily || flags.visitorProxy) add('0g', true);
  const reason = reasonPartial(flags);
  add('1b', reason.open, `1b-${reason.name}`, ticked && !reason.open);
  // Open lists stand together, so that the two short ones after them share a line.
  if (papers.length === 0) add('1g', true, '1g-open', false);
  add('1e', false);
  if (papers.length > 0) add('1g', papers.length > 2 || papers.some((paper) => LONG_PAPERS.has(paper)));
  if (!flags.pinForgotten) add('1h', false);
  const goal = purpose(flags);
  if (goal) add(goal, true);
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
