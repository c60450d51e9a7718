import { expect, test } from 'vitest';
import { LARGEST_CASE_BYTES, parseCase } from '../../../src/case/parse-case.ts';

const codes = (source: string | Uint8Array, fileName?: string) =>
  parseCase(source, fileName).problems.map(({ code }) => code);

test('YAML keeps days and times as text', () => {
  const text =
    'carrier: au\ndeparture: 2027-03-28\nvisit: { time: 14:00 }\nline: { number: 090-1234-5678 }\n';
  expect(parseCase(text).value).toEqual({
    carrier: 'au',
    departure: '2027-03-28',
    visit: { time: '14:00' },
    line: { number: '090-1234-5678' },
  });
});

test('digits alone arrive as a number, without their first 0', () => {
  expect(parseCase('line: { number: 09012345678 }').value).toEqual({ line: { number: 9012345678 } });
});

test('JSON by its file name', () => {
  expect(parseCase('{"carrier":"au"}', 'case.json').value).toEqual({ carrier: 'au' });
  expect(codes('{"carrier":', 'case.json')).toEqual(['not-json']);
  expect(codes(`{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}`, 'case.json')).toEqual(['nested-too-deep']);
});

/** Further in with each line, and no line with many. */
const DASHES = Array.from({ length: 70 }, (_, n) => ' '.repeat(98 * n) + '- '.repeat(49)).join('\n');

test.each([
  ['an empty file', '', ['empty-case']],
  ['comments only', '# nothing\n', ['empty-case']],
  ['a broken bracket', 'line: [1, 2', ['not-yaml']],
  ['a key written twice', 'carrier: au\ncarrier: softbank\n', ['duplicate-key']],
  ['two documents', 'carrier: au\n---\ncarrier: au\n', ['not-yaml']],
  ['ten megabytes of aliases', `a: &a x\nb: [${'*a,'.repeat(3_333_333)}]\n`, ['file-too-large']],
  ['many aliases', `a: &a x\nb: [${'*a,'.repeat(9_000)}]\n`, ['too-many-aliases']],
  ['brackets in brackets', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, ['nested-too-deep']],
  ['brackets without end', '['.repeat(200_000), ['nested-too-deep']],
  ['brackets behind a comment', `# ${']'.repeat(90_000)}\na: ${'['.repeat(90_000)}`, ['nested-too-deep']],
  ['brackets behind text', `a: ${'["]",'.repeat(20_000)}${']'.repeat(20_000)}`, ['nested-too-deep']],
  ['dashes after dashes', `${'- '.repeat(100_000)}x`, ['nested-too-deep']],
  ['dashes below dashes', DASHES, ['nested-too-deep']],
  ['many mistakes', 'a: [}\n'.repeat(80), ['not-yaml', 'duplicate-key', 'not-yaml']],
])('%s', (_, text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test('aliases of aliases do not grow', () => {
  const levels = Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
  expect(codes(['a0: &a0 [x]', ...levels].join('\n'))).toEqual(['too-many-aliases']);
});

test('bytes that are no UTF-8 are named', () => {
  expect(codes(new Uint8Array([0x83, 0x6a, 0x93]))).toEqual(['not-utf-8']);
  expect(LARGEST_CASE_BYTES).toBeGreaterThan(100_000);
});

const told = (source: string, fileName?: string) =>
  parseCase(source, fileName).problems.map(({ code, values }) => [code, values]);

test.each([
  ['a colon at the start', 'carrier\uff1aau\n', 1, '\uff1a', ':'],
  ['a colon after a field', 'carrier: au\ndeparture\uff1a2027-03-28\n', 2, '\uff1a', ':'],
  [
    'a colon of an inner field, which YAML takes for text',
    'carrier: au\nline:\n  sim\uff1aesim\n',
    3,
    '\uff1a',
    ':',
  ],
  ['a colon in braces, which YAML takes for a key', 'carrier: au\nline: {sim\uff1aesim}\n', 2, '\uff1a', ':'],
  ['a colon after an unknown key', 'carrier: au\nlnie\uff1a\n  sim: esim\n', 2, '\uff1a', ':'],
  ['a comma in braces', 'carrier: au\nline: {sim: esim\uff0cpinKnown: true}\n', 2, '\uff0c', ','],
  ['a bracket', 'carrier: au\npapers: [passport\uff3d\n', 2, '\uff3d', ']'],
])('%s of another keyboard is told with its line', (_, text, line, found, expected) => {
  expect(told(text)).toEqual([['full-width-sign', { line, found, expected }]]);
});

test.each([
  'visit: { shop: "\u6e0b\u8c37\uff0csim\uff1a\u5e97" }\n',
  'visit: { shop: a\uff1ab }\n',
  'carrier: au # sim\uff1aesim\nline: {}\n? reason\n: other\n',
])('full-width signs of a text stay: %j', (text) => {
  expect(told(text)).toEqual([]);
});

test('what YAML could not read is told by the code of the library', () => {
  expect(told('line:\n\tsim: esim\n')).toEqual([
    ['not-yaml', { line: 2, column: 1, reason: 'TAB_AS_INDENT' }],
  ]);
});

test.each([
  ['{"a":', '1:6'],
  ['{"a": 1,\n"b" 2}', '2:5'],
])('%j is told with the place where JSON ends', (text, place) => {
  expect(told(text, 'case.json')).toEqual([['not-json', { place }]]);
});

test('a full-width colon in JSON', () => {
  expect(told('{\n"carrier"\uff1a "au"}', 'case.json')).toEqual([
    ['full-width-sign', { line: 2, found: '\uff1a', expected: ':' }],
  ]);
});

test.each([
  ['before a key', 'carrier: au\nline:\n\u3000\u3000sim: esim\n', 3],
  ['before the first key', '\u3000carrier: au\n', 1],
  ['after a colon', 'carrier:\u3000au\nline: {}\n', 1],
  ['in braces', 'carrier: au\nline: {\u3000sim: esim }\n', 2],
  ['after a colon in braces', 'carrier: au\nline: { sim:\u3000esim }\n', 2],
])('a full-width space %s is told with its line', (_, text, line) => {
  expect(told(text)).toEqual([['full-width-space', { line }]]);
});

test('full-width spaces of a text stay', () => {
  const text =
    'visit: { shop: "{\u3000sim: \u5e97" } # sim:\u3000x\nholder: { nameKanji: \u738b\u3000\u660e }\n';
  expect(told(text)).toEqual([]);
});

test('a key that JSON has twice is told, in its own object alone', () => {
  expect(told('{"carrier": "au",\n"a": {"carrier": ":"}, "carri\\u0065r": "linemo"}', 'case.json')).toEqual([
    ['duplicate-key', { line: 2 }],
  ]);
  expect(told('{"a": [{"b": 1}, {"b": "{\\"b\\":"}], "b": {"a": 2}}', 'case.json')).toEqual([]);
});

test('digits beyond those of a number arrive as they were typed', () => {
  expect(parseCase('answers: { lastDebitYen: 99999999999999999999, instalmentsYen: 5000 }').value).toEqual({
    answers: { lastDebitYen: 99999999999999999999n, instalmentsYen: 5000 },
  });
});
