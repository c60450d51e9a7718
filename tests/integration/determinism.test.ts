import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { createRenderer, type Renderer } from '../../src/render.ts';
import { countedLoops } from '../../tools/build/counted-loops.mjs';
import { EXAMPLES } from './support/examples.ts';
import { DOCUMENTS, TODAY } from './support/set-case.ts';

const RENDERER = 'build/tmp/determinism.mjs';
const EDITIONS = ['personal', 'share', 'blank'] as const;

/** More than fifty documents: every example, in every edition where it is a different one. */
const WORK = EXAMPLES.flatMap(({ name, input }, index) =>
  (index % 4 === 0 ? EDITIONS : (['personal'] as const)).map((edition) => ({ stem: name, input, edition })),
);

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function digests(renderer: Renderer, work: typeof WORK): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { stem, input, edition } of work) {
    const { documents } = await renderer.render(input, { today: TODAY, documents: DOCUMENTS, stem, edition });
    for (const { name, bytes } of documents) found[`${stem} ${name}`] = digest(bytes);
  }
  return found;
}

let first: Record<string, string>;

beforeAll(async () => {
  mkdirSync('build/tmp', { recursive: true });
  await build({
    stdin: {
      contents: `export { createRenderer } from './src/render.ts'; export { nodeHost } from './src/host/node.ts';`,
      resolveDir: '.',
      loader: 'ts',
    },
    outfile: RENDERER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    // As the package is built: its loops give what these sources give.
    plugins: [countedLoops],
    logLevel: 'error',
  });
  first = await digests(createRenderer(nodeHost()), WORK);
}, 120_000);

afterAll(() => rmSync(RENDERER, { force: true }));

test('every example came out', () => {
  expect(Object.keys(first)).toHaveLength(WORK.length * DOCUMENTS.length);
  expect(WORK.length * DOCUMENTS.length).toBeGreaterThanOrEqual(50);
});

test('the order of generation changes nothing, and the fiftieth document is the one made alone', async () => {
  const backwards = await digests(createRenderer(nodeHost()), [...WORK].reverse());
  expect(backwards).toEqual(first);
  const alone = await digests(createRenderer(nodeHost()), [WORK[0]!]);
  expect(Object.fromEntries(Object.keys(alone).map((name) => [name, backwards[name]]))).toEqual(alone);
});

test('documents made at the same time do not mix', async () => {
  const renderer = createRenderer(nodeHost());
  const parts = await Promise.all(WORK.slice(0, 4).map((work) => digests(renderer, [work])));
  const found = Object.assign({}, ...parts);
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, first[name]])));
});

test('another time zone and language make the same bytes', () => {
  const script = `
    import { createHash } from 'node:crypto';
    const { createRenderer, nodeHost } = await import(process.argv[1]);
    const renderer = createRenderer(nodeHost());
    const found = {};
    for (const { stem, input, edition } of JSON.parse(process.argv[2])) {
      const options = { today: ${JSON.stringify(TODAY)}, documents: ${JSON.stringify(DOCUMENTS)}, stem, edition };
      const { documents } = await renderer.render(input, options);
      for (const { name, bytes } of documents)
        found[stem + ' ' + name] = createHash('sha256').update(bytes).digest('hex');
    }
    console.log(JSON.stringify({ found, zone: new Date(0).getTimezoneOffset() }));`;
  const output = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      script,
      new URL(`../../${RENDERER}`, import.meta.url).href,
      JSON.stringify(WORK),
    ],
    { env: { ...process.env, TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' }, encoding: 'utf8' },
  );
  const { found, zone } = JSON.parse(output) as { found: Record<string, string>; zone: number };
  expect(zone).toBe(300);
  expect(found).toEqual(first);
});
