import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inputProblem, type Problem } from '../problem.ts';

/**
 * Files that appear all at once or not at all: each is written beside its place under another name, and all are
 * renamed at the end. A run that fails leaves earlier files as they were.
 */
export class FileSet {
  readonly #folder: string;
  readonly #mark: string;
  readonly #waiting = new Map<string, string>();

  /** `mark` tells the files of one run that wait for their place from those of another. */
  constructor(folder: string, mark = String(process.pid)) {
    this.#folder = folder;
    this.#mark = mark;
  }

  /** The Problem that kept the file from being written, if any. */
  add(name: string, bytes: Uint8Array | string): Problem | null {
    // Two names that differ in case are one file on many disks.
    const taken = [...this.#waiting.keys()].some((other) => other.toLowerCase() === name.toLowerCase());
    if (taken) return inputProblem('same-output-name', { name });
    const place = this.#placeOf(name);
    const waiting = join(dirname(place), `.${name}.${this.#mark}.part`);
    try {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(waiting, bytes);
      this.#waiting.set(name, waiting);
      return null;
    } catch (error) {
      takeAway(waiting);
      return notWritten(place, error);
    }
  }

  /** Where a link stands, what it leads to is written. */
  #placeOf(name: string): string {
    const place = join(this.#folder, name);
    try {
      return lstatSync(place).isSymbolicLink() ? realpathSync(place) : place;
    } catch (error) {
      // Nothing is there yet, or the link leads nowhere.
      codeOf(error);
      return place;
    }
  }

  /** What has been added. */
  names(): string[] {
    return [...this.#waiting.keys()];
  }

  /** Puts all files in their places. */
  commit(): Problem[] {
    const problems = this.blocked();
    for (const [name, waiting] of problems.length === 0 ? this.#waiting : []) {
      const place = this.#placeOf(name);
      try {
        renameSync(waiting, place);
        this.#waiting.delete(name);
      } catch (error) {
        problems.push(notWritten(place, error));
      }
    }
    this.discard();
    return problems;
  }

  /** What stands in a file's place and can't be replaced: told before the first file is put in its own. */
  blocked(): Problem[] {
    return this.names()
      .map((name) => this.#placeOf(name))
      .flatMap((place) => {
        const code = whatBlocks(place);
        return code === null ? [] : [unwritable(place, code, 'rename')];
      });
  }

  /** Takes away what was not put in place. */
  discard(): void {
    for (const waiting of this.#waiting.values()) takeAway(waiting);
    this.#waiting.clear();
  }
}

/** Writes one file, all of it or nothing; what is no file, such as /dev/stdout, takes it as it comes. */
export function writeWhole(file: string, text: string): Problem[] {
  if (isDevice(file)) return writeThrough(file, text);
  const files = new FileSet(dirname(file));
  try {
    const problem = files.add(basename(file), text);
    return problem ? [problem] : files.commit();
  } finally {
    files.discard();
  }
}

/** What would keep a file from being written, asked before the work that it is to hold; its folder is made. */
export function tryWriting(file: string): Problem[] {
  if (isDevice(file)) return [];
  const files = new FileSet(dirname(file));
  try {
    const problem = files.add(basename(file), '');
    return problem ? [problem] : files.blocked();
  } finally {
    files.discard();
  }
}

function isDevice(file: string): boolean {
  try {
    const found = statSync(file);
    return !found.isFile() && !found.isDirectory();
  } catch (error) {
    codeOf(error);
    return false;
  }
}

function writeThrough(file: string, text: string): Problem[] {
  try {
    writeFileSync(file, text);
    return [];
  } catch (error) {
    return [notWritten(file, error)];
  }
}

/** What Windows answers while another program has the file open, which then can't be replaced. */
export const OPEN_ELSEWHERE: readonly string[] = ['EBUSY', 'EPERM'];

/** The code of what keeps a file from being replaced; Windows opens folders as it does files. */
export function whatBlocks(place: string): string | null {
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) return null;
    if (found.isDirectory()) return 'EISDIR';
    closeSync(openSync(place, 'r+'));
    return null;
  } catch (error) {
    const code = codeOf(error);
    // A file without the right to be written can still be replaced, where its folder has it.
    return code === 'EACCES' ? null : code;
  }
}

/** One that can't be taken away, or never was, keeps none of the others. */
function takeAway(waiting: string): void {
  try {
    rmSync(waiting, { force: true });
  } catch (error) {
    codeOf(error);
  }
}

function notWritten(file: string, error: unknown): Problem {
  return unwritable(file, codeOf(error), (error as NodeJS.ErrnoException).syscall);
}

/** Anything but an answer of the file system is a mistake of ours. */
function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
}

/** A file that stands where a folder has to be made is no matter of permissions. */
export function unwritable(file: string, code: string, syscall: string | undefined): Problem {
  const isFolderMissing = syscall === 'mkdir' && (code === 'EEXIST' || code === 'ENOTDIR');
  if (isFolderMissing) return inputProblem('folder-is-a-file', { file });
  if (code === 'EISDIR') return inputProblem('folder-in-place', { file });
  if (syscall === 'rename' && OPEN_ELSEWHERE.includes(code)) return inputProblem('file-open', { file });
  return code === 'ENAMETOOLONG'
    ? inputProblem('name-too-long', { file })
    : inputProblem('cannot-write', { file, reason: code });
}
