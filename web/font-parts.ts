/**
 * The package's fonts by parts: a document needs the first of each file, which holds the tables and the outlines of all
 * that templates say, and rarely another. A renderer reads at once, so what is not here yet is thrown, fetched by who
 * asked for the document, and the document is set again.
 */
import { BLOCK_BYTES } from '../src/font/font-file.ts';
import { japanToday } from '../src/host/japan-today.ts';
import type { Host } from '../src/host/types.ts';

class MissingPart extends Error {
  readonly path: string;
  readonly index: number;
  constructor(path: string, index: number) {
    super(`part ${index} of ${path} is not here yet`);
    this.path = path;
    this.index = index;
  }
}

export interface FontParts {
  host: Host;
  /** The first part of each that is not here yet, all at once. */
  fetchAhead(paths: readonly string[]): Promise<void>;
  /** Makes it, as often as parts have to be fetched for it. */
  withParts<T>(make: () => Promise<T>): Promise<T>;
}

export function openFontParts(fetchBytes: (path: string) => Promise<Uint8Array>): FontParts {
  const parts = new Map<string, Uint8Array>();
  const nameOf = (path: string, index: number) => `${path}.${index}`;

  function part(path: string, index: number): Uint8Array {
    const bytes = parts.get(nameOf(path, index));
    if (bytes === undefined) throw new MissingPart(path, index);
    return bytes;
  }

  /** Shorter at the end of the file, as its last part is. */
  function readPart(path: string, offset: number, length: number): Uint8Array {
    const first = Math.floor(offset / BLOCK_BYTES);
    const start = offset - first * BLOCK_BYTES;
    const head = part(path, first);
    if (start + length <= BLOCK_BYTES) return head.subarray(start, start + length);
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (let index = first; filled < length; index++) {
      const from = index === first ? start : 0;
      const piece = part(path, index).subarray(from, from + length - filled);
      bytes.set(piece, filled);
      filled += piece.length;
      if (from + piece.length < BLOCK_BYTES) break;
    }
    return bytes.subarray(0, filled);
  }

  async function fetchPart(path: string, index: number): Promise<void> {
    parts.set(nameOf(path, index), await fetchBytes(nameOf(path, index)));
  }

  return {
    host: { readFile: fetchBytes, readPart, today: japanToday },
    async fetchAhead(paths) {
      const missing = paths.filter((path) => !parts.has(nameOf(path, 0)));
      await Promise.all(missing.map((path) => fetchPart(path, 0)));
    },
    async withParts(make) {
      for (;;) {
        try {
          return await make();
        } catch (error) {
          if (!(error instanceof MissingPart)) throw error;
          await fetchPart(error.path, error.index);
        }
      }
    },
  };
}
