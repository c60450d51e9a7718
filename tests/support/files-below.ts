import { readdirSync } from 'node:fs';
import { sep } from 'node:path';

/** Files below a folder with that ending, as paths with / wherever they stand, in one order. */
export const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replaceAll(sep, '/'))
    .sort();
