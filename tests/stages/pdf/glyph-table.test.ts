import { expect, test } from 'vitest';
import { isVariationSelector } from '../../../src/font/invisible.ts';
import { characterKey, selectorUnit } from '../../../src/pdf/glyph-keys.ts';
import { GlyphTable, SEE_KEY } from '../../../src/pdf/glyph-table.ts';

const plain = '一';
const variant = '葛\u{e0100}';
const rare = '\u{20bb7}';

function given(...texts: string[]): { table: GlyphTable; keys: number[] } {
  const table = new GlyphTable();
  for (const text of texts) table.collect(text, null);
  const keys: number[] = [];
  const codeOf = (codePoint: number, selector: number): number =>
    isVariationSelector(codePoint) ? 0 : keys.push(codePoint + selector * selectorUnit);
  table.giveCodes(
    [0, 1000, 1000, 1000, 1000],
    (units, codeOfUnit) => {
      for (const unit of units) codeOfUnit[unit] = codeOf(unit, 0);
    },
    codeOf,
  );
  return { table, keys };
}

test('each character has a code, in the order of its key, whatever stands around it', () => {
  const expected = [plain, '葛', rare].map((text) => characterKey(text, 0));
  for (const texts of [[plain, rare, '葛'], [`${rare}葛${plain}${rare}`], ['葛', `葛${plain}`, rare]]) {
    const { table, keys } = given(...texts);
    expect(keys).toEqual(expected);
    expect(table.codeOfUnit[plain.charCodeAt(0)]).toBe(1);
    expect(table.codeOfUnit['葛'.charCodeAt(0)]).toBe(2);
    expect(table.codeOfUnit[rare.charCodeAt(0)]).toBe(SEE_KEY);
    expect(table.find(characterKey(rare, 0))).toBe(3);
  }
});

test('a character with and without its selector is two glyphs', () => {
  for (const texts of [['葛', variant], [`${variant}葛`], [`${variant}${variant}`, '葛葛']]) {
    const { table } = given(...texts);
    expect(table.codeOfUnit['葛'.charCodeAt(0)]).toBe(SEE_KEY);
    const codes = ['葛', variant].map((text) => table.find(characterKey(text, 0)));
    expect(codes).toEqual([1, 2]);
  }
});

test('where only a sequence is used, its base has no code', () => {
  const { table } = given('葛\ufe00');
  expect(table.find(characterKey('葛', 0))).toBe(0);
  expect(table.find(characterKey('葛\ufe00', 0))).toBe(1);
});
