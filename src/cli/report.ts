import { hasErrors, type Problem, type ReportedProblem } from '../problem.ts';
import { reportProblem } from '../problem-sentence.ts';
import { EXIT_DONE, EXIT_INPUT } from './exit-codes.ts';
import { print, printError } from './output.ts';

/** A Problem with its sentences and, where it belongs to one, the case file as it was named on the command line. */
export interface FileProblem extends ReportedProblem {
  file?: string;
  /** Of a table or a list: the number in the report, and where it stands in the source. */
  row?: number;
  line?: number;
}

export function inFile(
  file: string | undefined,
  problems: readonly (Problem | ReportedProblem)[],
): FileProblem[] {
  return problems.map((problem) => ({
    ...('message' in problem ? problem : reportProblem(problem)),
    ...(file === undefined ? {} : { file }),
  }));
}

/**
 * Ends a command: `--json` prints one report on stdout; otherwise the text goes to stdout and Problems to stderr,
 * in Chinese and Japanese.
 */
export function finish(
  problems: readonly FileProblem[],
  json: boolean,
  report: object,
  text: string,
): number {
  if (json) {
    print(`${JSON.stringify({ ...report, problems }, null, 2)}\n`);
  } else {
    if (problems.length > 0) printError(problems.map(describeProblem).join(''));
    if (text !== '') print(text.endsWith('\n') ? text : `${text}\n`);
  }
  return hasErrors(problems) ? EXIT_INPUT : EXIT_DONE;
}

export function describeProblem(problem: FileProblem): string {
  const { severity, code, path, file, row, line, message, hint } = problem;
  const inTable = row === undefined ? '' : `row ${row}${line === undefined ? '' : ` (line ${line})`}`;
  const place = [file, inTable, path].filter(Boolean).join(': ');
  const lines = [`${severity} ${code}${place ? ` ${place}` : ''}`, `  ${message.zhHans}`, `  ${message.ja}`];
  if (hint !== undefined) lines.push(`  → ${hint}`);
  return `${lines.map(withoutControls).join('\n')}\n`;
}

/** Cc and Bidi_Control (UAX #44), written out: the tables of Unicode take longer to open than a run has to spare. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant.
const CONTROLS = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a case quotes goes to a terminal, which would obey escape sequences. */
function withoutControls(line: string): string {
  return line.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
