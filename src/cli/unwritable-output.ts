import { inputProblem, type Problem } from '../problem.ts';

/** Thrown where what a command prints can't be written: a full disk behind `> file`. */
export class UnwritableOutput extends Error {
  readonly problem: Problem;
  constructor(file: string, reason: string) {
    super(reason);
    this.problem = inputProblem('cannot-write', { file, reason });
  }
}
