/**
 * What the runs have done so far, so that a run that was killed can go on. Each run adds a part of its own: a line of
 * itself, then one a row that it made, in the order of the rows. The parts are read in step with the rows, never as a
 * whole: a hundred thousand rows take no more memory than ten.
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
import { inputProblem } from '../problem.ts';
import { isOtherAlive, markOf, type ProcessMark } from './process-mark.ts';
import { RefusedBatch } from './refused-batch.ts';
import type { BatchSettings, Row, RowResult } from './types.ts';

/** What a run has to have in common with the one that it goes on from; the day may be left to the earlier one. */
interface Subject {
  /** Of the package: another version sets other pages. */
  version: string;
  /** The table: another one has other people in it, and a day of its own. */
  source: string;
  settings: BatchSettings;
}

/** The first line of the first part; the others begin with the process alone. */
type Head = ProcessMark & Subject;

/** The last line of a run that was ended in order: its process is no longer at work, whatever has its number. */
interface Left {
  left: number;
}

interface Entry extends RowResult {
  digest: string;
}

/** Bytes of the file. */
interface Range {
  start: number;
  end: number;
}

interface Line {
  text: string;
  /** Where in the file it ends. */
  end: number;
}

/** What is known of a journal without its rows. */
interface Outline {
  head: Head;
  /** Of all runs that wrote it. */
  runs: ProcessMark[];
  /** The last of them ended in order. */
  isLeft: boolean;
  parts: Range[];
  /** Of its whole lines. */
  end: number;
}

export interface OpenJournal {
  journal: Journal;
  today: string;
  /** Processes that wrote the journal before. */
  killed: number[];
}

const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  'cannot-write',
  'file-open',
  'folder-in-place',
  'file-not-readable',
]);

/** What the machine kept from being done: another run may have room, rights or memory. */
export function isOfTheMachine({ status, problems }: RowResult): boolean {
  return status === 'fault' || problems.some(({ code }) => OF_THE_MACHINE.has(code));
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
  /** What earlier runs wrote. */
  readonly #parts: PartReader[];

  private constructor(path: string, parts: readonly Range[]) {
    this.#path = path;
    this.#parts = parts.map((part) => new PartReader(path, part));
  }

  /** Goes on with a journal of the same subject, or begins one. `today` may be left to the earlier run. */
  static open(path: string, subject: Subject, todayGiven: boolean): OpenJournal {
    const isThere = existsSync(path);
    const outline = isThere ? outlineOf(path) : null;
    const runs = outline?.runs ?? [];
    // Runs that went on from others found them dead: the last alone can be at work.
    if (!outline?.isLeft && runs.slice(-1).some(isOtherAlive)) throw inUse(path);
    const killed = runs.map(({ pid }) => pid);
    if (outline) {
      const { version, source, settings } = outline.head;
      const today = todayGiven ? subject.settings.today : settings.today;
      const wanted = [subject.version, subject.source, { ...subject.settings, today }];
      if (JSON.stringify(wanted) === JSON.stringify([version, source, settings])) {
        // Half a line of a run that was killed.
        truncateSync(path, outline.end);
        appendFileSync(path, `${JSON.stringify(markOf(process.pid))}\n`);
        return { journal: new Journal(path, outline.parts), today, killed };
      }
    }
    const head: Head = { ...markOf(process.pid), ...subject };
    begin(path, `${JSON.stringify(head)}\n`, isThere);
    return { journal: new Journal(path, []), today: subject.settings.today, killed };
  }

  /** What an earlier run wrote of this row; null where it has to be made. To be asked in the order of the rows. */
  find(row: Row, digest: string, stillThere: (file: string) => boolean): RowResult | null {
    let last: Entry | null = null;
    for (const part of this.#parts) last = part.find(row.number) ?? last;
    if (last === null || last.digest !== digest || !last.files.every(stillThere)) return null;
    const { digest: _, ...result } = last;
    // A line that holds no row may have come before it.
    return { ...result, line: row.line };
  }

  add(result: RowResult, digest: string): void {
    if (isOfTheMachine(result)) return;
    appendFileSync(this.#path, `${JSON.stringify({ ...result, digest })}\n`);
  }

  /** Leaves it for a run that goes on. */
  close(): void {
    for (const part of this.#parts) part.close();
    const left: Left = { left: process.pid };
    try {
      appendFileSync(this.#path, `${JSON.stringify(left)}\n`);
    } catch (error) {
      // On a full disk it is left out: what stopped the run is told already.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }

  /** The run is complete: nothing is left to go on with. */
  remove(): void {
    for (const part of this.#parts) part.close();
    rmSync(this.#path, { force: true });
  }
}

/** The rows of one run, as far as they have been asked for. */
class PartReader {
  readonly #lines: Generator<Line>;
  #next: Entry | null = null;

  constructor(path: string, part: Range) {
    this.#lines = readJournalLines(path, part);
  }

  find(row: number): Entry | null {
    while (this.#next === null || this.#next.row < row) {
      const line = this.#lines.next().value as Line | undefined;
      if (line === undefined) return null;
      this.#next = parseLine(line.text) as Entry | null;
    }
    return this.#next.row === row ? this.#next : null;
  }

  close(): void {
    this.#lines.return(undefined);
  }
}

/** Of two runs that begin at the same moment one finds the journal of the other. */
function begin(path: string, head: string, isThere: boolean): void {
  try {
    writeFileSync(path, head, { flag: isThere ? 'w' : 'wx' });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? inUse(path) : error;
  }
}

const inUse = (path: string): RefusedBatch => new RefusedBatch(inputProblem('folder-in-use', { file: path }));

function outlineOf(path: string): Outline | null {
  const lines = readJournalLines(path, { start: 0, end: Number.POSITIVE_INFINITY });
  const first = lines.next().value as Line | undefined;
  const head = first ? (parseLine(first.text) as Head | null) : null;
  if (!first || !head?.settings) {
    lines.return(undefined);
    return null;
  }
  const runs: ProcessMark[] = [head];
  let part: Range = { start: first.end, end: first.end };
  let isLeft = false;
  let last = first.end;
  const parts = [part];
  for (const { text, end } of lines) {
    // Rows begin with their number.
    isLeft = text.startsWith('{"left":');
    const run = text.startsWith('{"pid":') ? (parseLine(text) as ProcessMark | null) : null;
    if (run) {
      runs.push(run);
      part = { start: end, end };
      parts.push(part);
    }
    if (!isLeft) part.end = end;
    last = end;
  }
  // A run that was killed before its first row has nothing to be read.
  return { head, runs, isLeft, parts: parts.filter((rows) => rows.end > rows.start), end: last };
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Lines with their places in the file; a last line without an end is left out. */
function* readJournalLines(path: string, { start, end }: Range): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(Math.min(64 * 1024, end - start));
    let rest = Buffer.alloc(0);
    let at = start;
    const readOn = (): number => {
      const from = at + rest.length;
      return readSync(file, chunk, 0, Math.min(chunk.length, end - from), from);
    };
    for (let read = readOn(); read > 0; read = readOn()) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      for (let length = rest.indexOf(10) + 1; length > 0; length = rest.indexOf(10) + 1) {
        at += length;
        yield { text: rest.toString('utf8', 0, length - 1), end: at };
        rest = rest.subarray(length);
      }
    }
  } finally {
    closeSync(file);
  }
}
