/** What may be asked for beside a case, by the command line and by programs: names, and a real day. */
import { isCalendarDay } from '../calendar-day.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { nearest } from './nearest.ts';
import { shown } from './shown.ts';
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

interface Wanted {
  /** How it is written, in any language. */
  written: string;
  fits: (found: unknown) => boolean;
}

const typed = (type: 'boolean' | 'function' | 'object', written: string): Wanted => ({
  written,
  fits: (found) => typeof found === type && found !== null,
});
const named = (names: readonly string[]): Wanted => ({
  written: names.join(' | '),
  fits: (found) => names.includes(found as string),
});

/** A name of a file in a folder, on any system. */
const STEM: Wanted = {
  written: 'my-case',
  fits: (found) => typeof found === 'string' && /^[^/\\:]+$/u.test(found) && !/^\.+$/u.test(found),
};

/** All that `generate` of the library knows: an option that is misspelt would change nothing, and nobody would see it. */
const RENDER_OPTIONS: Readonly<Record<string, Wanted>> = {
  host: typed('object', 'memoryHost(…)'),
  today: { written: 'YYYY-MM-DD', fits: (found) => typeof found === 'string' },
  documents: { written: `[${DOCUMENT_NAMES.join(' | ')}]`, fits: Array.isArray },
  edition: named(EDITIONS),
  paper: named(PAPERS),
  large: typed('boolean', 'true | false'),
  fillable: typed('boolean', 'true | false'),
  stem: STEM,
  templates: typed('object', '{ set, sheets }'),
  inspectPrint: typed('boolean', 'true | false'),
  onStage: typed('function', '(stage) => …'),
};

const DOCUMENT = named(DOCUMENT_NAMES);

/** A Problem for each option that is none of what its type says: a program may have no types. */
export function checkOptions(options: object): Problem[] {
  const problems: Problem[] = [];
  const check = (option: string, found: unknown, wanted: Wanted): void => {
    if (found === undefined || wanted.fits(found)) return;
    const hint = typeof found === 'string' ? hintFor(option, found, wanted.written) : null;
    problems.push(badOption(option, shown(found), wanted.written, hint));
  };
  for (const [option, found] of Object.entries(options)) {
    const wanted = Object.hasOwn(RENDER_OPTIONS, option) ? RENDER_OPTIONS[option] : undefined;
    if (wanted === undefined) problems.push(unknownOption(option));
    else check(option, found, wanted);
  }
  const { today, documents } = options as { today?: unknown; documents?: unknown };
  const wrongDay = typeof today === 'string' ? checkToday('today', today) : null;
  if (wrongDay !== null) problems.push(wrongDay);
  if (!Array.isArray(documents)) return problems;
  for (const name of documents) check('documents', name, DOCUMENT);
  const twice = documents.find((name, index) => documents.indexOf(name) !== index);
  if (twice !== undefined) problems.push(inputProblem('document-twice', { name: shown(twice) }));
  return problems;
}

/** One document is a list too. */
function hintFor(option: string, found: string, written: string): string | null {
  const name = nearest(found, written.replace(/[[\]]/gu, '').split(' | '));
  return name !== null && option === 'documents' && written.startsWith('[') ? `['${name}']` : name;
}

function unknownOption(option: string): Problem {
  const known = Object.keys(RENDER_OPTIONS);
  const values = { found: option.slice(0, 60), allowed: known.join(' | ') };
  const hint = nearest(option, known);
  return { ...inputProblem('unknown-render-option', values), ...(hint === null ? {} : { hint }) };
}
