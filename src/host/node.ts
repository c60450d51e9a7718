import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { japanToday } from './japan-today.ts';
import { deflate } from './node-deflate.ts';
import type { Host } from './types.ts';

/** The package's own files, the clock and zlib. */
export function nodeHost(): Host {
  const root = findPackage();
  return {
    // Reading at once is quicker than waiting: nothing else is to be done meanwhile.
    readFile: (path) => readFileSync(join(root, path)),
    readPart: (path, offset, length) => readPart(join(root, path), offset, length),
    today: japanToday,
    deflate,
    latin1Bytes: (text) => Buffer.from(text, 'latin1'),
  };
}

/** Opened for each part: a host may live as long as its program, and nobody closes it. */
function readPart(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

/** The folder above that has fonts: the bundles lie at different depths in dist/. */
export function findPackage(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'fonts', 'manifest.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package has lost its fonts folder');
    folder = parent;
  }
  return folder;
}
