import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The JSON file at a URL or a path. One with a slip is told by its place in the project and its line. */
export async function readJson(file) {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  return parseJson(relative(ROOT, path), await readFile(path, 'utf8'));
}

export function parseJson(name, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /at position (\d+)/u.exec(error.message) ?? [];
    const line = position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`${name}${line}: ${error.message}`, { cause: error });
  }
}
