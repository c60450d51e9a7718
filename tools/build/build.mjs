// Writes dist/: cli.js (the bin), node.mjs and index.mjs (the library), chunks that they share, and types.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { countedLoops } from './counted-loops.mjs';
import { isCalled } from './is-called.mjs';
import { YOUNG_GENERATION_GROWTH } from './replacements/young-generation.mjs';
import { copyLateData, keepCompiledCode, RARE_PARTS, scriptBuild } from './script-build.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const nothing = at('./replacements/nothing.mjs');

/** One pdfkit everywhere: its browser build holds the colour profile, which the other reads from its own folder. */
const PDFKIT = {
  pdfkit: `${root}node_modules/pdfkit/js/pdfkit.browser.mjs`,
  fontkit: nothing,
  linebreak: nothing,
  'png-js': nothing,
  // Encryption and hashes: their tables are computed when they load.
  '@noble/ciphers/aes': nothing,
  '@noble/hashes/utils': nothing,
};

/** Its build for browsers is made of modules: what writes YAML is left out, and nothing is wrapped. */
const YAML = { yaml: `${root}node_modules/yaml/browser/dist/index.js` };

/** Codes are drawn by ourselves: what draws PNG, SVG and text is left out. */
const QRCODE = { qrcode: `${root}node_modules/qrcode/lib/core/qrcode.js` };

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
};

/** For plugins. Apart from the aliases' `nothing`, which is compiled by tsconfig.json: as one, the first found would decide. */
const NOT_HERE = { path: nothing, suffix: '?not-here' };

/** Commander loads child_process for subcommands that are programs of their own; ours are functions: 9 ms saved. */
const withoutSubprograms = {
  name: 'commander-without-subprograms',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? NOT_HERE : undefined,
    );
  },
};

/** Parts of pdfkit that nobody asks for here, and of each what a document and its pages call all the same. */
const UNUSED_MIXINS = {
  AcroForm: 'endAcroForm() {}',
  Annotations: '',
  Attachments: '',
  Color: 'initColor() { this.spotColors = {}; }',
  Images: 'initImages() {}',
  Markings: 'initMarkings() {}, hasMarkInfoDictionary() {}, endPageMarkings() {}, endMarkings() {}',
  Metadata: 'initMetadata() {}',
  Outline: 'initOutline() {}, endOutline() {}',
  Subset: 'initSubset() {}',
  Table: 'initTables() {}',
  Text: 'initText() {}',
  Vector: 'initVector() {}',
};

/**
 * Of pdfkit the pages, objects and fonts are used (src/pdf/object-document.ts): what draws is left out, and so are
 * encryption, hash functions and the colour profile. Most of it is, and it would be made anew by each run.
 */
