/** Lines of the commands in the language of the system, as the help has it; reports for programs are JSON. */
import { outputWords } from '#output-words';
import { systemLanguage } from './help-language.ts';

/** Slots without a value stay as they are: of a progress bar they are the library's. */
export function outputLine(id: string, values: Readonly<Record<string, string | number>> = {}): string {
  const line = outputWords[id]?.[systemLanguage()];
  if (line === undefined) throw new Error(`no words for ${id} in templates/words/output.json`);
  return line.replace(/\{(\w+)\}/gu, (slot, name: string) => String(values[name] ?? slot));
}
