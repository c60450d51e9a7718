import { spawnSync } from 'node:child_process';

export interface Outcome {
  status: number | null;
  stdout: Buffer;
  stderr: string;
}

/** Runs a program to its end; one that is not there is an error, never a reason to skip. */
export function run(program: string, args: string[]): Outcome {
  const result = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    // Readers find file names and texts in UTF-8 whatever the machine is set to.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (result.error) throw new Error(`${program} does not run: ${result.error.message}`);
  return { status: result.status, stdout: result.stdout, stderr: result.stderr.toString() };
}

/** Its output as text; a message or a bad end is an error. */
export function readWith(program: string, args: string[]): string {
  const { status, stdout, stderr } = run(program, args);
  const message = withoutKnownNotes(stderr);
  if (status !== 0 || message !== '') throw new Error(`${program} ${args.join(' ')}: ${status} ${message}`);
  return stdout.toString();
}

/** What Debian's mutool says of its own build, whatever the file; and the page numbers it counts up. */
const knownNotes = [/^warning: ICC support is not available$/, /^page \S+ \d+$/];

export function withoutKnownNotes(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => line !== '' && !knownNotes.some((note) => note.test(line)))
    .join('\n');
}
