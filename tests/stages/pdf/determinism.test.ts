import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paintPdf } from '../../../src/pdf/paint-pdf.ts';
import type { PdfFonts } from '../../../src/pdf/types.ts';
import { allFaces, loadFonts, metadata, PageBuilder, samplerDocument } from '../../support/pages.ts';

let fonts: PdfFonts;
let folder: string;
beforeAll(async () => {
  ({ fonts } = await loadFonts(allFaces));
  folder = mkdtempSync(join(tmpdir(), 'kaiyaku-determinism-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const paint = (fillable: boolean) =>
  paintPdf(samplerDocument(fillable), fonts, metadata, { deflate: (bytes) => deflateSync(bytes) });

function otherDocument(number: number) {
  const builder = new PageBuilder(`第${number}份`, 'zh-Hans');
  builder.text(builder.node('P', null), `一二三四五六七八九十${number}解约`.slice(number % 7));
  return builder.document;
}

test('document 50 equals document 1, with others painted between and at the same time', async () => {
  const first = hash(await paint(true));
  const between: Promise<Uint8Array>[] = [];
  for (let i = 0; i < 48; i++) between.push(paintPdf(otherDocument(i), fonts, metadata));
  const last = paint(true);
  await Promise.all(between);
  expect(hash(await last)).toBe(first);
});

test('a painted document is left as it was', async () => {
  const document = samplerDocument();
  const before = JSON.stringify(document);
  await paintPdf(document, fonts, metadata);
  expect(JSON.stringify(document)).toBe(before);
});

test('the same bytes in another process, time zone and language', async () => {
  const program = join(folder, 'paint.mjs');
  const support = fileURLToPath(new URL('../../support/pages.ts', import.meta.url));
  const painter = fileURLToPath(new URL('../../../src/pdf/paint-pdf.ts', import.meta.url));
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await build({
    stdin: {
      contents: `import { createHash } from 'node:crypto';
        import { deflateSync } from 'node:zlib';
        import { paintPdf } from ${JSON.stringify(painter)};
        import { allFaces, loadFonts, metadata, samplerDocument } from ${JSON.stringify(support)};
        const { fonts } = await loadFonts(allFaces);
        const bytes = await paintPdf(samplerDocument(true), fonts, metadata, { deflate: (bytes) => deflateSync(bytes) });
        console.log(createHash('sha256').update(bytes).digest('hex'));`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: program,
    // The flavour of pdfkit that the browser gets: both make the same objects.
    alias: { pdfkit: join(root, 'node_modules/pdfkit/js/pdfkit.browser.mjs') },
    define: { 'import.meta.url': JSON.stringify(new URL('../../support/pages.ts', import.meta.url).href) },
  });
  const run = (environment: Record<string, string>): string =>
    execFileSync(process.execPath, [program], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    }).trim();
  const here = hash(await paint(true));
  expect(run({ TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' })).toBe(here);
  expect(run({ TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' })).toBe(here);
});

test('another deflate changes the bytes, not the identifier of the file', async () => {
  const id = (bytes: Uint8Array): string =>
    /\/ID\[<(\w{32})><\1>\]/.exec(Buffer.from(bytes).toString('latin1'))![1]!;
  const ours = await paintPdf(samplerDocument(), fonts, metadata);
  const quick = await paintPdf(samplerDocument(), fonts, metadata, {
    deflate: (bytes) => deflateSync(bytes, { level: 1 }),
  });
  expect(hash(quick)).not.toBe(hash(ours));
  expect(id(quick)).toBe(id(ours));
  const later = await paintPdf(samplerDocument(), fonts, { ...metadata, createdOn: '2027-01-16' });
  expect(id(later)).not.toBe(id(ours));
});
