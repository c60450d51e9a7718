import type { Command } from 'commander';
import { badOption } from './options.ts';
import { finish, inFile } from './report.ts';

/** A command line that cannot be read, as a JSON report: what was typed, and what could have been. */
export function reportUsage(program: Command, argv: readonly string[], { message }: Error): number {
  const command = program.commands.find((known) => known.name() === argv[0]);
  const usage = command
    ? `${command.name()} ${command.usage()}`
    : program.commands.map((known) => known.name()).join(' | ');
  const problem = badOption('kaiyaku', argv.join(' '), usage, message.replace(/^error: /u, ''));
  return finish(inFile(undefined, [problem]), true, {}, '');
}
