/** Thrown where a run was ended from outside. */
export class StoppedBatch extends Error {
  /** Rows that are done. */
  readonly rows: number;
  constructor(rows: number) {
    super('stopped');
    this.rows = rows;
  }
}
