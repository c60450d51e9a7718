import { inputProblem, type Problem } from '../problem.ts';
import { unwritable } from './file-set.ts';

/** Thrown where no row can be made: the source can't be read, or the output folder can't be written. */
export class RefusedBatch extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** An answer of the file system is the user's to mend; anything else is a mistake of ours. */
export function asRefused(error: unknown, out: string, nextRow: number): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const file = path ?? out;
  return new RefusedBatch(code === NO_SPACE ? diskFull(nextRow, file) : unwritable(file, code, syscall));
}

export const NO_SPACE = 'ENOSPC';

export const diskFull = (row: number, file: string): Problem => inputProblem('disk-full', { row, file });
