import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerPaths, CASE, knownKeys } from '../../src/case/case-fields.ts';
import { readAnswers } from '../../src/case/read-answers.ts';
import { checkAnswers } from '../../src/case/schema.ts';
import { EXAMPLES } from '../integration/support/examples.ts';

/** What is read at once is what the schema reads, in the same order; all else is what it refuses. */
function expectSame(answered: Record<string, unknown>): boolean {
  const { value, issues } = checkAnswers(answered);
  const read = readAnswers(answered);
  expect({ answered, fits: read !== undefined }).toEqual({ answered, fits: issues.length === 0 });
  expect(JSON.stringify(read ?? null)).toBe(JSON.stringify(value));
  return read !== undefined;
}

const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      'au',
      'other',
      'end',
      10,
      20,
      '10',
      '20',
      '30',
      true,
      false,
      'true',
      'self',
      'shop',
      'cancel',
      'A4',
      'both',
    ],
    ...['2027-03-28', '2027-02-29', '2028-02-29', '2027-3-28', '1899-12-31', '2200-01-01', '2027-03-28\n'],
    ...['090-1234-5678', '+86 138 0013 8000', '123', '14:00', '24:00', 'a@b.example', 'a@b', 'a b@c.d'],
    ...[
      'WANG XIAOMING',
      '\u738b\u6681\u660e',
      '\u{1f600}',
      'x'.repeat(120),
      'x'.repeat(121),
      '4111 1111 1111 1111',
    ],
    ...[0, -0, -1, 1.5, 9_999_999, 10_000_000, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 5n],
    ...[['wechat'], ['passport', 'residence-card'], ['wechat', 'x'], ['passport', 1], [], new Array(2)],
    ...[{}, { number: '090-1234-5678' }, { email: 'a@b.example' }, { large: true }, [[]], new Date(0), /a/],
  ),
  fc.anything(),
);
const key = fc.oneof(
  fc.constantFrom(...answerPaths(), ...Object.keys(CASE.fields)),
  fc.constantFrom('x', 'line.x', 'toString', '__proto__', 'constructor', 'line.__proto__'),
);

/** As `validateCase` has them: null and empty answers are gone, mappings are plain ones. */
function caseOf(answers: readonly [string, unknown][]): Record<string, unknown> {
  const whole = new Map<string, unknown>([['carrier', 'au']]);
  for (const [path, answer] of answers) {
    const [outer, inner] = path.split('.') as [string, string?];
    if (answer === undefined || answer === null || answer === '') continue;
    if (inner === undefined) whole.set(outer, answer);
    else whole.set(outer, { ...asGroup(whole.get(outer)), [inner]: answer });
  }
  return Object.fromEntries(whole);
}

const asGroup = (group: unknown): object => (typeof group === 'object' && group !== null ? group : {});

test('any answers anywhere', () => {
  let fitting = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 4 }), (answers) => {
      if (expectSame(caseOf(answers))) fitting++;
    }),
    { seed: 20270115, numRuns: 20_000 },
  );
  expect(fitting).toBeGreaterThan(2000);
});

test('each value in each field alone', () => {
  const values = fc.sample(value, { numRuns: 300, seed: 1 });
  for (const path of answerPaths()) for (const one of values) expectSame(caseOf([[path, one]]));
  expect(expectSame({})).toBe(false);
  expect(expectSame(caseOf([['carrier', 5]]))).toBe(false);
});

test.each(EXAMPLES)('$name has no mistake', ({ input }) => {
  expect(expectSame(input)).toBe(true);
});

test('the case has the fields that its groups name', () => {
  expect(knownKeys(['line'])).toContain('closingDay');
  expect(knownKeys(['line', 'closingDay'])).toEqual([]);
  expect(knownKeys(['toString'])).toEqual([]);
});
