/** report.csv: written beside its place, line by line, and put there when all rows are done. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { inputProblem, type Problem } from '../problem.ts';
import { OPEN_ELSEWHERE, unwritable, whatBlocks } from './file-set.ts';
import { RefusedBatch } from './refused-batch.ts';
import { REPORT_HEADER, reportLine } from './report-line.ts';
import type { RowResult } from './types.ts';

export class ReportFile {
  readonly #place: string;
  readonly #part: string;
  readonly #file: number;

  /** Refuses before any row is made where an earlier report can't be replaced. */
  constructor(place: string, mark: string) {
    this.#place = place;
    this.#part = `${place}.${mark}.part`;
    askReplaceable(place);
    this.#file = openSync(this.#part, 'w');
    writeSync(this.#file, REPORT_HEADER);
  }

  add(result: RowResult): void {
    writeSync(this.#file, reportLine(result));
  }

  close(): void {
    closeSync(this.#file);
  }

  putInPlace(): void {
    try {
      renameSync(this.#part, this.#place);
    } catch (error) {
      rmSync(this.#part, { force: true });
      throw refusedReport(this.#place, error);
    }
  }
}

function askReplaceable(place: string): void {
  const code = whatBlocks(place);
  if (code !== null) throw new RefusedBatch(tellReport(place, code, 'rename'));
}

function refusedReport(file: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new RefusedBatch(tellReport(file, code, syscall));
}

function tellReport(file: string, code: string, syscall: string | undefined): Problem {
  return OPEN_ELSEWHERE.includes(code)
    ? inputProblem('report-open', { file })
    : unwritable(file, code, syscall);
}
