/**
 * What a run has done so far, one line a row in the order of the rows, so that a run that was killed can go on.
 * It is read in step with the rows, never as a whole: a hundred thousand rows take no more memory than ten.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type { BatchSettings, Row, RowResult } from './types.ts';

interface Head {
  /** Of the package: another version sets other pages. */
  version: string;
  settings: BatchSettings;
  pid: number;
}

interface Entry extends RowResult {
  digest: string;
}

interface Line {
  text: string;
  /** Where in the file it ends. */
  end: number;
}

export interface OpenJournal {
  journal: Journal;
  today: string;
  /** Process that wrote the journal before; null for a new one. */
  killed: number | null;
}

/** What a row was made from. A file in a folder is known by its path, size and time. */
export function digestOf(row: Row, fileState: string): string {
  const { name, source, problems } = row;
  return createHash('sha256')
    .update(JSON.stringify([name, source, problems, fileState]))
    .digest('base64url')
    .slice(0, 22);
}

export class Journal {
  readonly #path: string;
  /** What an earlier run wrote, as far as it has not been compared yet; null when nothing is left of it. */
  #earlier: Generator<Line> | null;
  /** The end of the last line that still holds. */
  #goodBytes: number;

  private constructor(path: string, earlier: Generator<Line> | null, goodBytes: number) {
    this.#path = path;
    this.#earlier = earlier;
    this.#goodBytes = goodBytes;
  }

  /** Goes on with a journal of the same settings, or begins one. `today` may be left to the earlier run. */
  static open(path: string, head: Omit<Head, 'pid'>, todayGiven: boolean): OpenJournal {
    if (existsSync(path)) {
      const lines = readJournalLines(path);
      const first = lines.next().value;
      const earlier = first ? (parseLine(first.text) as Head | null) : null;
      if (first && earlier?.settings) {
        const today = todayGiven ? head.settings.today : earlier.settings.today;
        const wanted = JSON.stringify([head.version, { ...head.settings, today }]);
        if (wanted === JSON.stringify([earlier.version, earlier.settings])) {
          return { journal: new Journal(path, lines, first.end), today, killed: earlier.pid };
        }
      }
      lines.return(undefined);
    }
    const text = `${JSON.stringify({ ...head, pid: process.pid })}\n`;
    writeFileSync(path, text);
    return {
      journal: new Journal(path, null, Buffer.byteLength(text)),
      today: head.settings.today,
      killed: null,
    };
  }

  /** What an earlier run wrote of this row; null where it has to be made. To be asked in the order of the rows. */
  find(row: Row, digest: string, stillThere: (file: string) => boolean): RowResult | null {
    const line = this.#earlier?.next().value;
    const entry = line ? (parseLine(line.text) as Entry | null) : null;
    if (line && entry?.row === row.number && entry.digest === digest && entry.files.every(stillThere)) {
      this.#goodBytes = line.end;
      const { digest: _, ...result } = entry;
      return result;
    }
    this.#forget();
    return null;
  }

  add(result: RowResult, digest: string): void {
    appendFileSync(this.#path, `${JSON.stringify({ ...result, digest })}\n`);
  }

  /** The run is complete: nothing is left to go on with. */
  remove(): void {
    this.#forget();
    rmSync(this.#path, { force: true });
  }

  /** What follows is of no use: half a line of a run that was killed, or rows of a table that has changed. */
  #forget(): void {
    if (this.#earlier === null) return;
    this.#earlier.return(undefined);
    this.#earlier = null;
    truncateSync(this.#path, this.#goodBytes);
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Lines with the place in the file where each ends; a last line without an end is left out. */
function* readJournalLines(path: string): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(64 * 1024);
    let rest = Buffer.alloc(0);
    let end = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
        end += at + 1;
        yield { text: rest.toString('utf8', 0, at), end };
        rest = rest.subarray(at + 1);
      }
    }
  } finally {
    closeSync(file);
  }
}
