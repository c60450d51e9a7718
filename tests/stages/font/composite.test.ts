import { expect, test } from 'vitest';
import { writeProgram } from '../../../src/font/write-program.ts';
import { parseProgram } from './parse-program.ts';

/** One empty contour list is enough: the writer looks at the sign of the contour count only. */
const simple = (mark: number): number[] => [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, mark, 0];

/** Two components: words for offsets, then bytes with one scale. */
const composite = (first: number, second: number): number[] => [
  ...[0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, 0x21, 0, first, 0, 10, 0, 20],
  ...[0, 0x08, 0, second, 1, 2, 0x40, 0],
];

function tablesOf(glyphs: number[][]): Map<string, DataView> {
  const view = (bytes: number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);
  const uint16 = (value: number): number[] => [value >> 8, value & 0xff];
  let offset = 0;
  const loca = [0, ...glyphs.map((glyph) => (offset += glyph.length))].flatMap((at) => uint16(at / 2));
  const head = new Array<number>(54).fill(0);
  const hhea = [...new Array<number>(34).fill(0), ...uint16(glyphs.length)];
  return new Map([
    ['glyf', view(glyphs.flat())],
    ['loca', view(loca)],
    ['head', view(head)],
    ['hhea', view(hhea)],
    ['maxp', view([0, 1, 0, 0, ...uint16(glyphs.length)])],
    ['hmtx', view(glyphs.flatMap((_, i) => [...uint16(500 + i), ...uint16(i)]))],
    ['prep', view([1, 2, 3, 4, 5, 6, 7])],
  ]);
}

test('components follow behind the CIDs and are pointed to by their new index', () => {
  // 1 and 2 are parts, 3 is made of them, 4 of 3 and 1.
  const source = tablesOf([[], simple(1), simple(2), composite(1, 2), composite(3, 1)]);
  const before = Buffer.from(new Uint8Array((source.get('glyf') as DataView).buffer)).toString('hex');
  const program = parseProgram(writeProgram(source, [0, 4, 2]));

  expect(program.numGlyphs).toBe(6);
  const componentsOf = (i: number) => [program.glyph(i).readUInt16BE(12), program.glyph(i).readUInt16BE(20)];
  expect(componentsOf(1)).toEqual([3, 4]);
  expect(componentsOf(3)).toEqual([4, 5]);
  expect([2, 4, 5].map((i) => program.glyph(i)[10])).toEqual([2, 1, 2]);
  expect([1, 2, 3, 4, 5].map((i) => program.metric(i).advance)).toEqual([504, 502, 503, 501, 502]);
  expect([...program.table('prep')]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(Buffer.from(new Uint8Array((source.get('glyf') as DataView).buffer)).toString('hex')).toBe(before);
});
