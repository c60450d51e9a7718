import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { NODE_BUILD } from '../../tools/build/build.mjs';

/** The bundles of this moment in a folder of their own; `dist/` stays as it is. */
export async function buildCli(name: string): Promise<{ cli: string; remove(): void }> {
  const outdir = resolve('build', `test-${name}-${process.pid}`);
  await build({ ...NODE_BUILD, outdir });
  return { cli: `${outdir}/cli.mjs`, remove: () => rmSync(outdir, { recursive: true, force: true }) };
}

export function startCli(cli: string, argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
}

export function runCliProcess(
  cli: string,
  ...argv: string[]
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((done, fail) => {
    const child = startCli(cli, argv);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (exitCode) => done({ exitCode, stdout, stderr }));
  });
}
