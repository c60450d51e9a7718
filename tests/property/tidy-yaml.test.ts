import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readTidyYaml } from '../../src/case/read-tidy-yaml.ts';
import { writeCaseText } from '../../src/interview/case-text.ts';
import { EXAMPLES } from '../integration/support/examples.ts';

/** What is read is what the library reads, without a mistake or a warning. */
function expectSame(text: string): boolean {
  const tidy = readTidyYaml(text);
  if (tidy === null) return false;
  const document = parseDocument(text, { version: '1.2', prettyErrors: false, stringKeys: true });
  expect({ text, errors: document.errors, warnings: document.warnings }).toEqual({
    text,
    errors: [],
    warnings: [],
  });
  expect({ text, value: tidy }).toEqual({ text, value: document.toJS() });
  return true;
}

const scalars = [
  ...[
    'au',
    'ntt-docomo',
    '2027-03-28',
    '090-1234-5678',
    '14:00',
    'end',
    'WANG XIAOMING',
    '\u738b\u6681\u660e',
  ],
  ...[
    '\u30aa\u30a6 \u30ae\u30e7\u30a6',
    '\u3000a\u3000',
    'a@b.example',
    'http://a.example/b',
    'a:b',
    'a: b',
    'a:',
    'a #b',
    'a#b',
  ],
  ...[
    'true',
    'True',
    'yes',
    'null',
    'NULL',
    '~',
    '',
    'nan',
    '.nan',
    '.inf',
    'Infinity',
    '0',
    '007',
    '12',
    '1_000',
    '0x1f',
    '0o17',
  ],
  ...[
    '1e5',
    '1.5',
    '1.',
    '.5',
    '-1',
    '+1',
    '1-2',
    '1-2-',
    '123456789012345',
    '1234567890123456',
    '12 34',
    '1:2',
    '3rd',
  ],
  ...[
    '"14:00"',
    '"a # b"',
    '"a" # b',
    '"a"b',
    '"a\\n"',
    '"',
    "'a'",
    "'it''s'",
    "'a' 'b'",
    '"a, b"',
    "'\\'",
    '""',
    '"]"',
    '"} #"',
  ],
  ...[
    '[a, b]',
    '[]',
    '[ ]',
    '[a, ]',
    '[,]',
    '[a] # b',
    '[a]b',
    '[1, true, "x"]',
    '["a, b"]',
    '["a] #b"]',
    '[a: b]',
    '[a:b]',
    '[[a]]',
  ],
  ...[
    '{ a: b }',
    '{}',
    '{ a: 1, b: "c" }',
    '{ a: b, a: c }',
    '{ a }',
    '{ a: }',
    '{a:1}',
    '{ a: "x} #y" }',
    '{ a: [b] }',
    '{ true: a }',
  ],
  ...[
    '&a b',
    '*a',
    '!a b',
    '|',
    '>',
    '- a',
    '? a',
    '%a',
    '@a',
    '`a`',
    'a, b',
    "O'NEIL",
    'a\\b',
    'a\u0085b',
    'a\u00a0b',
    'a\tb',
    'a\rb',
  ],
  ...[
    '\u{20bb7}\u7530',
    '\ufeff',
    'a\u2028b',
    '\uff11\uff12',
    '\u00e9',
    '(a)',
    'a+b',
    'a/b',
    '_a',
    '---',
    '...',
    '# a',
    '#',
  ],
];
const names = [
  'carrier',
  'line',
  'number',
  'a',
  'b',
  'true',
  'Null',
  'constructor',
  '__proto__',
  'y',
  'a_1',
  '1a',
  '"a"',
  'a b',
  '\u884c',
];
const field = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '  ', '    ', ' '),
    fc.oneof(fc.constantFrom(...names), fc.constantFrom('carrier', 'line', 'number', 'a', 'b', 'c', 'd')),
    fc.constantFrom(':', ': ', ': ', ': ', ': ', ': ', ': ', ':  ', ' : '),
    fc.oneof(fc.constantFrom(...scalars), fc.constantFrom('', 'au', '2027-03-28', '"14:00"', '[a, b]')),
    fc.constantFrom('', '', '', ' ', ' # c', '# c', '  #'),
  )
  .map((parts) => parts.join(''));
const other = fc.constantFrom(
  '',
  '  ',
  '# c',
  '  # c',
  '      # c',
  '---',
  '...',
  '- a',
  '  - a',
  '  text',
  '[a]',
  '\t',
  '  a:',
  'a:',
);
const text = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: field }, { weight: 1, arbitrary: other }), { maxLength: 5 }),
    fc.constantFrom('', '\n', '\n\n', '\r\n'),
  )
  .map(([lines, end]) => lines.join('\n') + end);

test('every scalar, alone and in the places where a scalar may stand', () => {
  let tidy = 0;
  for (const scalar of scalars) {
    const places = [
      `a: ${scalar}`,
      `a:\n  b: ${scalar}\n`,
      `a: [${scalar}, b]`,
      `a: { b: ${scalar}, c: d } # e`,
    ];
    for (const place of places) if (expectSame(place)) tidy++;
  }
  expect(tidy).toBeGreaterThan(100);
});

test('texts of all kinds', () => {
  let tidy = 0;
  fc.assert(
    fc.property(text, (source) => void (expectSame(source) && tidy++)),
    { seed: 20270115, numRuns: 20_000 },
  );
  // Most have something odd; enough have not.
  expect(tidy).toBeGreaterThan(250);
});

test.each(EXAMPLES.map(({ name }) => name))('%s is tidy', (name) => {
  expect(expectSame(readFileSync(`examples/${name}.yaml`, 'utf8'))).toBe(true);
});

test('what the interview writes is tidy', () => {
  const answers = new Map<string, unknown>([
    ['carrier', 'au'],
    ['departure', null],
    ['line.number', '090-1234-5678'],
    ['line.closingDay', 10],
    ['line.pinKnown', true],
    ['holder.nameRoman', 'WANG XIAOMING'],
    ['accounts', ['wechat', 'line']],
  ]);
  expect(expectSame(writeCaseText(answers, 'case.schema.json'))).toBe(true);
});
