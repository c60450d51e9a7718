import type { Problem } from '../problem.ts';

/** Thrown where no row can be made: the source can't be read, or the output folder can't be written. */
export class RefusedBatch extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
