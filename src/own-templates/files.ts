/** Files of a folder of the user's own. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { InputFault } from '../problem.ts';

/** Files below a folder with that ending: their paths without it. */
export function listFiles(folder: string, ending: string): string[] {
  if (!isFolder(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.replaceAll(sep, '/'))
    .sort()
    .map((file) => file.slice(0, file.length - ending.length));
}

/** The text of every file, readable or not. */
export function readAll(folder: string): Record<string, string> {
  const files = listFiles(folder, '').filter((file) => isFile(join(folder, file)));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Of a file in another encoding half would be told letter by letter as missing from the fonts. */
export function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw error instanceof TypeError ? new InputFault('not UTF-8', { code: 'not-utf-8', values: {} }) : error;
  }
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, or below a file.
    return false;
  }
}
