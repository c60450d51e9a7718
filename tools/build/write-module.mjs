import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const build = new URL('../../build/', import.meta.url);

/** Writes build/<name>.js and its types; a file that would not change keeps its time. */
export async function writeModule(name, code, types) {
  await writeIfChanged(fileURLToPath(new URL(`${name}.js`, build)), code);
  await writeIfChanged(fileURLToPath(new URL(`${name}.d.ts`, build)), types);
}

export async function writeIfChanged(path, text, encoding = 'utf8') {
  const before = await readFile(path, encoding).catch(() => null);
  if (before === text) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, encoding);
}

/** A value as JSON in single quotes: JSON is full of double ones, which would all need a backslash. */
export function literal(value) {
  return `'${JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
