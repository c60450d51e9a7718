/**
 * Which PDFs a run has made or kept, and which others of the same kind lie beside them: those of an earlier table, or of
 * a row that has an error now, would be printed with the rest. Numbered rows take a byte each.
 */
import { opendirSync } from 'node:fs';
import { fileKey } from './row-names.ts';
import { inShard, type Shard } from './shard.ts';
import type { BatchSettings } from './types.ts';

const DOCUMENTS: readonly string[] = ['checklist', 'memo', 'letter'];
const FIRST_ROOM = 1024;
const MOST_NAMED = 5;

export interface EarlierFiles {
  count: number;
  /** The first of them. */
  names: string[];
}

export class MadeFiles {
  readonly #pattern: RegExp;
  readonly #shard: Shard;
  /** A bit for each document, by the number of the row. */
  #numbered = new Uint8Array(FIRST_ROOM);
  readonly #named = new Set<string>();

  /** Of other documents and editions nothing is said: they were not asked for. */
  constructor(settings: Pick<BatchSettings, 'documents' | 'edition'>, shard: Shard) {
    const documents = (settings.documents ?? DOCUMENTS).join('|');
    const ending = settings.edition === 'personal' ? '' : `-${settings.edition}`;
    this.#pattern = new RegExp(`^(?:row-(\\d{6,9})|.+)-(${documents})${ending}\\.pdf$`, 'u');
    this.#shard = shard;
  }

  add(files: readonly string[]): void {
    for (const file of files) {
      const [, row, document = ''] = this.#pattern.exec(file) ?? [];
      if (row === undefined) this.#named.add(fileKey(file));
      else this.#markNumbered(Number(row), document);
    }
  }

  #markNumbered(row: number, document: string): void {
    if (row >= this.#numbered.length) {
      const wider = new Uint8Array(Math.max(2 * this.#numbered.length, row + 1));
      wider.set(this.#numbered);
      this.#numbered = wider;
    }
    this.#numbered[row] = (this.#numbered[row] ?? 0) | bitOf(document);
  }

  /** PDFs of the folder that are none of this run's. */
  findEarlier(out: string): EarlierFiles {
    const earlier: EarlierFiles = { count: 0, names: [] };
    const folder = opendirSync(out);
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      if (!this.#isEarlier(entry.name)) continue;
      earlier.count++;
      // A folder has no order of its own.
      earlier.names = [...earlier.names, entry.name].sort().slice(0, MOST_NAMED);
    }
    folder.closeSync();
    return earlier;
  }

  #isEarlier(file: string): boolean {
    const match = this.#pattern.exec(file);
    if (!match) return false;
    const [, row, document = ''] = match;
    if (row !== undefined) {
      const isOurs = inShard(Number(row), this.#shard);
      return isOurs && ((this.#numbered[Number(row)] ?? 0) & bitOf(document)) === 0;
    }
    // Whose row a name was in, another shard may know.
    return this.#shard.count === 1 && !this.#named.has(fileKey(file));
  }
}

function bitOf(document: string): number {
  return 1 << DOCUMENTS.indexOf(document);
}
