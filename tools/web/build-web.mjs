// node tools/web/build-web.mjs [folder]: the web page as files that any server of static files can give out, by default in
// build/web. Fonts are cut into parts, of which a document needs the first and rarely another (web/font-parts.ts).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { BROWSER_BUILD } from '../build/build.mjs';
import { isCalled } from '../build/is-called.mjs';
import { readJson } from '../build/read-json.mjs';

const root = new URL('../../', import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));

/** What src/font/font-file.ts reads at once. */
const PART_BYTES = 0x60000;

/** The oldest browsers that have what the page calls (web/begin.ts asks them); newer syntax is written in theirs. */
export const OLDEST_BROWSERS = { safari: '15.4', chrome: '93', firefox: '114' };

const BOTH = '<span lang="zh-Hans">{{zhHans}}</span> <span lang="ja">{{ja}}</span>';

async function writePage(folder) {
  const words = await readJson(new URL('templates/words/web.json', root));
  const page = Handlebars.compile(readFileSync(at('web/index.hbs'), 'utf8'), { strict: true });
  writeFileSync(`${folder}/index.html`, page(words, { partials: { both: BOTH } }));
  copyFileSync(at('web/page.css'), `${folder}/page.css`);
}

/** With their licences, under which they may be passed on. */
function writeFonts(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(at('fonts'))) {
    if (!name.endsWith('.ttf')) {
      copyFileSync(at(`fonts/${name}`), `${folder}/${name}`);
      continue;
    }
    const bytes = readFileSync(at(`fonts/${name}`));
    for (let index = 0; index * PART_BYTES < bytes.length; index++) {
      const part = bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
      writeFileSync(`${folder}/${name}.${index}`, part);
    }
  }
}

/** The one script that every browser understands. */
export const buildBegin = (folder) =>
  build({
    entryPoints: { begin: at('web/begin.ts') },
    bundle: true,
    target: 'es5',
    minify: true,
    logLevel: 'warning',
    outdir: folder,
  });

export async function buildWeb(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await Promise.all([
    build({
      ...BROWSER_BUILD,
      entryPoints: { main: 'web/main.ts', worker: 'web/worker.ts' },
      target: Object.entries(OLDEST_BROWSERS).map(([name, version]) => name + version),
      // Each event is given an id of ours; the library makes a random one before, which browsers have under https only.
      define: { 'crypto.randomUUID': 'String' },
      splitting: true,
      chunkNames: 'chunk-[hash]',
      outdir: folder,
      outExtension: { '.js': '.js' },
    }),
    buildBegin(folder),
    writePage(folder),
  ]);
  writeFonts(`${folder}/fonts`);
}

if (isCalled(import.meta.url)) {
  await import('../build/generate.mjs');
  await buildWeb(process.argv[2] ?? at('build/web'));
}
