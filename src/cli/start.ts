/** Runs the command line as the process that it is: its output, its exit code. */
import { runCli } from './main.ts';

export { leave } from './output.ts';

export async function start(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCli(argv);
}
