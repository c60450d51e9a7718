/** What may be asked for beside a case, by the command line and by programs: names, and a real day. */
import { inputProblem, type Problem } from '../problem.ts';
import { isCalendarDay } from './answer-kinds.ts';
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

/** Beyond these today is a slip: of a case's own days some may lie further off. */
const EARLIEST_TODAY = '2000-01-01';
const LATEST_TODAY = '2099-12-31';

/** Why a text is no day to plan from; null when it is one. */
export function checkToday(option: string, found: string): Problem | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(found)) return badOption(option, found, 'YYYY-MM-DD');
  if (!isCalendarDay(found)) return inputProblem('invalid-date', { option, found });
  const isPlannable = found >= EARLIEST_TODAY && found <= LATEST_TODAY;
  return isPlannable ? null : badOption(option, found, `${EARLIEST_TODAY} \u2026 ${LATEST_TODAY}`);
}

/** All that `generate` of the library knows: an option that is misspelt would change nothing, and nobody would see it. */
const RENDER_OPTIONS: readonly string[] = [
  ...['host', 'today', 'documents', 'edition', 'paper', 'large', 'fillable', 'stem', 'templates'],
  ...['inspectPrint', 'onStage'],
];

function unknownOption(option: string): Problem {
  const values = { found: option.slice(0, 60), allowed: RENDER_OPTIONS.join(' | ') };
  const hint = nearest(option, RENDER_OPTIONS);
  return { ...inputProblem('unknown-render-option', values), ...(hint === null ? {} : { hint }) };
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
  for (const option of Object.keys(options)) {
    if (!RENDER_OPTIONS.includes(option)) problems.push(unknownOption(option));
  }
  const { today, documents } = options;
  const wrongDay = today === undefined ? null : checkToday('today', String(today));
  if (wrongDay !== null) problems.push(wrongDay);
  oneOf('edition', options.edition, EDITIONS);
  oneOf('paper', options.paper, PAPERS);
  if (documents !== undefined && !Array.isArray(documents)) {
    problems.push(badOption('documents', String(documents), `[${DOCUMENT_NAMES.join(' | ')}]`));
  } else for (const name of documents ?? []) oneOf('documents', name, DOCUMENT_NAMES);
  return problems;
}
