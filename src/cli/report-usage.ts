import type { Command, CommanderError } from 'commander';
import type { Problem } from '../problem.ts';
import { finish, inFile } from './report.ts';

/** A command line that cannot be read: what is wrong in it, and what could have been typed. */
export function reportUsage(
  program: Command,
  argv: readonly string[],
  { code, message }: CommanderError,
  json: boolean,
): number {
  const command = program.commands.find((known) => known.name() === argv[0]);
  const usage = command
    ? `kaiyaku ${command.name()} ${command.usage()}`
    : `kaiyaku ${program.commands.map((known) => known.name()).join(' | ')}`;
  const [first = '', suggestion] = message.split('\n');
  const found = /'([^']+)'/u.exec(first)?.[1] ?? `kaiyaku ${argv.join(' ')}`;
  const values = { found, usage };
  const hint = /^\(Did you mean (?:one of )?(.+)\?\)$/u.exec(suggestion ?? '')?.[1];
  return finish(inFile(undefined, [usageProblem(code, values, hint)]), json, {}, '');
}

/** By what commander calls the mistake. */
function usageProblem(code: string, values: Record<string, string>, hint: string | undefined): Problem {
  const problemOf = (own: string): Problem => ({
    severity: 'error',
    code: own,
    path: '',
    values,
    ...(hint === undefined ? {} : { hint }),
  });
  switch (code) {
    case 'commander.unknownOption':
      return problemOf('unknown-option');
    case 'commander.unknownCommand':
      return problemOf('unknown-command');
    case 'commander.missingArgument':
      return problemOf('missing-argument');
    case 'commander.optionMissingArgument':
      return problemOf('option-needs-value');
    case 'commander.excessArguments':
      return problemOf('too-many-arguments');
    default:
      return problemOf('unreadable-command');
  }
}
