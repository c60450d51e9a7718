import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { japanToday } from './japan-today.ts';
import type { Host } from './types.ts';

/** The package's own files, the clock and zlib. */
export function nodeHost(): Host {
  const root = findPackage();
  return {
    // Reading at once is quicker than waiting: nothing else is to be done meanwhile.
    readFile: (path) => readFileSync(join(root, path)),
    today: japanToday,
    deflate: (bytes) => deflateSync(bytes),
  };
}

/** The folder above that has fonts: the bundles lie at different depths in dist/. */
export function findPackage(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'fonts', 'manifest.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package has lost its fonts folder');
    folder = parent;
  }
  return folder;
}
