/** Gives commander its sentences: what it would say in English by itself, and how wide Chinese and Japanese are. */
import type { Command } from 'commander';
import { type HelpLanguage, helpWords } from '#help-words';
import { textWidth } from './text-width.ts';

/** Before any command is added: they take its settings over. */
export function translateHelp(program: Command, language: HelpLanguage): void {
  const { commands, options, titles } = helpWords;
  program
    .description(commands.kaiyaku?.[language] ?? '')
    .helpOption('-h, --help', options['--help']?.[language])
    .helpCommand('help [command]', commands.help?.[language])
    .configureHelp({
      displayWidth: textWidth,
      styleTitle: (title) => titles[title]?.[language] ?? title,
      // Defaults stand in the sentences.
      optionDescription: ({ description }) => description,
    });
}

export const describeCommand = (name: string, language: HelpLanguage): string =>
  helpWords.commands[name]?.[language] ?? '';

export const describeArgument = (name: string, language: HelpLanguage): string =>
  helpWords.arguments[name]?.[language] ?? '';

/** `long`: `--out`; some commands have a sentence of their own for it. */
export function describeOption(command: string, long: string, language: HelpLanguage): string {
  const { options } = helpWords;
  return (options[`${command} ${long}`] ?? options[long])?.[language] ?? '';
}
