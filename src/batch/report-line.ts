import type { RowResult } from './types.ts';

export const REPORT_HEADER = 'row,file,status,problems,ms\n';

export function reportLine({ row, files, status, problems, ms }: RowResult): string {
  const cells = [String(row), files.join(' '), status, problems.join('; '), String(Math.round(ms))];
  return `${cells.map(writeCell).join(',')}\n`;
}

/** RFC 4180. A cell that a spreadsheet would take for a formula, full-width forms too, gets an apostrophe before it. */
function writeCell(text: string): string {
  const harmless = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
