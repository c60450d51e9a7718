import { join } from 'node:path';
import type { DocumentName } from '../case/types.ts';
import type { DocumentTemplates } from '../fill/types.ts';
import { hasErrors, inputProblem, type Problem } from '../problem.ts';
import type { RenderOptions } from '../render.ts';
import { isFolder, readAll } from './files.ts';
import { type FolderReader, openReader, type Specs } from './open-reader.ts';
import { findUnusedTemplates, isWordsFile } from './unused-templates.ts';

export type Templates = NonNullable<RenderOptions['templates']>;

const DOCUMENTS: readonly DocumentName[] = ['checklist', 'memo', 'letter'];

type Documents = Record<DocumentName, DocumentTemplates>;

/** What the folder holds itself. */
interface Own {
  shared: Specs;
  documents: Documents;
}

/**
 * Reads a folder of the user's own, laid over the package's: `memo/main.hbs` replaces that template, `memo/sheet.css`
 * that sheet, and what the folder does not hold stays as it is. Null where there is none, or where a file has an error.
 */
export async function loadTemplates(
  folder: string | undefined,
  problems: Problem[],
): Promise<Templates | null> {
  if (folder === undefined) return null;
  if (!['shared', ...DOCUMENTS].some((name) => isFolder(join(folder, name)))) {
    problems.push(inputProblem('no-templates', { folder }));
    return null;
  }
  const found: Problem[] = [];
  const [reader, { templates: bundled }, { sheets: bundledSheets }] = await Promise.all([
    openReader(found),
    import('#templates'),
    import('#sheets'),
  ]);
  const sheets: Templates['sheets'] = { ...bundledSheets };
  const readSheet = (name: string, file: string): void => {
    const sheet = reader.readSheet(join(folder, file));
    if (sheet) sheets[name] = sheet;
  };
  readSheet('base', 'shared/base.css');
  for (const name of DOCUMENTS) readSheet(name, `${name}/sheet.css`);
  const shared = reader.readSpecs(join(folder, 'shared'), 'shared/');
  const readDocument = (name: DocumentName): DocumentTemplates => ({
    specs: reader.readSpecs(join(folder, name), ''),
    tables: reader.readTables(join(folder, name)),
  });
  const own: Own = { shared, documents: eachDocument(readDocument) };
  const documents = eachDocument((name) => layOver(bundled.documents[name], own, name));
  await checkNames(folder, own, documents, reader);
  found.push(...findUnused(folder, bundled.documents));
  problems.push(...found);
  return hasErrors(found) ? null : { set: { ...bundled, documents }, sheets };
}

const eachDocument = (make: (name: DocumentName) => DocumentTemplates): Documents =>
  Object.fromEntries(DOCUMENTS.map((name) => [name, make(name)])) as Documents;

function layOver(
  bundled: DocumentTemplates,
  { shared, documents }: Own,
  name: DocumentName,
): DocumentTemplates {
  const { specs, tables } = documents[name];
  return { specs: { ...bundled.specs, ...shared, ...specs }, tables: { ...bundled.tables, ...tables } };
}

/** What own files name is looked up in all of them, whether a case shows it or not. */
async function checkNames(
  folder: string,
  own: Own,
  documents: Documents,
  reader: FolderReader,
): Promise<void> {
  const [{ findMissingPartials, findWordless }, { findTableFault }, { knownNames }] = await Promise.all([
    import('../fill/check-names.ts'),
    import('../fill/check-table.ts'),
    import('./known-names.ts'),
  ]);
  const checkSpecs = (specs: Specs, place: string, known: Specs): void => {
    for (const [name, program] of Object.entries(specs))
      reader.tell(join(folder, place, `${name}.hbs`), findMissingPartials(program, known));
  };
  // A shared template is one of every document.
  const all: Specs = Object.assign({}, ...DOCUMENTS.map((name) => documents[name].specs));
  checkSpecs(own.shared, '', all);
  for (const name of DOCUMENTS) checkSpecs(own.documents[name].specs, name, documents[name].specs);
  if (DOCUMENTS.every((name) => Object.keys(own.documents[name].tables).length === 0)) return;
  const names = knownNames({
    checklist: documents.checklist.specs,
    steps: documents.checklist.tables.steps,
    rows: documents.memo.tables.rows,
  });
  for (const document of DOCUMENTS)
    for (const [name, table] of Object.entries(own.documents[document].tables)) {
      const fault = findTableFault(document, name, table, names);
      const faults = fault ? [fault] : findWordless(document, name, documents[document]);
      reader.tell(join(folder, document, `${name}.json`), faults);
    }
}

function findUnused(folder: string, bundled: Documents): Problem[] {
  const files = readAll(folder);
  const unused = findUnusedTemplates(files, bundled).map((file): Problem => {
    return warning('template-not-used', { file: join(folder, file) });
  });
  const hasWords = Object.keys(files).some(isWordsFile);
  return hasWords ? [...unused, warning('words-not-replaced', { folder: join(folder, 'words') })] : unused;
}

const warning = (code: string, values: Record<string, string>): Problem => ({
  severity: 'warning',
  code,
  path: '',
  values,
});
