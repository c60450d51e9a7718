// Runs programs in rounds, one after the other in each, so that what else the machine does falls on all alike.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PEERS_WORK, ROOT } from './set-up.mjs';

const USAGE = fileURLToPath(new URL('./usage.cjs', import.meta.url));

/** A file of certificates that it names is read by every Node as it starts: half of its time, which says nothing here. */
const { NODE_EXTRA_CA_CERTS: _, ...ENVIRONMENT } = process.env;

/** One process: wall time in ms as its parent sees it; CPU time in ms and peak memory in MB as it tells at its end. */
export function runOnce(argv, env = {}) {
  const start = performance.now();
  const { status, output, stderr } = spawnSync(process.execPath, ['--require', USAGE, ...argv], {
    cwd: ROOT,
    env: { ...ENVIRONMENT, PEERS_WORK, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}\n${stderr}`);
  return { wallMs, ...JSON.parse(output[3]), stdout: String(output[1]) };
}

/** `programs`: name → { argv, env }. The first round warms the file cache and is not counted. */
export function runRounds(programs, rounds, onRound = () => {}) {
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { argv, env }] of Object.entries(programs)) {
      const run = runOnce(argv, env);
      if (round > 0) runs[name].push(run);
    }
    onRound(round, rounds);
  }
  return runs;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the ratios within each round: a slow minute falls on both. */
export function ratioOf(runs, name, base, key) {
  return median(runs[name].map((run, round) => run[key] / runs[base][round][key]));
}

export function save(path, value) {
  writeFileSync(path, typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);
}
