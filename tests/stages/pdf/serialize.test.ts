import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textString, type Value } from '../../../src/pdf/object-document.ts';
import { formatNumber, literalString, serialize } from '../../../src/pdf/serialize.ts';
import { Lexer, Name, textOf } from '../../support/read-pdf.ts';

test('objects take no more bytes than their tokens need', () => {
  const value: Value = {
    Type: 'Page',
    Kids: [1, 2.5, -0.001, 'Name', null, true],
    D: { E: [], F: undefined },
    T: textString('a(b)\\'),
    H: Uint8Array.of(0, 255),
  };
  expect(serialize(value)).toBe(
    '<</Type/Page/Kids[1 2.5 -0.001/Name null true]/D<</E[]>>/T(a\\(b\\)\\\\)/H<00ff>>>',
  );
});

test('text beyond ASCII is UTF-16 with its byte order mark', () => {
  expect(serialize(textString('é'))).toBe('(\xfe\xff\0\xe9)');
  expect(serialize(textString('解\u{20BB7}'))).toBe('(\xfe\xff\x89\xe3\xd8\x42\xdf\xb7)');
});

test('numbers have at most three decimals and no exponent', () => {
  expect([1 / 3, -0, 0.00001, 1e6, 595.28].map(formatNumber)).toEqual([
    '0.333',
    '0',
    '0',
    '1000000',
    '595.28',
  ]);
  expect(() => formatNumber(Number.NaN)).toThrow();
});

test('any bytes come back out of a literal string', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = String.fromCharCode(...bytes);
      expect(new Lexer(literalString(text)).value()).toBe(text);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('any text comes back out of a text string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOf(new Lexer(serialize(textString(text))).value())).toBe(text);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('any array of tokens is read as it was written', () => {
  const token = fc.oneof(fc.integer(), fc.constantFrom('Name', 'Other'), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.oneof(token, fc.array(token))), (values) => {
      const plain = (value: unknown): unknown =>
        value instanceof Name ? value.name : Array.isArray(value) ? value.map(plain) : value;
      expect(plain(new Lexer(serialize(values)).value())).toEqual(values);
    }),
    { seed: 7, numRuns: 300 },
  );
});
