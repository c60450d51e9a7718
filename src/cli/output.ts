import { fstatSync, writeSync } from 'node:fs';
import { UnwritableOutput } from './unwritable-output.ts';

const STDOUT = 1;
const STDERR = 2;

/** Something was left to a stream of Node's own, which keeps the process alive until it is written. */
let waits = false;
/** Descriptors that nobody reads any more. */
const unread = new Set<number>();

export const print = (text: string): void => write(STDOUT, text);
export const printError = (text: string): void => write(STDERR, text);

/** Whether it is worth a millisecond to ask how wide it is. */
export const mayBeTerminal = (file = STDOUT): boolean => fstatSync(file).isCharacterDevice();

/** Ends the process, which need not clear up its memory first. */
export function leave(): void {
  if (!waits) process.exit();
}

/**
 * At once and whole; Node's own streams take a millisecond to open. A slow reader, where the parent chose not to wait
 * for it (EAGAIN), is left to them.
 */
function write(file: number, text: string): void {
  // A console of Windows takes bytes for letters of its own code page; Node's stream hands it letters.
  if (process.platform === 'win32' && mayBeTerminal(file)) {
    leaveToStream(file, text);
    return;
  }
  let bytes: Uint8Array = Buffer.from(text);
  try {
    while (bytes.length > 0 && !unread.has(file)) bytes = bytes.subarray(writeSync(file, bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
      stopIfUnread(file, error);
      return;
    }
    leaveToStream(file, bytes);
  }
}

function leaveToStream(file: number, content: string | Uint8Array): void {
  if (!waits) {
    for (const each of [process.stdout, process.stderr]) {
      each.on('error', (later) => stopIfUnread(each === process.stdout ? STDOUT : STDERR, later));
    }
  }
  waits = true;
  const stream = file === STDOUT ? process.stdout : process.stderr;
  stream.write(content);
}

/**
 * Output that nobody reads any more (`kaiyaku carriers | head`) is no mistake, and changes no exit code. Where a disk is
 * full that is told on stderr; of stderr itself it can be told to nobody.
 */
function stopIfUnread(file: number, error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  unread.add(file);
  if (file === STDOUT && code !== 'EPIPE') throw new UnwritableOutput('stdout', code);
}
