import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { DocumentName } from '../case/types.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../document/vocabulary.ts';
import type { TemplateProgram } from '../fill/types.ts';
import { inputProblem, type Problem } from '../problem.ts';
import type { RenderOptions } from '../render.ts';
import { findUnusedTemplates } from './unused-templates.ts';

export type Templates = NonNullable<RenderOptions['templates']>;

const DOCUMENTS: readonly DocumentName[] = ['checklist', 'memo', 'letter'];

/**
 * Reads a folder of the user's own, laid over the package's: `memo/main.hbs` replaces that template, `memo/sheet.css`
 * that sheet, and what the folder does not hold stays as it is.
 */
export async function loadTemplates(
  folder: string | undefined,
  problems: Problem[],
): Promise<Templates | null> {
  if (folder === undefined) return null;
  const found = ['shared', ...DOCUMENTS].filter((name) => isFolder(join(folder, name)));
  if (found.length === 0) {
    problems.push(inputProblem('no-templates', { folder }));
    return null;
  }
  // The compilers are loaded only here.
  const [
    { compileTemplates },
    { checkTemplate },
    { findTableFault },
    { wantedInstead },
    { parseSheet },
    { templates: bundled },
    { sheets: bundledSheets },
  ] = await Promise.all([
    import('../fill/compile-templates.ts'),
    import('../fill/check-template.ts'),
    import('../fill/check-table.ts'),
    import('../document/check-values.ts'),
    import('../style/parse-sheet.ts'),
    import('#templates'),
    import('#sheets'),
  ]);
  const markup = { elements: VOCABULARY, common: COMMON_ATTRIBUTES, wantedInstead };
  const attempt = <T>(file: string, compile: () => T): T | undefined => {
    try {
      return compile();
    } catch (error) {
      const reason = (error as Error).message.replace(/\s+/gu, ' ').slice(0, 300);
      problems.push(inputProblem('template-not-readable', { file, reason }));
      return undefined;
    }
  };
  const readSheet = (path: string) =>
    attempt(path, () => {
      return isFile(path) ? parseSheet(readText(path), path) : undefined;
    });
  const readTable = (document: DocumentName, name: string, source: string): unknown => {
    const table: unknown = JSON.parse(source);
    const fault = findTableFault(document, name, table);
    if (fault !== null) throw new Error(fault);
    return table;
  };
  const readSpecs = (path: string, prefix: string): Record<string, TemplateProgram> => {
    const specs = listFiles(path, '.hbs').map((name) => {
      const file = join(path, `${name}.hbs`);
      return (
        attempt(file, () => {
          const source = readText(file);
          const compiled = compileTemplates({ [prefix + name]: source }, {}).specs;
          problems.push(...checkTemplate(source, file, markup));
          return compiled;
        }) ?? {}
      );
    });
    return Object.assign({}, ...specs);
  };
  const readTables = (path: string, document: DocumentName): Record<string, unknown> => {
    const tables = listFiles(path, '.json').map((name) => {
      const file = join(path, `${name}.json`);
      return [name, attempt(file, () => readTable(document, name, readText(file)))];
    });
    return Object.fromEntries(tables);
  };

  const sheets: Templates['sheets'] = { ...bundledSheets };
  const shared = readSpecs(join(folder, 'shared'), 'shared/');
  const base = readSheet(join(folder, 'shared', 'base.css'));
  if (base) sheets.base = base;
  const documents = { ...bundled.documents };
  for (const name of DOCUMENTS) {
    const own = join(folder, name);
    const { specs, tables } = bundled.documents[name];
    documents[name] = {
      specs: { ...specs, ...shared, ...readSpecs(own, '') },
      tables: { ...tables, ...readTables(own, name) },
    };
    const sheet = readSheet(join(own, 'sheet.css'));
    if (sheet) sheets[name] = sheet;
  }
  for (const file of findUnusedTemplates(readAll(folder), bundled.documents)) {
    const values = { file: join(folder, file) };
    problems.push({ severity: 'warning', code: 'template-not-used', path: '', values });
  }
  return { set: { ...bundled, documents }, sheets };
}

/** Files below a folder with that ending: their paths without it. */
function listFiles(folder: string, ending: string): string[] {
  if (!isFolder(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length).split(sep).join('/'));
}

/** The text of every template, table and sheet, readable or not. */
function readAll(folder: string): Record<string, string> {
  const files = ['.hbs', '.json', '.css'].flatMap((ending) =>
    listFiles(folder, ending).map((name) => name + ending),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Of a file in another encoding half would be told letter by letter as missing from the fonts. */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw error instanceof TypeError ? new Error('not UTF-8') : error;
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, or below a file.
    return false;
  }
}
