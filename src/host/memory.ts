import { japanToday } from './japan-today.ts';
import type { Host } from './types.ts';

/**
 * A host without a file system: for the web page and for tests. `files` holds bytes by path in the package,
 * `fonts/sc-regular.ttf`, as `fetch` and files give them; without `today` it asks the clock.
 */
export function memoryHost(files: Readonly<Record<string, Uint8Array | ArrayBuffer>>, today?: string): Host {
  return {
    readFile(path) {
      const bytes = Object.hasOwn(files, path) ? files[path] : undefined;
      if (!bytes) throw new Error(`the memory host has no file ${path}`);
      return ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes);
    },
    today: () => today ?? japanToday(),
  };
}
