/** `generate` as the process that it is, without the rest of the command line. */
import { type GenerateOptions, runGenerate } from './commands/generate.ts';
import { GENERATE_OPTIONS } from './option-specs.ts';
import { readArguments } from './read-arguments.ts';
import { tellFault } from './tell-fault.ts';

export { leave } from './output.ts';

/** False where nothing was done, since the whole command line has to look at the arguments. */
export async function start([, ...argv]: readonly string[]): Promise<boolean> {
  const read = readArguments(argv, GENERATE_OPTIONS);
  if (read === null) return false;
  const options = read.options as unknown as GenerateOptions;
  process.exitCode = await runGenerate(read.operands, options).catch(tellFault);
  return true;
}
