/**
 * Files of a folder of the user's own that no page will show: a slip in the name of a file or of a folder would otherwise
 * print the package's own sentence without a word.
 */
import { extname, posix } from 'node:path';
import type { DocumentName } from '../case/types.ts';
import type { DocumentTemplates } from '../fill/types.ts';

/** `templates/words/` is built into the package. */
export const isWordsFile = (file: string): boolean => file.startsWith('words/');

const ENDINGS: readonly string[] = ['.hbs', '.json', '.css'];

/** Of editors and file managers, and what tells people about a folder. */
const isNoTemplate = (file: string): boolean => posix.basename(file).startsWith('.') || file.endsWith('.md');

type Documents = Readonly<Record<DocumentName, DocumentTemplates>>;

/** `texts`: by path in the folder, with `/`. A file that another of them names is used. */
export function findUnusedTemplates(texts: Readonly<Record<string, string>>, documents: Documents): string[] {
  const files = Object.keys(texts).filter((file) => !isWordsFile(file) && !isNoTemplate(file));
  const isUsed = (file: string): boolean =>
    ENDINGS.includes(extname(file)) &&
    (isOfPackage(file, documents) || files.some((other) => other !== file && names(other, file, texts)));
  return files.filter((file) => !isUsed(file));
}

/** A template names a partial by its path in the folder of its document, a table by its last part. */
function names(other: string, file: string, texts: Readonly<Record<string, string>>): boolean {
  const path = file.slice(file.indexOf('/') + 1, -extname(file).length);
  const text = texts[other] ?? '';
  return text.includes(path) || (extname(other) === '.json' && text.includes(`"${posix.basename(path)}"`));
}

function isOfPackage(file: string, documents: Documents): boolean {
  const [folder = '', ...rest] = file.split('/');
  const ending = extname(file);
  const name = rest.join('/').slice(0, -ending.length);
  if (folder === 'shared') {
    if (ending === '.css') return name === 'base';
    return Object.values(documents).some(({ specs }) => Object.hasOwn(specs, posix.join(folder, name)));
  }
  if (!Object.hasOwn(documents, folder)) return false;
  if (ending === '.css') return name === 'sheet';
  const { specs, tables } = documents[folder as DocumentName];
  return Object.hasOwn(ending === '.hbs' ? specs : tables, name);
}
