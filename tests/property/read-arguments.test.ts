import { Command } from 'commander';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOptions } from '../../src/cli/main.ts';
import { GENERATE_OPTIONS } from '../../src/cli/option-specs.ts';
import { readArguments } from '../../src/cli/read-arguments.ts';

function readByCommander(argv: readonly string[]) {
  const command = addOptions(new Command('generate').exitOverride(), GENERATE_OPTIONS, 'en')
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .argument('<case...>');
  let read: object | null = null;
  command.action((operands: string[], options: object) => {
    read = { operands, options };
  });
  command.parse(argv, { from: 'user' });
  return read;
}

/** Whatever is read at once is what commander reads. */
function expectSame(argv: readonly string[]): boolean {
  const read = readArguments(argv, GENERATE_OPTIONS);
  if (read !== null) expect({ argv, ...read }).toEqual({ argv, ...(readByCommander(argv) ?? {}) });
  return read !== null;
}

const names = GENERATE_OPTIONS.flatMap(({ long, short }) => (short ? [long, short] : [long]));
const word = fc.oneof(
  fc.constantFrom('a.yaml', 'b.json', 'line.sim=esim', '', 'help', '2027-01-15', 'share', '解約.yaml'),
  fc.constantFrom(...names),
  fc.constantFrom(
    '--',
    '-',
    '--out=x',
    '-ox',
    '--outx',
    '-h',
    '--help',
    '--no-large',
    '---',
    '-1',
    '--set=',
    '-V',
  ),
);

test('any words', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      if (expectSame(argv)) read++;
    }),
    { seed: 20270115, numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(1100);
});

test.each([
  [['case.yaml'], true],
  [['case.yaml', '-o', 'x', '--set', 'a=1', '--set', 'b=2', '--json', '--large'], true],
  [['--edition', 'share', 'a.yaml', 'b.yaml', '--today', '2027-01-15'], true],
  [[], false],
  [['--large'], false],
  [['case.yaml', '--out'], false],
  [['case.yaml', '--out', '-x'], false],
  [['case.yaml', '--nothing'], false],
  [['case.yaml', '--help'], false],
] as const)('%j', (argv, isRead) => {
  expect(expectSame(argv)).toBe(isRead);
});
