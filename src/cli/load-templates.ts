import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { DocumentName } from '../case/types.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../document/vocabulary.ts';
import type { TemplateProgram } from '../fill/types.ts';
import { inputProblem, type Problem } from '../problem.ts';
import type { RenderOptions } from '../render.ts';

type Templates = NonNullable<RenderOptions['templates']>;

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
      const css = readText(path);
      return css === null ? undefined : parseSheet(css, path);
    });
  const readTable = (document: DocumentName, name: string, source: string): unknown => {
    const table: unknown = JSON.parse(source);
    const fault = findTableFault(document, name, table);
    if (fault !== null) throw new Error(fault);
    return table;
  };
  const readSpecs = (path: string, prefix: string): Record<string, TemplateProgram> => {
    const specs = Object.entries(readTree(path, '.hbs')).map(([name, source]) => {
      const file = join(path, `${name}.hbs`);
      return (
        attempt(file, () => {
          const compiled = compileTemplates({ [prefix + name]: source }, {}).specs;
          problems.push(...checkTemplate(source, file, markup));
          return compiled;
        }) ?? {}
      );
    });
    return Object.assign({}, ...specs);
  };
  const readTables = (path: string, document: DocumentName): Record<string, unknown> => {
    const tables = Object.entries(readTree(path, '.json')).map(([name, source]) => [
      name,
      attempt(join(path, `${name}.json`), () => readTable(document, name, source)),
    ]);
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
  return { set: { ...bundled, documents }, sheets };
}

/** Files below a folder with that ending, by path without it. */
function readTree(folder: string, ending: string): Record<string, string> {
  if (!isFolder(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
  return Object.fromEntries(
    names
      .sort()
      .map((name) => [
        name.slice(0, -ending.length).split(sep).join('/'),
        readFileSync(join(folder, name), 'utf8'),
      ]),
  );
}

function readText(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, or below a file.
    return false;
  }
}
