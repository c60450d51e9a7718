// Prepares a run: the product's two bundles in build/bench/, the peers' fonts where reference/lib.mjs looks for them.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildForNode, NODE_BUILD } from '../tools/build/build.mjs';
import { copyLateData, keepCompiledCode, scriptBuild } from '../tools/build/script-build.mjs';

/** One document without a case leaves 10 MB behind it: less than the young generation of `generate` has at once. */
const GROWTH = 3;

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BENCH = `${ROOT}bench/`;
/** Packages resolve from here upwards, so the peers find those of bench/node_modules. */
export const PEERS_WORK = `${BENCH}node_modules/.work`;
const BUILT = `${ROOT}build/bench`;
/** A build of its own: another build of dist/ meanwhile doesn't disturb the measurement. */
export const CLI = `${BUILT}/dist/cli.js`;
export const CASES = `${BUILT}/cases.script.js`;
export const SETTER = `${BUILT}/setter.script.js`;

const FONTS = {
  'sc-regular': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sc-bold': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'jp-regular': 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'jp-bold': 'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
};

export async function setUp() {
  await import('../tools/build/generate.mjs');
  copyFonts();
  rmSync(`${BUILT}/dist`, { recursive: true, force: true });
  await buildForNode('build/bench/dist');
  copyLateData(BUILT);
  await Promise.all([
    buildSetter(),
    buildLoader(),
    build(scriptBuild(NODE_BUILD, 'bench/kaiyaku/cases.ts', CASES)),
  ]);
}

function copyFonts() {
  mkdirSync(`${PEERS_WORK}/fonts`, { recursive: true });
  mkdirSync(`${PEERS_WORK}/out`, { recursive: true });
  for (const [name, path] of Object.entries(FONTS)) {
    const copy = `${PEERS_WORK}/fonts/${name}.ttf`;
    if (!existsSync(copy)) copyFileSync(`${BENCH}node_modules/@expo-google-fonts/${path}`, copy);
  }
}

/** What the bin has in itself, for the peer that starts as it does. */
function buildLoader() {
  return build({
    entryPoints: ['tools/build/replacements/load-script.mjs'],
    absWorkingDir: ROOT,
    outfile: `${BUILT}/load-script.cjs`,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
}

/** The stages with the template of the bench, built like the command line; template and sheet precompiled as there. */
async function buildSetter() {
  const built = (name) => import(pathToFileURL(`${ROOT}build/tmp/${name}.mjs`).href);
  const { parseSheet } = await built('parse-sheet');
  const sheet = parseSheet(readFileSync(`${BENCH}kaiyaku/sheet.css`, 'utf8'), 'bench/kaiyaku/sheet.css');
  const { compileTemplate } = await built('compile-templates');
  const specs = Object.fromEntries(
    ['main', 'heading'].map((name) => [
      name,
      compileTemplate(readFileSync(`${BENCH}kaiyaku/${name}.hbs`, 'utf8')),
    ]),
  );
  const templates = { documents: { checklist: { specs, tables: {} } }, dates: {}, units: {} };
  const modules = `${BUILT}/modules`;
  mkdirSync(modules, { recursive: true });
  const asModule = (value) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
  writeFileSync(`${modules}/template.js`, asModule(templates));
  writeFileSync(`${modules}/sheet.js`, asModule(sheet));
  const options = scriptBuild(NODE_BUILD, 'bench/kaiyaku/entry.ts', SETTER);
  const alias = {
    ...options.alias,
    '#bench-template': `${modules}/template.js`,
    '#bench-sheet': `${modules}/sheet.js`,
  };
  await build({ ...options, alias });
  await keepCompiledCode(SETTER, 'setOnce', [`${BENCH}reference/content.json`], GROWTH);
}
