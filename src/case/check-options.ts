/** What may be asked for beside a case, by the command line and by programs: names, and a real day. */
import { inputProblem, type Problem } from '../problem.ts';
import { nearest } from './nearest.ts';
import type { DocumentName, Edition, Paper } from './types.ts';

export const DOCUMENT_NAMES: readonly DocumentName[] = ['checklist', 'memo', 'letter'];
export const EDITIONS: readonly Edition[] = ['personal', 'share', 'blank'];
export const PAPERS: readonly Paper[] = ['A4', 'B5', 'A3', 'Letter'];

export function badOption(
  option: string,
  found: string,
  allowed: string,
  hint: string | null = null,
): Problem {
  const problem = inputProblem('bad-option', { option, found: found.slice(0, 60), allowed });
  return hint === null ? problem : { ...problem, hint };
}

/** `YYYY-MM-DD`, between 2000 and 2099. */
export function isDay(text: string): boolean {
  const time = /^20\d\d-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse refuses the 32nd, but takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(text.slice(8));
}

/** A Problem for each option that is none of what its type says: a program may have no types. */
export function checkOptions(options: {
  today?: unknown;
  edition?: unknown;
  paper?: unknown;
  documents?: unknown;
}): Problem[] {
  const problems: Problem[] = [];
  const oneOf = (option: string, found: unknown, known: readonly string[]): void => {
    if (found === undefined || known.includes(String(found))) return;
    problems.push(badOption(option, String(found), known.join(' | '), nearest(String(found), known)));
  };
  const { today, documents } = options;
  if (today !== undefined && !isDay(String(today))) {
    problems.push(badOption('today', String(today), 'YYYY-MM-DD'));
  }
  oneOf('edition', options.edition, EDITIONS);
  oneOf('paper', options.paper, PAPERS);
  if (documents !== undefined && !Array.isArray(documents)) {
    problems.push(badOption('documents', String(documents), `[${DOCUMENT_NAMES.join(' | ')}]`));
  } else for (const name of documents ?? []) oneOf('documents', name, DOCUMENT_NAMES);
  return problems;
}
