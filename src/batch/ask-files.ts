import { inputProblem } from '../problem.ts';
import { RefusedBatch } from './refused-batch.ts';

/** An answer about the source; where the file system has none, the batch is refused. */
export function askFiles<T>(file: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RefusedBatch(
      code === 'ENOENT'
        ? inputProblem('file-not-found', { file })
        : inputProblem('file-not-readable', { file, reason: code }),
    );
  }
}
