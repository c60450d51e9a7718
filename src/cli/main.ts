/** Names the commands and their options; what a command does is loaded when it is asked for. */
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { EXIT_INPUT } from './exit-codes.ts';
import { CASE_OPTIONS, GENERATE_OPTIONS, type OptionSpec } from './option-specs.ts';
import { mayBeTerminal, print, printError } from './output.ts';
import { tellFault } from './tell-fault.ts';

/** Of help that goes into a file or to another program. */
const PLAIN_WIDTH = 80;

type SetExitCode = (code: number) => void;

const collect = (value: string, before: string[]): string[] => [...before, value];

export function addOptions(command: Command, specs: readonly OptionSpec[]): Command {
  for (const { long, short, value, description, fallback, isRepeatable } of specs) {
    const flags = `${short === undefined ? '' : `${short}, `}${long}${value === undefined ? '' : ` ${value}`}`;
    if (isRepeatable) command.option(flags, description, collect, []);
    else command.option(flags, description, fallback);
  }
  return command;
}

/** What each command adds to the program, by its name; each is loaded when it is called. */
function commandsOf(define: (name: string, description: string) => Command, setExitCode: SetExitCode) {
  return {
    generate: () =>
      addOptions(define('generate', 'write the PDFs of one case or of several'), GENERATE_OPTIONS)
        .argument('<case...>', 'case files, YAML or JSON')
        .action(async (files: string[], options) =>
          setExitCode(await (await import('./commands/generate.ts')).runGenerate(files, options)),
        ),

    check: () =>
      addOptions(define('check', 'look for mistakes without writing anything'), CASE_OPTIONS)
        .argument('<case...>', 'case files')
        .option('--print', 'also inspect how the pages will print')
        .action(async (files: string[], options) =>
          setExitCode(await (await import('./commands/check.ts')).runCheck(files, options)),
        ),

    schedule: () =>
      addOptions(define('schedule', 'the dated steps'), CASE_OPTIONS)
        .argument('<case>', 'case file')
        .option('--ics <file>', 'write a calendar with alarms')
        .action(async (file: string, options) =>
          setExitCode(await (await import('./commands/schedule.ts')).runSchedule(file, options)),
        ),

    carriers: () =>
      define('carriers', 'what is known about the carriers, and what is not')
        .argument('[id]', 'one carrier')
        .option('--json', 'print one JSON report on stdout and nothing else')
        .action(async (id: string | undefined, options) =>
          setExitCode(await (await import('./commands/carriers.ts')).runCarriers(id, options)),
        ),

    new: () =>
      define('new', 'write a case file by answering questions')
        .argument('[file]', 'file to write')
        .option('--force', 'replace a file that is there')
        .action(async (file: string | undefined, options) =>
          setExitCode(await (await import('./commands/new.ts')).runNew(file, options)),
        ),

    batch: () =>
      addOptions(define('batch', 'many cases: a table, a list of cases or a folder'), CASE_OPTIONS)
        .argument('<source>', 'table.csv, cases.ndjson or a folder of case files')
        .option('-o, --out <dir>', 'folder for the PDFs and report.csv', 'output')
        .option('--document <name>', 'checklist | memo | both | letter (default: what the case needs)')
        .option('--edition <name>', 'personal | share | blank', 'personal')
        .option('--paper <name>', 'A4 | B5 | A3 | Letter')
        .option('--large', 'large print')
        .option('--jobs <n>', 'worker threads (default: one for each processor)')
        .option('--shard <i/n>', 'only the i-th of n equal parts, for array jobs')
        .action(async (source: string, options) =>
          setExitCode(await (await import('./commands/batch.ts')).runBatch(source, options)),
        ),
  } satisfies Record<string, () => Command>;
}

/** With the one command that is asked for; with all of them for who asks for help or mistypes one. */
function buildProgram(asked: string | undefined, setExitCode: SetExitCode, json: boolean): Command {
  const program = new Command('kaiyaku')
    .description(
      'Prints a checklist and a counter memo, in Chinese and Japanese, for cancelling a Japanese mobile line.',
    )
    .version(packageJson.version)
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
  // Settings such as exitOverride are copied to commands made by `command()`.
  const commands = commandsOf(
    (name, description) => program.command(name).description(description),
    setExitCode,
  );
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
