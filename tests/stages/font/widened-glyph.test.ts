import { expect, test } from 'vitest';
import { FontFile } from '../../../src/font/font-file.ts';
import { openFonts } from '../../../src/font/open-fonts.ts';
import { outlineBytes, readComponents } from '../../../src/font/outlines.ts';
import { readTables, tableOf } from '../../../src/font/true-type-tables.ts';
import { nodeHost } from '../../../src/host/node.ts';

const HAN = 0x9aa8;

test('a wider glyph repeats its outline as one component and has a larger advance', async () => {
  const fonts = openFonts(nodeHost());
  await fonts.load(['jp-regular']);
  const subset = fonts.font('jp-regular').createSubset();
  const wide = subset.includeGlyph(HAN, 125);
  const plain = subset.includeGlyph(HAN);
  expect(wide).not.toBe(plain);
  expect(subset.includeGlyph(HAN, 125)).toBe(wide);
  const narrow = subset.includeGlyph(HAN, -500);

  const tables = readTables(FontFile.whole(subset.encode()));
  const glyph = outlineBytes(tables, wide);
  expect(readComponents(glyph).map(({ outline }) => outline)).toEqual([plain]);
  expect([...glyph.subarray(2, 10)]).toEqual([...outlineBytes(tables, plain).subarray(2, 10)]);
  const advance = (cid: number): number => tableOf(tables, 'hmtx').getUint16(4 * cid);
  const count = tableOf(tables, 'hhea').getUint16(34);
  expect(count).toBeGreaterThan(Math.min(wide, narrow, plain));
  expect(advance(wide) - advance(plain)).toBe(125);
  expect(advance(narrow) - advance(plain)).toBe(-500);
  expect(tableOf(tables, 'maxp').getUint16(30)).toBeGreaterThanOrEqual(1);
});

test('a wider space has no outline to repeat', async () => {
  const fonts = openFonts(nodeHost());
  await fonts.load(['sc-regular']);
  const subset = fonts.font('sc-regular').createSubset();
  const wide = subset.includeGlyph(0x20, 125);
  expect(outlineBytes(readTables(FontFile.whole(subset.encode())), wide)).toHaveLength(0);
});
