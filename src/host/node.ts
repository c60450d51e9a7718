import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, createDeflate, deflateSync } from 'node:zlib';
import { japanToday } from './japan-today.ts';
import type { Host } from './types.ts';

/** The package's own files, the clock and zlib. */
export function nodeHost(): Host {
  const root = findPackage();
  return {
    // Reading at once is quicker than waiting: nothing else is to be done meanwhile.
    readFile: (path) => readFileSync(join(root, path)),
    readPart: (path, offset, length) => readPart(join(root, path), offset, length),
    today: japanToday,
    deflate: deflateInThread,
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

/** Below this a thread costs more than it takes over. */
const SMALL_BYTES = 24_576;

/** `memLevel`: a larger hash table is quicker and packs better. */
const LARGEST_TABLE = 9;

/**
 * In a thread of its own, so that the next document is set meanwhile. zlib's `deflate` would go to the thread twice,
 * since it learns after the bytes that they were all; here the first write ends the stream.
 */
function deflateInThread(bytes: Uint8Array): Uint8Array | Promise<Uint8Array> {
  const { length } = bytes;
  if (length < SMALL_BYTES)
    return deflateSync(bytes, { memLevel: LARGEST_TABLE, chunkSize: Math.max(1024, length) });
  return new Promise((resolve, reject) => {
    // Room also for bytes that do not pack, so that all comes in one piece (RFC 1951 §3.2.4).
    const chunkSize = length + (length >> 8) + 64;
    const stream = createDeflate({ memLevel: LARGEST_TABLE, chunkSize, flush: constants.Z_FINISH });
    stream.on('error', reject);
    stream.once('data', (deflated: Uint8Array) => {
      resolve(deflated);
      // Not before the write has returned: Node would make an error of it, with a stack.
      setImmediate(() => stream.close());
    });
    stream.write(bytes);
  });
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
