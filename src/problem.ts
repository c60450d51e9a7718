/** An `error` stops the run (exit code 2); a `warning` travels with the result. */
export type Severity = 'error' | 'warning';

/**
 * Something that the person who made the input can mend.
 * Stages give the code, the place and the values; the sentences for the codes stand in
 * templates/words/problems.json, in Chinese and Japanese, and are joined on in render.ts.
 */
export interface Problem {
  severity: Severity;
  /** Stable, kebab-case: `unknown-carrier`. */
  code: string;
  /**
   * Dotted path in the input, as `--set` takes it: `line.closingDay`, `papers.0`; '' is the whole input. Of a page that no
   * answer spoils: the document, and the elements in it where they are known (`memo: section/p`). Of a template: its file.
   */
  path: string;
  /** What the sentence names: `{ found: '2027-02-30' }`. */
  values?: Record<string, string | number>;
  /** What was probably meant: the nearest known key or value. */
  hint?: string;
}

export interface Sentence {
  zhHans: string;
  ja: string;
}

/** A Problem with its sentences: what reports and the library hand out. */
export interface ReportedProblem extends Problem {
  message: Sentence;
}

/** A stage's result where the input can be wrong; `value` is null when any Problem is an error. */
export interface Checked<T> {
  value: T | null;
  problems: Problem[];
}

export const hasErrors = (problems: readonly Pick<Problem, 'severity'>[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** What is told of a mistake by who knows in which file it stands. */
export interface Fault {
  code: string;
  values: Record<string, string | number>;
  /** In the file: `line:column`, `line`, or the path of a value. */
  place?: string;
  /** A name that is not known, and those that are: one of them was meant. */
  found?: string;
  known?: readonly string[];
}

/** Thrown where a template, a table or a sheet is read or filled in; where it is one of ours, the message is for us. */
export class InputFault extends Error {
  readonly fault: Fault;
  constructor(message: string, fault: Fault) {
    super(message);
    this.fault = fault;
  }
}

/** Of an error of another bundle too, which has a class of its own; null where it is no InputFault. */
export function faultOf(error: Error): Fault | null {
  return 'fault' in error ? (error as InputFault).fault : null;
}

/** An error of the whole input, or of a file, rather than of one answer in it. */
export function inputProblem(code: string, values: Record<string, string | number> = {}): Problem {
  return { severity: 'error', code, path: '', values };
}
