// What is compared: one Node builds the package and does with it what a stranger does.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const STAGES = ['case', 'facts', 'schedule', 'html', 'tree', 'boxes', 'lines', 'pages', 'text'];
const TODAY = ['--today', '2027-01-15'];
const EXAMPLE = ['examples/leaving-japan.yaml', ...TODAY];
const USAGE = ['--require', join(root, 'bench/usage.cjs')];

/** What a stranger has not set: certificates, which Node reads as it starts, and flags; and one language for all. */
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env;
const env = { ...environment, LC_ALL: 'C' };

/** Apart from the clone, whose dist/ stays that of its own Node. */
export function copyProject(tree) {
  const left = new Set(['.git', 'node_modules', 'bench', 'build', 'dist', 'output', 'coverage']);
  for (const name of readdirSync(root)) {
    if (!left.has(name)) cpSync(join(root, name), join(tree, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** Where V8 refuses the code that the build has kept nothing fails, and every run is slow. */
const ASK_KEPT_CODE = `
  const [, script] = process.argv;
  const { createRequire } = await import('node:module');
  const { hurry, loadScript } = await import(process.cwd() + '/tools/build/replacements/load-script.mjs');
  const { YOUNG_GENERATION_GROWTH } = await import(process.cwd() + '/tools/build/replacements/young-generation.mjs');
  const path = process.cwd() + '/dist/' + script + '.script.js';
  if (script === 'generate') hurry(['node:zlib'], YOUNG_GENERATION_GROWTH);
  console.log('refused: ' + loadScript(path, createRequire(path)).script.cachedDataRejected);`;

/** `found`: by name what was printed, and the hash of what was written; `peakMb`: the largest of a `generate`. */
export function doWork(node, tree, out) {
  const found = new Map();
  const run = (name, ...argv) => {
    const stdio = ['ignore', 'pipe', 'pipe', 'pipe'];
    const ended = spawnSync(node, [...USAGE, ...argv], { cwd: tree, env, stdio, maxBuffer: 1 << 28 });
    const [, stdout, stderr, usage] = ended.output.map(String);
    found.set(name, `exit ${ended.status}\n${stdout}${stderr}`.replaceAll(out, 'OUT'));
    return usage;
  };
  const hashFiles = (name, folder, wanted) => {
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      if (!file.isFile() || !wanted.test(path)) continue;
      found.set(
        `${name} ${relative(folder, path)}`,
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      );
    }
  };

  run('build', 'tools/build/build.mjs');
  hashFiles('dist', join(tree, 'dist'), /(?<!\.cache)$/u);
  for (const script of ['help', 'generate']) {
    run(`kept code of ${script}`, '--input-type=module', '--eval', ASK_KEPT_CODE, script);
  }
  let peakMb = 0;
  for (const name of readdirSync(join(tree, 'examples')).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const usage = run(name, 'dist/cli.js', 'generate', `examples/${name}`, ...TODAY, '--out', out);
    peakMb = Math.max(peakMb, usage ? JSON.parse(usage).rssMb : Number.POSITIVE_INFINITY);
  }
  for (const stage of STAGES) run(`dump ${stage}`, 'dist/cli.js', 'generate', ...EXAMPLE, '--dump', stage);
  run('help', 'dist/cli.js', '--help');
  run('check', 'dist/cli.js', 'check', ...EXAMPLE);
  run('schedule', 'dist/cli.js', 'schedule', ...EXAMPLE, '--ics', join(out, 'leaving-japan.ics'));
  const batch = ['batch', 'examples/table.csv', ...TODAY, '--jobs', '2', '--out', join(out, 'batch')];
  run('batch', 'dist/cli.js', ...batch);
  hashFiles('file', out, /\.(?:pdf|ics)$/u);
  return { found, out, peakMb };
}
