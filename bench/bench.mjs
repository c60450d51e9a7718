// npm run bench [-- --rounds 9] [--quick] [--fonts FOLDER]: the peers and the product in interleaved rounds, growth and
// memory; with a folder of fonts also Typst on a machine that has them (system-fonts.mjs);
// writes build/bench/result.json, the tables and plots of docs/performance.md.
import { readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { makeTypstAsLong } from './as-long.mjs';
import { median, ratioOf, runOnce, runRounds, save } from './measure.mjs';
import { writeReport } from './report.mjs';
import { CLI, PEERS_WORK, ROOT, setUp } from './set-up.mjs';
import { countFonts, withFonts } from './system-fonts.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const quick = process.argv.includes('--quick');
const rounds = Number(option('--rounds', quick ? 3 : 9));
const fontsFolder = option('--fonts', null);
const BASE = 'pdfkit';

const out = (name) => `${PEERS_WORK}/out/${name}.pdf`;
const reference = (name) => `bench/reference/peer-${name}.mjs`;
const PEERS = {
  pdfkit: reference('pdfkit'),
  typst: reference('typst'),
  kaiyaku: 'bench/peers/kaiyaku.cjs',
  pdfmake: 'bench/peers/pdfmake.mjs',
  'react-pdf': 'bench/peers/react-pdf.mjs',
};
const EXAMPLE = ['examples/leaving-japan.yaml', '--today', '2027-01-15'];

function coldPrograms(asLong) {
  const programs = { node: { argv: ['-e', '0'] } };
  for (const [name, path] of Object.entries(PEERS)) programs[name] = { argv: [path, '--out', out(name)] };
  if (fontsFolder !== null) {
    programs['typst with fonts'] = { ...programs.typst, env: withFonts(fontsFolder) };
  }
  programs['typst as long'] = { argv: [asLong.path, '--out', out('typst-as-long')] };
  programs.cli = { argv: [CLI, 'generate', ...EXAMPLE, '--out', `${PEERS_WORK}/out`] };
  programs.help = { argv: [CLI, '--help'] };
  return programs;
}

const FEW = 10;
const MANY = quick ? 30 : 60;

/** Each twice, with few and with many documents: the difference is what a document costs in CPU time. */
function warmPrograms() {
  const programs = {};
  for (const [name, path] of Object.entries(PEERS)) {
    for (const count of [FEW, MANY]) programs[`${name} ${count}`] = { argv: [path, '--warm', String(count)] };
  }
  for (const count of [FEW, MANY]) {
    programs[`kaiyaku anew ${count}`] = { ...programs[`kaiyaku ${count}`], env: { KAIYAKU_FORGETS: '1' } };
    programs[`typst again ${count}`] = programs[`typst ${count}`];
    programs[`typst ${count}`] = { ...programs[`typst ${count}`], env: { TYPST_EVICT: '1' } };
  }
  return programs;
}

/** What documents cost after the first ten, whose code is still being compiled. */
function warmRuns(runs) {
  const names = new Set(Object.keys(runs).map((name) => name.replace(/ \d+$/u, '')));
  const perDocument = {};
  for (const name of names) {
    perDocument[name] = runs[`${name} ${MANY}`].map((many, round) => {
      const few = runs[`${name} ${FEW}`][round];
      return {
        wallMs: median(JSON.parse(many.stdout).ms.slice(FEW)),
        cpuMs: (many.cpuMs - few.cpuMs) / (MANY - FEW),
        rssMb: many.rssMb,
      };
    });
  }
  return perDocument;
}

function summarize(runs) {
  return Object.fromEntries(
    Object.keys(runs).map((name) => [
      name,
      {
        wallMs: median(runs[name].map((run) => run.wallMs)),
        wall: ratioOf(runs, name, BASE, 'wallMs'),
        cpuMs: median(runs[name].map((run) => run.cpuMs)),
        cpu: ratioOf(runs, name, BASE, 'cpuMs'),
        rssMb: median(runs[name].map((run) => run.rssMb)),
      },
    ]),
  );
}

function sizes() {
  return Object.fromEntries(Object.keys(PEERS).map((name) => [name, statSync(out(name)).size]));
}

const told = (kind) => (round, all) => process.stderr.write(`${kind}: round ${round} of ${all}\n`);
const lastLine = (argv) => JSON.parse(runOnce(argv).stdout);

const PAGES = quick ? [1, 10, 50] : [1, 5, 10, 25, 50, 100, 200, 300, 400, 500];
const CHARACTERS = quick
  ? [1, 1000, 10_000]
  : [1, 10, 100, 1000, 5000, 10_000, 25_000, 50_000, 75_000, 100_000];
const MEMORY_CASES = quick ? 100 : 2500;

await setUp();
const asLong = makeTypstAsLong(EXAMPLE);
const cold = runRounds(coldPrograms(asLong), rounds, told('cold'));
const warm = warmRuns(runRounds(warmPrograms(), Math.ceil(rounds / 3), told('warm')));
process.stderr.write('growth\n');
const grow = (kind, size) => {
  const run = runOnce(['bench/peers/growth.mjs', kind, String(size)]);
  return { ...JSON.parse(run.stdout), rssMb: run.rssMb };
};
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, ${process.platform}`,
  rounds,
  cold: summarize(cold),
  toTypst: ratioOf(cold, 'cli', 'typst', 'wallMs'),
  toTypstAsLong: ratioOf(cold, 'cli', 'typst as long', 'wallMs'),
  fonts: { system: countFonts(), more: fontsFolder === null ? 0 : countFonts([fontsFolder]) },
  toTypstWithFonts: fontsFolder === null ? null : ratioOf(cold, 'cli', 'typst with fonts', 'wallMs'),
  characters: { example: asLong.characters, reference: asLong.ofReference },
  helpToNode: ratioOf(cold, 'help', 'node', 'wallMs'),
  warm: summarize(warm),
  sizes: sizes(),
  cases: lastLine(['bench/peers/many-cases.mjs', '--cases', '50']),
  growth: {
    pages: PAGES.map((size) => grow('--pages', size)),
    characters: CHARACTERS.map((size) => grow('--characters', size)),
  },
  memory: lastLine([
    'bench/peers/many-cases.mjs',
    '--cases',
    String(MEMORY_CASES),
    '--every',
    String(MEMORY_CASES / 50),
  ]),
};
save(`${ROOT}build/bench/result.json`, result);
const path = `${ROOT}docs/performance.md`;
save(path, writeReport(result, readFileSync(path, 'utf8')));
process.stdout.write(`${JSON.stringify({ cold: result.cold, warm: result.warm }, null, 1)}\n`);
