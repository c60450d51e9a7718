/** Names the commands and their options; what a command does is loaded when it is asked for. */
import { Command, CommanderError } from 'commander';
import type { HelpLanguage } from '#help-words';
import packageJson from '../../package.json' with { type: 'json' };
import { EXIT_INPUT } from './exit-codes.ts';
import { systemLanguage } from './help-language.ts';
import {
  BATCH_OPTIONS,
  CARRIERS_OPTIONS,
  CHECK_OPTIONS,
  GENERATE_OPTIONS,
  NEW_OPTIONS,
  type OptionSpec,
  SCHEDULE_OPTIONS,
} from './option-specs.ts';
import { mayBeTerminal, print, printError } from './output.ts';
import { tellFault } from './tell-fault.ts';
import { describeArgument, describeCommand, describeOption, translateHelp } from './translate-help.ts';

/** Of help that goes into a file or to another program. */
const PLAIN_WIDTH = 80;

type SetExitCode = (code: number) => void;
type Define = (name: string, operand: string, options: readonly OptionSpec[]) => Command;

const collect = (value: string, before: string[]): string[] => [...before, value];

export function addOptions(command: Command, specs: readonly OptionSpec[], language: HelpLanguage): Command {
  for (const { long, short, value, fallback, isRepeatable } of specs) {
    const flags = `${short === undefined ? '' : `${short}, `}${long}${value === undefined ? '' : ` ${value}`}`;
    const description = describeOption(command.name(), long, language);
    if (isRepeatable) command.option(flags, description, collect, []);
    else command.option(flags, description, fallback);
  }
  return command;
}

/** What each command adds to the program, by its name; each is loaded when it is called. */
function commandsOf(define: Define, setExitCode: SetExitCode) {
  return {
    generate: () =>
      define('generate', '<case...>', GENERATE_OPTIONS).action(async (files: string[], options) =>
        setExitCode(await (await import('./commands/generate.ts')).runGenerate(files, options)),
      ),

    check: () =>
      define('check', '<case...>', CHECK_OPTIONS).action(async (files: string[], options) =>
        setExitCode(await (await import('./commands/check.ts')).runCheck(files, options)),
      ),

    schedule: () =>
      define('schedule', '<case>', SCHEDULE_OPTIONS).action(async (file: string, options) =>
        setExitCode(await (await import('./commands/schedule.ts')).runSchedule(file, options)),
      ),

    carriers: () =>
      define('carriers', '[id]', CARRIERS_OPTIONS).action(async (id: string | undefined, options) =>
        setExitCode(await (await import('./commands/carriers.ts')).runCarriers(id, options)),
      ),

    new: () =>
      define('new', '[file]', NEW_OPTIONS).action(async (file: string | undefined, options) =>
        setExitCode(await (await import('./commands/new.ts')).runNew(file, options)),
      ),

    batch: () =>
      define('batch', '<source>', BATCH_OPTIONS).action(async (source: string, options) =>
        setExitCode(await (await import('./commands/batch.ts')).runBatch(source, options)),
      ),
  } satisfies Record<string, () => Command>;
}

/** With the one command that is asked for; with all of them for who asks for help or mistypes one. */
function buildProgram(asked: string | undefined, setExitCode: SetExitCode, json: boolean): Command {
  const language = systemLanguage();
  const program = new Command('kaiyaku')
    .version(packageJson.version, '-V, --version', describeOption('kaiyaku', '--version', language))
    .exitOverride()
    .showSuggestionAfterError()
    // What --json asks for is one report, also of a mistake in the options.
    .configureOutput({
      writeOut: print,
      writeErr: json ? () => undefined : printError,
      // Told as a Problem.
      outputError: () => undefined,
      getOutHelpWidth: () => (mayBeTerminal() ? process.stdout.columns : undefined) ?? PLAIN_WIDTH,
      getOutHasColors: () => false,
    });
  translateHelp(program, language);
  // Settings such as exitOverride are copied to commands made by `command()`.
  const commands = commandsOf((name, operand, options) => {
    const command = program.command(name).description(describeCommand(name, language));
    return addOptions(command, options, language).argument(operand, describeArgument(name, language));
  }, setExitCode);
  const one = Object.entries(commands).find(([name]) => name === asked);
  for (const [, add] of one ? [one] : Object.entries(commands)) add();
  return program;
}

export async function runCli(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const json = argv.includes('--json');
  const setExitCode = (code: number): void => {
    exitCode = code;
  };
  const program = buildProgram(argv[0], setExitCode, json);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // No command at all: the help has been shown, and says it better.
      if (error.code === 'commander.help' && !json) return EXIT_INPUT;
      return (await import('./report-usage.ts')).reportUsage(program, argv, error, json);
    }
    return tellFault(error);
  }
  return exitCode;
}
