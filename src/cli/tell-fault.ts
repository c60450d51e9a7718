import { EXIT_OURS } from './exit-codes.ts';
import { printError } from './output.ts';
import { finish, inFile } from './report.ts';
import { UnwritableOutput } from './unwritable-output.ts';

/** A mistake of ours: all that a report needs. */
export function tellFault(error: unknown): number {
  if (error instanceof UnwritableOutput) return finish(inFile(undefined, [error.problem]), false, {}, '');
  printError(`${describeFault(error)}\n`);
  return EXIT_OURS;
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${describeFault(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
