import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PathItem, TextItem } from '../../../src/page/types.ts';
import { ContentStream } from '../../../src/pdf/content-stream.ts';
import type { EmbeddedFace } from '../../../src/pdf/embed-fonts.ts';
import { GlyphTable } from '../../../src/pdf/glyph-table.ts';
import { Lexer, Operator, type Value } from '../../support/read-pdf.ts';

/** A to Z are half an em wide, 一 to 龥 one em; their codes are their code points. */
function squareFace(name: string): EmbeddedFace {
  const glyphs = new GlyphTable();
  const widths: number[] = new Array(0x4e31).fill(0);
  widths.fill(500, 0x41, 0x5b);
  widths.fill(1000, 0x4e01);
  glyphs.collect(String.fromCharCode(...widths.keys()), null);
  const codeOf = (codePoint: number): number => (widths[codePoint] === 0 ? 0 : codePoint);
  glyphs.giveCodes(
    widths,
    (units, codeOfUnit) => {
      for (const unit of units) codeOfUnit[unit] = codeOf(unit);
    },
    codeOf,
  );
  return { name, glyphs };
}

const face = squareFace('F1');

function textItem(more: Partial<TextItem>): TextItem {
  return {
    kind: 'text',
    xPt: 100,
    yPt: 200,
    text: 'AB',
    face: 'sc-regular',
    sizePt: 10,
    lang: 'zh-Hans',
    adjustEm: null,
    struct: null,
    ...more,
  };
}

function paint(...items: TextItem[]): string {
  const stream = new ContentStream(800);
  for (const item of items) stream.text(item, face);
  return stream.end();
}

interface Glyph {
  code: number;
  x: number;
  y: number;
}

/** Where a reader's pen draws each glyph (ISO 32000-1 §9.4.4). */
function glyphsOf(content: string): Glyph[] {
  const lexer = new Lexer(content);
  const glyphs: Glyph[] = [];
  let operands: Value[] = [];
  let [lineX, lineY, pen, size] = [0, 0, 0, 0];
  while (!lexer.isAtEnd) {
    const value = lexer.value();
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    if (value.operator === 'BT') [lineX, lineY] = [0, 0];
    if (value.operator === 'Tf') size = operands[1] as number;
    if (value.operator === 'Td') {
      lineX += operands[0] as number;
      lineY += operands[1] as number;
      pen = lineX;
    }
    if (value.operator === 'TJ' || value.operator === 'Tj') {
      for (const part of value.operator === 'Tj' ? operands : (operands[0] as Value[])) {
        if (typeof part === 'number') pen -= (part / 1000) * size;
        if (typeof part !== 'string') continue;
        for (let i = 0; i < part.length; i += 2) {
          const code = part.charCodeAt(i) * 256 + part.charCodeAt(i + 1);
          glyphs.push({ code, x: pen, y: lineY });
          pen += (face.glyphs.widths[code]! / 1000) * size;
        }
      }
    }
    operands = [];
  }
  return glyphs;
}

test('a line of one face is one operator, and the next line is relative to it', () => {
  expect(
    paint(textItem({}), textItem({ text: 'C', xPt: 110 }), textItem({ text: 'D', yPt: 215 })).replace(
      /\0/g,
      '',
    ),
  ).toBe('BT\n/F1 10 Tf 100 600 Td\n(ABC)Tj\n0 -15 Td\n(D)Tj\nET\n');
});

test('a gap on a line is a number, a far jump a position', () => {
  const near = paint(textItem({}), textItem({ text: 'C', xPt: 111.25 })).replace(/\0/g, '');
  expect(near).toBe('BT\n/F1 10 Tf 100 600 Td\n[(AB) -125(C)]TJ\nET\n');
  const far = paint(textItem({}), textItem({ text: 'C', xPt: 300 })).replace(/\0/g, '');
  expect(far).toBe('BT\n/F1 10 Tf 100 600 Td\n(AB)Tj\n200 0 Td\n(C)Tj\nET\n');
});

test('glyphs stand where the page stage put them, to a thousandth of an em and a hundredth of a point', () => {
  const item = fc.record({
    xPt: fc.double({ min: 30, max: 500, noNaN: true }),
    yPt: fc.constantFrom(100, 115.337, 130.5),
    sizePt: fc.constantFrom(8.5, 10.5, 18),
    characters: fc.array(
      fc.tuple(
        fc.constantFrom('A', 'Z', '\u4e01', '\u4e28', '\u4e29', '\u4e0d', '\u200b'),
        fc.double({ min: -0.5, max: 0.3, noNaN: true }),
      ),
      { minLength: 1, maxLength: 40 },
    ),
  });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
      const expected: Glyph[] = [];
      const texts = items.map(({ characters, ...place }) => {
        let { xPt: x } = place;
        for (const [character, adjust] of characters) {
          const code = character.codePointAt(0)!;
          const width = face.glyphs.widths[code]!;
          if (width !== 0) expected.push({ code, x, y: 800 - place.yPt });
          x += (width / 1000 + adjust) * place.sizePt;
        }
        const text = characters.map(([character]) => character).join('');
        return textItem({ ...place, text, adjustEm: characters.map(([, adjust]) => adjust) });
      });
      const found = glyphsOf(paint(...texts));
      expect(found.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
      found.forEach(({ x, y }, index) => {
        expect(Math.abs(x - expected[index]!.x)).toBeLessThan(0.02);
        expect(Math.abs(y - expected[index]!.y)).toBeLessThan(0.006);
      });
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('a path says only what differs from the last one', () => {
  const path = (more: Partial<PathItem>): PathItem => ({
    kind: 'path',
    operators: [
      ['m', 10, 10],
      ['l', 20, 10],
    ],
    struct: null,
    ...more,
  });
  const stream = new ContentStream(100);
  stream.path(path({ stroke: { widthPt: 1 } }));
  stream.path(path({ stroke: { widthPt: 0.5, dashPt: [1, 2] } }));
  stream.path(path({ stroke: { widthPt: 0.5, dashPt: [1, 2] }, fill: 0.89 }));
  stream.path(path({ fill: 0.89 }));
  const line = '10 90 m\n20 90 l\n';
  expect(stream.end()).toBe(`${line}S\n0.5 w\n[1 2]0 d\n${line}S\n0.89 g\n${line}B\n${line}f\n`);
});

test('text after a grey fill is black', () => {
  const stream = new ContentStream(800);
  stream.path({ kind: 'path', operators: [['re', 0, 0, 10, 10]], fill: 0.89, struct: null });
  stream.text(textItem({}), face);
  expect(stream.end().replace(/\0/g, '')).toBe(
    '0.89 g\n0 790 10 10 re\nf\n0 g\nBT\n/F1 10 Tf 100 600 Td\n(AB)Tj\nET\n',
  );
});

test('a place that is no number is a fault, not an operand', () => {
  const wrong = [Number.NaN, Number.POSITIVE_INFINITY];
  for (const value of wrong) {
    const path = (): void =>
      new ContentStream(800).path({
        kind: 'path',
        operators: [['m', value, 1]],
        stroke: { widthPt: 1 },
        struct: null,
      });
    expect(path).toThrow('not a number');
    expect(() => paint(textItem({ xPt: value }))).toThrow('not a number');
  }
  expect(() => paint(textItem({}), textItem({ xPt: 100, sizePt: 0 }))).toThrow('not a gap');
});
