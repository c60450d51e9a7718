import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TrueTypeFont } from '../../../src/font/true-type-font.ts';
import { readFont } from './fonts-on-disk.ts';
import { parseProgram } from './parse-program.ts';

const CORE = ['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'] as const;
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

function encodeText(font: TrueTypeFont, text: string): { cids: number[]; bytes: Uint8Array } {
  const subset = font.createSubset();
  const cids = font.layout(text).glyphs.map(({ id }) => subset.includeGlyph(id));
  return { cids, bytes: subset.encode() };
}

test.each(CORE)('%s: every core character survives the way through a subset', (face) => {
  const bytes = readFont(face);
  const source = parseProgram(bytes);
  const font = new TrueTypeFont(bytes);
  const visible = [...source.codePoints()].filter(
    ([codePoint]) => font.layout(String.fromCodePoint(codePoint)).glyphs.length === 1,
  );
  expect(visible.length).toBeGreaterThan(source.codePoints().size - 30);
  const { cids, bytes: program } = encodeText(
    font,
    visible.map(([codePoint]) => String.fromCodePoint(codePoint)).join(''),
  );
  expect(cids).toEqual(visible.map((_, i) => i + 1));

  const parsed = parseProgram(program);
  expect(parsed.numGlyphs).toBe(visible.length + 1);
  expect(parsed.indexToLocFormat).toBe(1);
  expect(parsed.locaLength).toBe(4 * (visible.length + 2));
  visible.forEach(([, outline], i) => {
    const copied = parsed.glyph(i + 1);
    const original = source.glyph(outline);
    expect(copied.subarray(0, original.length).equals(original)).toBe(true);
    expect(copied.length - original.length).toBeLessThanOrEqual(1);
    expect(parsed.metric(i + 1)).toEqual(source.metric(outline));
  });
});

test.each(CORE)('%s: the program of a line is complete, small and sums up', (face) => {
  const font = new TrueTypeFont(readFont(face));
  const text = '\u4e00\u4eba 2027-03-28 Wi-Fi';
  const { bytes } = encodeText(font, text);
  const program = parseProgram(bytes);
  const distinct = new Set(text).size;
  expect(program.tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  expect(program.numGlyphs).toBe(distinct + 1);
  expect(program.indexToLocFormat).toBe(0);
  expect(program.locaLength).toBe(2 * (distinct + 2));
  expect(program.table('hmtx').length).toBe(2 * (program.metricCount + distinct + 1));
  expect(program.table('maxp').readUInt32BE(0)).toBe(0x00010000);
  expect(program.glyph(0).length).toBe(0);
  expect(program.fileSum).toBe(0xb1b0afba);
  expect(bytes.length % 4).toBe(0);
});

test('two characters of one outline get two CIDs', () => {
  const font = new TrueTypeFont(readFont('sc-regular'));
  expect(font.outlineOf(0x2f00)).toBe(font.outlineOf(0x4e00));
  const { cids } = encodeText(font, '\u2f00\u4e00\u2f00');
  expect(cids).toEqual([1, 2, 1]);
});

test('a document gets the same program whatever was drawn before from the shared font', () => {
  const text = 'PDF \u4e00\u2f00\u56fd';
  const alone = encodeText(new TrueTypeFont(readFont('sc-regular')), text);
  const shared = new TrueTypeFont(readFont('sc-regular'));
  encodeText(shared, '\u2f00\u56fd\u5bb6 other');
  const later = encodeText(shared, text);
  expect(later.cids).toEqual(alone.cids);
  expect(sha256(later.bytes)).toBe(sha256(alone.bytes));
});

test('the source is not written to', () => {
  const bytes = readFont('jp-regular');
  const before = sha256(bytes);
  const font = new TrueTypeFont(bytes);
  encodeText(font, 'abc\u4e00\u3042');
  encodeText(font, '\u3044xyz');
  expect(sha256(bytes)).toBe(before);
});

test('a font in the middle of a larger buffer is read', () => {
  const bytes = readFont('jp-regular');
  const larger = new Uint8Array(bytes.length + 64);
  larger.set(bytes, 13);
  const font = new TrueTypeFont(larger.subarray(13, 13 + bytes.length));
  const { bytes: program } = encodeText(font, 'abc');
  expect(sha256(program)).toBe(sha256(encodeText(new TrueTypeFont(bytes), 'abc').bytes));
});

test('advances are those of hmtx, and 0 for what is not drawn', () => {
  const bytes = readFont('sc-bold');
  const source = parseProgram(bytes);
  const font = new TrueTypeFont(bytes);
  const glyphs = [...source.codePoints()];
  fc.assert(
    fc.property(fc.constantFrom(...glyphs), ([codePoint, outline]) => {
      const drawn = font.layout(String.fromCodePoint(codePoint)).glyphs.length === 1;
      return font.advanceEm(codePoint) === (drawn ? source.metric(outline).advance / 1000 : 0);
    }),
    { seed: 20270115, numRuns: 2000 },
  );
  expect([0x200b, 0x2060, 0xad, 0x0a, 0xfe00, 0xe0100].map((c) => font.advanceEm(c))).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
});

test('what is not drawn gets no glyph', () => {
  const font = new TrueTypeFont(readFont('jp-regular'));
  const { glyphs, advanceWidth } = font.layout('a\u200bb\ufeff\u2060c');
  expect(glyphs.map(({ id }) => id)).toEqual([0x61, 0x62, 0x63]);
  expect(advanceWidth).toBeCloseTo(
    1000 * [0x61, 0x62, 0x63].reduce((sum, c) => sum + font.advanceEm(c), 0),
    6,
  );
});

test('a character that the face lacks never becomes a box', () => {
  const font = new TrueTypeFont(readFont('jp-regular'));
  expect(() => encodeText(font, '\u{1f600}')).toThrow(/NotoSansJP-Regular has no glyph/);
});
