/** Reads files of a folder of the user's own; what is wrong in one is told with its name. */
import { join } from 'node:path';
import { placeInJson } from '../case/parse-case.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../document/vocabulary.ts';
import type { TemplateProgram } from '../fill/types.ts';
import { type Fault, InputFault, type Problem } from '../problem.ts';
import type { Sheet } from '../style/sheet.ts';
import { isFile, listFiles, readText } from './files.ts';
import { problemIn } from './tell-fault.ts';

export type Specs = Record<string, TemplateProgram>;

export interface FolderReader {
  /** Templates by name, which begins with `prefix`; one that can't be read is not among them. */
  readSpecs(folder: string, prefix: string): Specs;
  readTables(folder: string): Record<string, unknown>;
  readSheet(file: string): Sheet | undefined;
  tell(file: string, faults: readonly Fault[]): void;
}

/** With these the compiler has nothing to add. */
const UNREAD: readonly string[] = ['block-not-closed', 'block-not-opened', 'mustache-not-readable'];

export async function openReader(problems: Problem[]): Promise<FolderReader> {
  // The compilers are loaded only here.
  const [{ compileTemplates }, { checkTemplate }, { meantBy, wantedInstead }, { parseSheet }] =
    await Promise.all([
      import('../fill/compile-templates.ts'),
      import('../fill/check-template.ts'),
      import('../document/check-values.ts'),
      import('../style/parse-sheet.ts'),
    ]);
  const markup = { elements: VOCABULARY, common: COMMON_ATTRIBUTES, wantedInstead, meantBy };
  const attempt = <T>(file: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(problemIn(file, error as Error));
      return undefined;
    }
  };
  const readSpec = (file: string, name: string): Specs => {
    const source = readText(file);
    const faults = checkTemplate(source, file, markup);
    problems.push(...faults);
    return faults.some(({ code }) => UNREAD.includes(code))
      ? {}
      : compileTemplates({ [name]: source }, {}).specs;
  };
  return {
    readSpecs(folder, prefix) {
      const specs = listFiles(folder, '.hbs').map((name) => {
        const file = join(folder, `${name}.hbs`);
        return attempt(file, () => readSpec(file, prefix + name));
      });
      return Object.assign({}, ...specs);
    },
    readTables(folder) {
      const tables = listFiles(folder, '.json').map((name) => {
        const file = join(folder, `${name}.json`);
        return [name, attempt(file, () => parseTable(readText(file)))] as const;
      });
      return Object.fromEntries(tables.filter(([, table]) => table !== undefined));
    },
    readSheet: (file) => attempt(file, () => (isFile(file) ? parseSheet(readText(file), file) : undefined)),
    tell(file, faults) {
      for (const fault of faults) problems.push(problemIn(file, new InputFault(fault.code, fault)));
    },
  };
}

function parseTable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const values = { place: placeInJson(text, error as Error) };
    throw new InputFault(message, { code: 'not-json', values });
  }
}
