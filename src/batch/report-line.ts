import type { Problem, Sentence } from '../problem.ts';
import { reportProblem } from '../problem-sentence.ts';
import type { RowResult } from './types.ts';

/** With the mark by which spreadsheets know UTF-8. */
export const REPORT_HEADER = '\uFEFFrow,file,status,problems,ms,line,zh,ja\n';

export function reportLine(result: RowResult): string {
  const { row, files, status, problems, fault, ms, line } = result;
  const codes = problems.map(({ code, path }) => (path === '' ? code : `${code} ${path}`));
  const cells = [
    String(row),
    files.join('; '),
    status,
    fault ?? codes.join('; '),
    String(Math.round(ms)),
    line === null ? '' : String(line),
    problems.map((problem) => tell(problem, 'zhHans')).join(' '),
    problems.map((problem) => tell(problem, 'ja')).join(' '),
  ];
  return `${cells.map(writeCell).join(',')}\n`;
}

/** Where, what, and what was probably meant: in one cell. */
function tell(problem: Problem, language: keyof Sentence): string {
  const { path, message, hint } = reportProblem(problem);
  const place = path === '' ? '' : `${path}: `;
  return `${place}${message[language]}${hint === undefined ? '' : ` \u2192 ${hint}`}`;
}

/** RFC 4180. A cell that a spreadsheet would take for a formula, full-width forms too, gets an apostrophe before it. */
function writeCell(text: string): string {
  const harmless = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
