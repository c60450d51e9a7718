import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import vm from 'node:vm';
import { build, type Metafile } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import type * as Library from '../../src/index.ts';
import { BROWSER_BUILD } from '../../tools/build/build.mjs';

let code: string;
let metafile: Metafile;

beforeAll(async () => {
  const { entryPoints: _, outdir: __, ...settings } = BROWSER_BUILD;
  const result = await build({
    ...settings,
    stdin: { contents: "export * from './src/index.ts'", resolveDir: process.cwd() },
    format: 'iife',
    globalName: 'kaiyaku',
    write: false,
    metafile: true,
  });
  code = result.outputFiles?.[0]?.text ?? '';
  metafile = result.metafile as Metafile;
});

/** A realm with the language and four makers of the web, and nothing of Node. */
function openRealm(): { library: typeof Library; bytesOf(file: string): Uint8Array } {
  const realm = vm.createContext({ TextEncoder, TextDecoder, URL, atob });
  vm.runInContext(`'use strict';${code};globalThis.kaiyaku = kaiyaku;`, realm);
  const makeBytes = vm.runInContext('(length) => new Uint8Array(length)', realm) as (
    length: number,
  ) => Uint8Array;
  return {
    library: realm.kaiyaku as typeof Library,
    bytesOf(file) {
      const bytes = readFileSync(file);
      const copy = makeBytes(bytes.length);
      copy.set(bytes);
      return copy;
    },
  };
}

test('the bundle holds no Node module', () => {
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter((path) => path.startsWith('node:') || builtinModules.includes(path))).toEqual([]);
  expect(Object.keys(metafile.inputs).some((path) => path.includes('node_modules/fontkit'))).toBe(false);
});

test('a realm without process, require and Buffer makes a PDF, the same each time', async () => {
  const make = async () => {
    const { library, bytesOf } = openRealm();
    const fonts = readdirSync('fonts');
    const files = Object.fromEntries(fonts.map((name) => [`fonts/${name}`, bytesOf(`fonts/${name}`)]));
    return library.generate(
      { carrier: 'ntt-docomo', reason: 'leaving-japan', departure: '2027-03-28' },
      { host: library.memoryHost(files, '2027-01-15') },
    );
  };
  const { documents, schedule } = await make();
  expect(documents.map(({ name }) => name)).toEqual(['ntt-docomo-checklist.pdf', 'ntt-docomo-memo.pdf']);
  for (const { bytes, pages } of documents) {
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(pages).toBeGreaterThan(0);
  }
  expect(schedule?.steps.length).toBeGreaterThan(3);
  const again = await make();
  expect(again.documents.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    documents.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  );
});

test('what is synchronous answers without a host', () => {
  const { library } = openRealm();
  expect(library.listCarriers().length).toBeGreaterThan(20);
  expect(library.getCarrier('au')?.carrier.id).toBe('au');
  expect(library.getCarrier('nobody')).toBeUndefined();
  expect(library.validateCase({ carrier: 'auu' }).problems[0]).toMatchObject({
    code: 'unknown-carrier',
    hint: 'au',
  });
  expect([...library.lineBreakOpportunities('契約、解約。', { lang: 'ja', strictness: 'strict' })]).toEqual([
    1, 3, 4,
  ]);
  expect([...library.characterSpacing('」「', { lang: 'ja' }).widthsEm]).toEqual([1, 0.5]);
});
