import { expect, test } from 'vitest';
import { TrueTypeFont } from '../../../src/font/true-type-font.ts';
import { readFont } from './fonts-on-disk.ts';
import { parseProgram } from './parse-program.ts';

const jp = new TrueTypeFont(readFont('jp-regular'));

test('a sequence with an outline of its own is drawn with it and keeps both code points', () => {
  const [plain, variant] = [jp.layout('\u4fae'), jp.layout('\u4fae\ufe00')];
  expect(variant.glyphs).toHaveLength(1);
  expect(variant.glyphs[0]?.codePoints).toEqual([0x4fae, 0xfe00]);
  expect(jp.outlineOfSequence(0x4fae, 0xfe00)).not.toBe(jp.outlineOf(0x4fae));

  const subset = jp.createSubset();
  const cids = [...plain.glyphs, ...variant.glyphs].map(({ id }) => subset.includeGlyph(id));
  expect(cids).toEqual([1, 2]);
  const program = parseProgram(subset.encode());
  expect(program.glyph(2).equals(program.glyph(1))).toBe(false);
  // Its standardised meaning is the compatibility ideograph U+FA30.
  const source = parseProgram(readFont('jp-regular'));
  const compatibility = source.glyph(source.codePoints().get(0xfa30) ?? 0);
  expect(program.glyph(2).subarray(0, compatibility.length).equals(compatibility)).toBe(true);
});

test('a default sequence is drawn as its base and keeps both code points', () => {
  const outline = jp.outlineOfSequence(0x4e9c, 0xe0100);
  expect(outline).toBe(jp.outlineOf(0x4e9c));
  expect(jp.layout('\u4e9c\u{e0100}').glyphs.map(({ codePoints }) => codePoints)).toEqual([
    [0x4e9c, 0xe0100],
  ]);
});

test('every selector has glyph ids of its own', () => {
  const ids = ['\u4fae', '\u4fae\ufe00', '\u4fae\u{e0100}'].map((text) => jp.layout(text).glyphs[0]?.id);
  expect(new Set(ids).size).toBe(3);
});

test('an unknown sequence is not in the face', () => {
  expect(jp.outlineOfSequence(0x845b, 0xe01ef)).toBeNull();
  expect(jp.outlineOfSequence(0x61, 0xfe00)).toBeNull();
});

test('extended faces hold the sequences of their own characters', () => {
  const extended = new TrueTypeFont(readFont('jp-extended'));
  expect(jp.outlineOf(0x5906)).toBe(0);
  expect(jp.outlineOfSequence(0x5906, 0xe0100)).toBeNull();
  expect(extended.outlineOfSequence(0x5906, 0xe0100)).toBeGreaterThan(0);
  expect(extended.outlineOfSequence(0x5906, 0xe0100)).not.toBe(extended.outlineOf(0x5906));
});
