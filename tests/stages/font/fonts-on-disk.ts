import { readFileSync } from 'node:fs';
import type { Host } from '../../../src/host/types.ts';

const ROOT = new URL('../../../', import.meta.url);

export const readFont = (face: string): Uint8Array => readFileSync(new URL(`fonts/${face}.ttf`, ROOT));

/** A host that writes down what was read. */
export function recordingHost(): Host & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    readFile(path) {
      reads.push(path);
      return readFileSync(new URL(path, ROOT));
    },
    today: () => '2027-01-15',
  };
}
