// Builds a module as one script, for which V8's compiled code can be kept beside it (replacements/load-script.mjs).
import { execFile } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hurry, keptCode, loadScript } from './replacements/load-script.mjs';

const run = promisify(execFile);

/** These are loaded rarely: they stay apart, beside the script. */
export const RARE_PARTS = {
  'check-names': 'src/fill/check-names.ts',
  'check-table': 'src/fill/check-table.ts',
  'check-template': 'src/fill/check-template.ts',
  'check-values': 'src/document/check-values.ts',
  'compile-templates': 'src/fill/compile-templates.ts',
  levenshtein: 'fastest-levenshtein',
  'nearest-carrier': 'src/case/nearest-carrier.ts',
  'parse-sheet': 'src/style/parse-sheet.ts',
  parse5: 'parse5',
  qrcode: 'node_modules/qrcode/lib/core/qrcode.js',
  schema: 'src/case/schema.ts',
  yaml: 'node_modules/yaml/browser/dist/index.js',
};

/**
 * Of them those that are imported at once, by functions that cannot wait: by what they are imported, and the functions.
 * Our own templates are tidy, cases are typed and have no mistake, and the codes of the carriers' addresses are known.
 */
const LATE_FUNCTIONS = {
  'fastest-levenshtein': { part: 'levenshtein', name: 'distance' },
  parse5: { part: 'parse5', name: 'parseFragment' },
  qrcode: { part: 'qrcode', name: 'create' },
  './nearest-carrier.ts': { part: 'nearest-carrier', name: 'nearestCarrier' },
  './schema.ts': { part: 'schema', name: 'checkAnswers' },
  yaml: { part: 'yaml', name: 'parseDocument' },
};

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const inBuild = (name) => at(`../../build/${name}`);

/** What stands in a script for what it reads only when it is asked for. */
const LATE_DATA = {
  '#data': inBuild('late-data.js'),
  '#templates': inBuild('late-templates.js'),
  '#sheets': inBuild('late-sheets.js'),
  '#words': inBuild('late-words.js'),
};

const rarePartsApart = {
  name: 'rare-parts-apart',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/[\w-]+\.cjs$/ }, ({ path }) => ({ path, external: true }));
    builder.onResolve({ filter: /./, namespace: 'file' }, ({ path }) =>
      Object.hasOwn(LATE_FUNCTIONS, path) ? { path, namespace: 'late' } : undefined,
    );
    builder.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => {
      const { part, name } = LATE_FUNCTIONS[path];
      return { contents: `export const ${name} = (...given) => require('./${part}.cjs').${name}(...given);` };
    });
    for (const name of Object.keys(RARE_PARTS)) {
      builder.onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, () => ({
        path: `./${name}.cjs`,
        external: true,
      }));
    }
  },
};

/** What the scripts read beside themselves. */
export function copyLateData(folder) {
  for (const name of ['carriers', 'templates.txt', 'sheets.txt', 'words.txt']) {
    cpSync(inBuild(name), `${folder}/${name}`, { recursive: true });
  }
}

/** `build` is the build of the modules for Node: what a script does not share with it is left out here. */
export function scriptBuild(
  { splitting, chunkNames, outdir, outExtension, entryPoints, ...build },
  entryPoint,
  outfile,
) {
  return {
    ...build,
    entryPoints: [entryPoint],
    outfile,
    format: 'cjs',
    // V8 does not keep who imports for compiled code, so `import()` becomes `require`.
    supported: { 'dynamic-import': false },
    alias: { ...build.alias, ...LATE_DATA },
    define: { 'import.meta.dirname': 'scriptFolder' },
    banner: { js: '(function(exports,require,module,scriptFolder){' },
    footer: { js: '})' },
    plugins: [...build.plugins, rarePartsApart],
  };
}

/**
 * Runs the script once in a process of its own and keeps what V8 compiled meanwhile: for runs that hurry with the same
 * `growth`, or without it for those that don't.
 */
export async function keepCompiledCode(outfile, exported, argv, growth = null) {
  const self = fileURLToPath(import.meta.url);
  await run(process.execPath, [self, outfile, exported, JSON.stringify(argv), JSON.stringify(growth)]);
}

const [, called, outfile, exported, argv, growth] = process.argv;
if (called === fileURLToPath(import.meta.url)) {
  if (growth !== 'null') hurry([], Number(growth));
  // V8 tells old code from new by the length of the source alone.
  rmSync(keptCode(outfile), { force: true });
  const loaded = loadScript(outfile, createRequire(outfile));
  await loaded.exports[exported](...JSON.parse(argv));
  writeFileSync(keptCode(outfile), loaded.script.createCachedData());
}
