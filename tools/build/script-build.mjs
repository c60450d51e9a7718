// Builds a module as one script, for which V8's compiled code can be kept beside it (replacements/load-script.mjs).
import { execFile } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hurry, loadScript } from './replacements/load-script.mjs';

const run = promisify(execFile);

/** These are loaded rarely: they stay apart, beside the script. */
export const RARE_PARTS = {
  'check-template': 'src/fill/check-template.ts',
  'compile-templates': 'src/fill/compile-templates.ts',
  'parse-sheet': 'src/style/parse-sheet.ts',
  parse5: 'parse5',
  qrcode: 'node_modules/qrcode/lib/core/qrcode.js',
  schema: 'src/case/schema.ts',
  yaml: 'node_modules/yaml/browser/dist/index.js',
};

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const inBuild = (name) => at(`../../build/${name}`);

/** What stands in a script for what it reads or loads only when it is asked for. */
const LATE = {
  parse5: at('./replacements/late-parse5.mjs'),
  qrcode: at('./replacements/late-qrcode.mjs'),
  yaml: at('./replacements/late-yaml.mjs'),
  '#data': inBuild('late-data.js'),
  '#templates': inBuild('late-templates.js'),
  '#sheets': inBuild('late-sheets.js'),
};

const rareParts = {
  name: 'rare-parts-apart',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/[\w-]+\.cjs$/ }, ({ path }) => ({ path, external: true }));
    // Imported at once, for its caller cannot wait; loaded when it is called.
    builder.onResolve({ filter: /^\.\/schema\.ts$/ }, ({ importer }) =>
      importer.endsWith('/case/validate-case.ts')
        ? { path: at('./replacements/late-schema.mjs') }
        : undefined,
    );
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
  for (const name of ['carriers', 'templates.txt', 'sheets.txt']) {
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
    alias: { ...build.alias, ...LATE },
    define: { 'import.meta.url': 'fileUrl' },
    banner: { js: '(function(exports,require,module,fileUrl){' },
    footer: { js: '})' },
    plugins: [...build.plugins, rareParts],
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
  rmSync(`${outfile}.cache`, { force: true });
  const loaded = loadScript(outfile, createRequire(outfile));
  await loaded.exports[exported](...JSON.parse(argv));
  writeFileSync(loaded.cache, loaded.script.createCachedData());
}
