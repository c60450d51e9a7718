import { runCli } from '../../src/cli/main.ts';

export interface CliRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A command in this process, with what it writes caught. */
export async function runInProcess(...argv: string[]): Promise<CliRun> {
  const caught = { stdout: '', stderr: '' };
  const originals = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = ((chunk: string | Uint8Array) => {
      caught[name] += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
      return true;
    }) as typeof process.stdout.write;
  }
  try {
    const exitCode = await runCli(argv);
    return { exitCode, ...caught };
  } finally {
    process.stdout.write = originals.stdout;
    process.stderr.write = originals.stderr;
  }
}
