/** Runs the command line as the process that it is: its output, its exit code. */
import { runCli } from './main.ts';

export async function start(argv: readonly string[]): Promise<void> {
  // Output that nobody reads any more (`kaiyaku carriers | head`) is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCli(argv);
}
