import { badOption, checkToday, EDITIONS, PAPERS } from '../case/check-options.ts';
import { nearest } from '../case/nearest.ts';
import type { DocumentName, Edition, Paper } from '../case/types.ts';
import type { Problem } from '../problem.ts';

/** What commander hands to every command that reads a case. */
export interface CaseOptions {
  today?: string;
  set: string[];
  json?: boolean;
}

export interface DocumentOptions extends CaseOptions {
  out: string;
  document?: string;
  edition: string;
  paper?: string;
  large?: boolean;
  fillable?: boolean;
}

export interface ReadOptions {
  /** Absent: checklist and memo, and the letter where somebody is sent. */
  documents?: DocumentName[];
  edition: Edition;
  paper?: Paper;
  large?: boolean;
  fillable?: boolean;
  today?: string;
}

const DOCUMENTS: Readonly<Record<string, DocumentName[]>> = {
  both: ['checklist', 'memo'],
  checklist: ['checklist'],
  memo: ['memo'],
  letter: ['letter'],
};
export const STAGES = [
  'case',
  'facts',
  'schedule',
  'html',
  'tree',
  'boxes',
  'lines',
  'pages',
  'text',
] as const;
export type Stage = (typeof STAGES)[number];

/** Options as the pipeline takes them, and a Problem for each that is none. */
export function readDocumentOptions(options: DocumentOptions, problems: Problem[]): ReadOptions {
  const document =
    options.document === undefined
      ? undefined
      : oneOf('--document', options.document, Object.keys(DOCUMENTS), problems);
  const edition = oneOf('--edition', options.edition, EDITIONS, problems);
  const paper = options.paper === undefined ? undefined : oneOf('--paper', options.paper, PAPERS, problems);
  const today = readToday(options.today, problems);
  if (options.out === '') problems.push(badOption('--out', '', '. | output'));
  return {
    ...(document === undefined ? {} : { documents: DOCUMENTS[document] ?? [] }),
    edition: edition ?? 'personal',
    ...(paper === undefined ? {} : { paper }),
    ...(options.large === undefined ? {} : { large: options.large }),
    ...(options.fillable === undefined ? {} : { fillable: options.fillable }),
    ...(today === undefined ? {} : { today }),
  };
}

/** A real day between 2000 and 2099, or nothing. */
export function readToday(found: string | undefined, problems: Problem[]): string | undefined {
  const problem = found === undefined ? null : checkToday('--today', found);
  if (problem === null) return found;
  problems.push(problem);
  return undefined;
}

export function oneOf<T extends string>(
  option: string,
  found: string,
  known: readonly T[],
  problems: Problem[],
): T | undefined {
  const match = known.find((name) => name.toLowerCase() === found.toLowerCase());
  if (match === undefined) problems.push(badOption(option, found, known.join(' | '), nearest(found, known)));
  return match;
}