const pdfkitWithoutDrawing = {
  name: 'pdfkit-without-drawing',
  setup(builder) {
    builder.onLoad({ filter: /pdfkit\.browser\.mjs$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      const replace = (pattern, replacement) => {
        if (!pattern.test(contents)) throw new Error(`pdfkit is another one than it was: no ${pattern}`);
        contents = contents.replace(pattern, replacement);
      };
      for (const [name, methods] of Object.entries(UNUSED_MIXINS)) {
        replace(new RegExp(`^mixin\\(${name}Mixin\\);$`, 'mu'), `mixin({ ${methods} });`);
      }
      // Encryption brings tables of all characters that a password may hold; the id of the file is of our own making.
      replace(
        /^class PDFSecurity \{[\s\S]*?^\}$/mu,
        'class PDFSecurity { static generateFileID() {} static create() { return null; } }',
      );
      replace(/^registerFile\(ICC_PROFILE_PATH, .*$/mu, '');
      replace(/^const ICC_PROFILE_PATH = .*$/mu, "const ICC_PROFILE_PATH = '';");
      // All fonts are embedded: those that every reader has bring their tables of characters.
      replace(/^class StandardFont extends PDFFont \{[\s\S]*?^\}$/mu, 'class StandardFont {}');
      replace(/^(const characters = )(?=`)/mu, '$1/* @__PURE__ */ ');
      replace(/^(const \w+ = )(?=\(\(\) =>|\w+\.map\(|\w+\.from\()/gmu, '$1/* @__PURE__ */ ');
      replace(/^((?:const \w+ = )?)(?=createHasher\(|Array\.from\()/gmu, '$1/* @__PURE__ */ ');
      return { contents, loader: 'js' };
    });
  },
};

/** For the script of the help, which names the commands and calls none. */
const withoutCommands = {
  name: 'without-commands',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/commands\// }, () => NOT_HERE);
  },
};

/** Commands load lazily, so they are chunks; the workers of `batch` need a file of their own. */
export const NODE_BUILD = {
  ...SHARED,
  entryPoints: {
    cli: 'src/cli/cli.ts',
    node: 'src/node.ts',
    'batch-worker': 'src/batch/worker.ts',
  },
  platform: 'node',
  target: 'node20.19',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import{createRequire as kaiyakuRequire}from'node:module';const require=kaiyakuRequire(import.meta.url);",
  },
  plugins: [withoutSubprograms, pdfkitWithoutDrawing, countedLoops],
  // It starts workers from a file of its own, beside its own module.
  external: ['tinypool'],
  alias: {
    ...PDFKIT,
    ...QRCODE,
    ...YAML,
    // Its build for Node reads files of its own folder, which a bundle has not.
    'css-tree': `${root}node_modules/css-tree/dist/csstree.esm.js`,
    // The interview opens no editor, which would bring character tables of half a megabyte.
    '@inquirer/editor': nothing,
    fflate: at('./replacements/zlib.mjs'),
  },
};

export const BROWSER_BUILD = {
  ...SHARED,
  entryPoints: { index: 'src/index.ts' },
  platform: 'browser',
  alias: { ...PDFKIT, ...QRCODE, ...YAML },
  plugins: [pdfkitWithoutDrawing, countedLoops],
};

const EXAMPLE = 'examples/leaving-japan.yaml';

export async function buildForNode(folder) {
  const script = (name) => `${folder}/${name}.script.js`;
  const help = scriptBuild(NODE_BUILD, 'src/cli/start.ts', script('help'));
  mkdirSync(`${root}${folder}`, { recursive: true });
  // What Node runs there as CommonJS is said once for all .js files; the library's are .mjs.
  writeFileSync(`${root}${folder}/package.json`, '{ "type": "commonjs" }\n');
  await Promise.all([
    build({ ...NODE_BUILD, outdir: folder }),
    build({
      ...SHARED,
      entryPoints: RARE_PARTS,
      // What css-tree reads of its own folder in Node stands inside its build for browsers.
      platform: 'browser',
      format: 'cjs',
      outdir: folder,
      outExtension: { '.js': '.cjs' },
    }),
    build({ ...help, plugins: [withoutCommands, ...help.plugins] }),
    // With its white space: the young generation grows once a megabyte has outlived a collection, and the source counts.
    // So it grows one collection sooner, and 130 KB are read for a hundredth of a run.
    build({
      ...scriptBuild(NODE_BUILD, 'src/cli/start-generate.ts', script('generate')),
      minify: false,
      minifyIdentifiers: true,
      minifySyntax: true,
    }),
    build({
      ...SHARED,
      entryPoints: { cli: 'tools/build/replacements/bin.mjs' },
      external: ['./cli.mjs'],
      platform: 'node',
      target: 'node20.19',
      format: 'cjs',
      outdir: folder,
      outExtension: { '.js': '.js' },
    }),
  ]);
  copyLateData(`${root}${folder}`);
  chmodSync(`${root}${folder}/cli.js`, 0o755);
  const out = mkdtempSync(join(tmpdir(), 'kaiyaku-build-'));
  await keepCompiledCode(`${root}${script('help')}`, 'start', [['--help']]);
  const argv = ['generate', EXAMPLE, '--today', '2027-01-15', '--out', out];
  await keepCompiledCode(`${root}${script('generate')}`, 'start', [argv], YOUNG_GENERATION_GROWTH);
  rmSync(out, { recursive: true });
}

async function buildAll() {
  await run(process.execPath, ['tools/build/generate.mjs'], { cwd: root });
  rmSync(`${root}dist`, { recursive: true, force: true });
  await Promise.all([
    buildForNode('dist'),
    build(BROWSER_BUILD),
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { cwd: root }),
  ]);
  writeFileSync(`${root}dist/types/package.json`, '{ "type": "module" }\n');
}

if (isCalled(import.meta.url)) await buildAll();
