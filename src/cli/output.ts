import { fstatSync, writeSync } from 'node:fs';

const STDOUT = 1;
const STDERR = 2;

/** Whether something was left to a stream of Node's own, which keeps the process alive until it is written. */
let waits = false;

export const print = (text: string): void => write(STDOUT, text);
export const printError = (text: string): void => write(STDERR, text);

/** Whether it is worth a millisecond to ask how wide it is. */
export const mayBeTerminal = (): boolean => fstatSync(STDOUT).isCharacterDevice();

/** Ends the process, which need not clear up its memory first. */
export function leave(): void {
  if (!waits) process.exit();
}

/**
 * At once and whole; Node's own streams take a millisecond to open. A slow reader, where the parent chose not to wait
 * for it (EAGAIN), is left to them.
 */
function write(file: number, text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(file, bytes));
  } catch (error) {
    stopIfUnread(error as NodeJS.ErrnoException);
    waits = true;
    const stream = file === STDOUT ? process.stdout : process.stderr;
    stream.on('error', stopIfUnread).write(bytes);
  }
}

/** Output that nobody reads any more (`kaiyaku carriers | head`) is no mistake. */
function stopIfUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  if (error.code !== 'EAGAIN') throw error;
}
