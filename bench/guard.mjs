// node bench/guard.mjs: a few rounds beside plain pdfkit, and an exit code of 1 where the product has become much slower
// to it than docs/performance.md says. Ratios of CPU time in the same round, never times: a busy or a small machine
// slows both. The bounds are half as much again as what was measured, so that only a real loss meets them.
import { ratioOf, runRounds } from './measure.mjs';
import { CLI, PEERS_WORK, setUp } from './set-up.mjs';

const ROUNDS = 5;
const WARM = [10, 40];
const out = (name) => `${PEERS_WORK}/out/${name}.pdf`;
const PDFKIT = 'bench/reference/peer-pdfkit.mjs';
const KAIYAKU = 'bench/peers/kaiyaku.cjs';
const CASE = ['generate', 'examples/leaving-japan.yaml', '--today', '2027-01-15', '--out'];

/** Of the product to the other, at the most. */
const BOUNDS = [
  { name: 'content of the bench, cold', of: 'kaiyaku', to: 'pdfkit', bound: 0.19 },
  { name: 'generate, both documents, cold', of: 'generate', to: 'pdfkit', bound: 0.36 },
  { name: '--help, to Node alone', of: 'help', to: 'node', bound: 1.5 },
  { name: 'content of the bench, warm', of: 'kaiyaku warm', to: 'pdfkit warm', bound: 0.25 },
];

await setUp();
const programs = {
  node: { argv: ['-e', '0'] },
  help: { argv: [CLI, '--help'] },
  pdfkit: { argv: [PDFKIT, '--out', out('pdfkit')] },
  kaiyaku: { argv: [KAIYAKU, '--out', out('kaiyaku')] },
  generate: { argv: [CLI, ...CASE, `${PEERS_WORK}/out`] },
};
for (const count of WARM) {
  programs[`pdfkit ${count}`] = { argv: [PDFKIT, '--warm', String(count)] };
  programs[`kaiyaku ${count}`] = { argv: [KAIYAKU, '--warm', String(count)] };
}
const runs = runRounds(programs, ROUNDS);
const [few, many] = WARM;
for (const name of ['pdfkit', 'kaiyaku']) {
  runs[`${name} warm`] = runs[`${name} ${many}`].map((run, round) => ({
    cpuMs: run.cpuMs - runs[`${name} ${few}`][round].cpuMs,
  }));
}

let failed = 0;
for (const { name, of, to, bound } of BOUNDS) {
  const ratio = ratioOf(runs, of, to, 'cpuMs');
  const holds = ratio <= bound;
  if (!holds) failed++;
  console.log(`${holds ? 'ok  ' : 'SLOW'} ${name}: ${ratio.toFixed(2)}, at most ${bound}`);
}
process.exitCode = failed > 0 ? 1 : 0;
