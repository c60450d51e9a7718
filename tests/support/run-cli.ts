import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { runCli } from '../../src/cli/main.ts';

export interface CliRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const NAMES = new Map<number, 'stdout' | 'stderr'>([
  [1, 'stdout'],
  [2, 'stderr'],
]);

/** A command in this process, with what it writes caught. */
export async function runInProcess(...argv: string[]): Promise<CliRun> {
  const caught = { stdout: '', stderr: '' };
  const { writeSync } = fs;
  const catching = (file: number, bytes: Uint8Array, ...rest: never[]): number => {
    const name = NAMES.get(file);
    if (!name) return writeSync(file, bytes, ...rest);
    caught[name] += new TextDecoder().decode(bytes);
    return bytes.length;
  };
  fs.writeSync = catching as typeof writeSync;
  syncBuiltinESMExports();
  try {
    const exitCode = await runCli(argv);
    return { exitCode, ...caught };
  } finally {
    fs.writeSync = writeSync;
    syncBuiltinESMExports();
  }
}
