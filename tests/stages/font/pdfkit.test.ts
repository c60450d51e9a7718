import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { openFonts } from '../../../src/font/open-fonts.ts';
import type { FaceId, FontLibrary, FontObject } from '../../../src/font/types.ts';
import { recordingHost } from './fonts-on-disk.ts';

const ALL: FaceId[] = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold', 'sc-extended', 'jp-extended'];
const library = openFonts(recordingHost());
await library.load(ALL);

/** The calls of pdfkit that this test makes of its own accord; src/pdf declares only those that it makes. */
interface Drawing {
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  registerFont(name: string, font: FontObject): void;
  addPage(): void;
  font(name: string): Drawing;
  fontSize(size: number): Drawing;
  text(text: string, x: number, y: number, options: { lineBreak: boolean }): void;
  end(): void;
}

async function draw(
  lines: { face: FaceId; text: string }[],
  fonts: FontLibrary = library,
): Promise<Uint8Array> {
  // Without `font: null` pdfkit starts by embedding Helvetica.
  const options = { font: null, info: { CreationDate: new Date(0) } } as const;
  const document = new PDFDocument(options) as unknown as Drawing;
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  for (const face of ALL) document.registerFont(face, fonts.font(face));
  lines.forEach(({ face, text }, i) => {
    document
      .font(face)
      .fontSize(10)
      .text(text, 40, 40 + 15 * i, { lineBreak: false });
  });
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Text by font, in order. */
async function extract(pdf: Uint8Array): Promise<{ text: string; fontName: string }[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const found: { text: string; fontName: string }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList();
    const content = await page.getTextContent({ disableNormalization: true });
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue;
      // pdf.js cuts a line after a variation selector.
      const fontName: string = page.commonObjs.get(item.fontName).name;
      const last = found.at(-1);
      if (last !== undefined && last.fontName === fontName) last.text += item.str;
      else found.push({ text: item.str, fontName });
    }
  }
  await task.destroy();
  return found;
}

test('text comes out as it went in, each run in its own face', async () => {
  const lines: { face: FaceId; text: string }[] = [
    { face: 'sc-regular', text: '一⼀日⽇人⼈直骨角海，“解约”——ABC' },
    { face: 'jp-regular', text: '一⼀日⽇人⼈直骨角海、「解約」神福羽㍿①㊞' },
    { face: 'sc-bold', text: '手机号码 090-1234' },
    { face: 'jp-bold', text: '電話番号 ﾃﾞﾝﾜ' },
    { face: 'jp-extended', text: '𠮷' },
    { face: 'sc-extended', text: '龘' },
    { face: 'jp-regular', text: '侮侮\ufe00亜\u{e0100}' },
  ];
  const found = await extract(await draw(lines));
  expect(found.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
  expect(found.map(({ fontName }) => fontName.replace(/^[A-Z]{6}\+/, ''))).toEqual([
    'NotoSansSC-Regular',
    'NotoSansJP-Regular',
    'NotoSansSC-Bold',
    'NotoSansJP-Bold',
    'NotoSansJP-Regular',
    'NotoSansSC-Regular',
    'NotoSansJP-Regular',
  ]);
  // The extended files share names with the core files, and must still be fonts of their own.
  expect(new Set(found.map(({ fontName }) => fontName)).size).toBe(6);
});

test('radicals, compatibility and half-width forms come out as themselves', async () => {
  const codePoints = [
    ...Array.from({ length: 214 }, (_, i) => 0x2f00 + i),
    ...Array.from({ length: 0xfad9 - 0xf900 }, (_, i) => 0xf900 + i),
    ...Array.from({ length: 0xff9f - 0xff01 }, (_, i) => 0xff01 + i),
  ].filter(
    (codePoint) =>
      library.bind({ text: String.fromCodePoint(codePoint), lang: 'ja', weight: 'regular', path: '' }).runs[0]
        ?.face === 'jp-regular',
  );
  expect(codePoints.length).toBeGreaterThan(400);
  const lines: { face: FaceId; text: string }[] = [];
  for (let i = 0; i < codePoints.length; i += 40) {
    lines.push({ face: 'jp-regular', text: String.fromCodePoint(...codePoints.slice(i, i + 40)) });
  }
  const found = await extract(await draw(lines));
  expect(found.map(({ text }) => text)).toEqual([lines.map(({ text }) => text).join('')]);
});

test('the second document of a library equals the first of a fresh one', async () => {
  const lines: { face: FaceId; text: string }[] = [{ face: 'sc-regular', text: '一⼀日⽇' }];
  await draw([{ face: 'sc-regular', text: '⼀一龙⻰国' }]);
  const later = await draw(lines);
  const fresh = openFonts(recordingHost());
  await fresh.load(ALL);
  expect(Buffer.from(later).equals(Buffer.from(await draw(lines, fresh)))).toBe(true);
});
