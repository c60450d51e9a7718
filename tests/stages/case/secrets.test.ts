import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSecret } from '../../../src/case/secrets.ts';
import { validateCase } from '../../../src/case/validate-case.ts';

test.each([
  ['a card number', '4111 1111 1111 1111', 'card-number'],
  ['a My Number', '1234 5678 9018', 'my-number'],
  ['a residence card number', 'AB12345678CD', 'residence-card-number'],
  ['a residence card number with spaces', 'AB 12345678 CD', 'residence-card-number'],
  ['a card number in full-width digits', '４２４２４２４２４２４２４２４２', 'card-number'],
  ['a card number with dots', '4242.4242.4242.4242', 'card-number'],
  ['a card number with its last month', '4111 1111 1111 1111 12/28', 'card-number'],
  ['a card number with the number of its back', '4111111111111111 123', 'card-number'],
  ['a card number with all of it in one', '411111111111111112281234', 'card-number'],
  ['a card number of 19 digits', '6217001234567890122', 'card-number'],
  ['a card number of 19 digits in fours', '6217 0012 3456 7890 122', 'card-number'],
  ['a card number of 19 digits in two', '621700 1234567890122', 'card-number'],
  ['a card number of 18 digits', '621700123456789011', 'card-number'],
  ['a card number of 17 digits', '62170012345678907', 'card-number'],
  ['an older card of 19 digits', '9558800200112233446', 'card-number'],
  ['a card of 15 digits', '3782 822463 10005', 'card-number'],
  ['a card of 14 digits', '3056 930902 5904', 'card-number'],
  ['a card number after another', '03 4111111111111111', 'card-number'],
  ['a card number after another in fours', '03-1234-5678 4111-1111-1111-1111', 'card-number'],
  ['a card number with a plus', '+4111 1111 1111 1111', 'card-number'],
  ['a card number after a telephone', '+81 90 1234 5678, 4111 1111 1111 1111', 'card-number'],
  ['a card number with en dashes', '4111\u20131111\u20131111\u20131111', 'card-number'],
  ['a card number with low lines', '4111_1111_1111_1111', 'card-number'],
  ['a card number with strokes', '4111/1111/1111/1111', 'card-number'],
  ['a card number with what is not seen', '4111\u200b1111\u200b1111\u200b1111', 'card-number'],
  ['a card number with wide gaps', '4111 - 1111 - 1111 - 1111', 'card-number'],
  ['a card number with gaps of two kinds', '4111 1111-1111 1111', 'card-number'],
  ['a My Number with more after it', '123456789018 1', 'my-number'],
  ['a My Number after another', '03 123456789018', 'my-number'],
  ['a My Number with middle dots', '1234\u30fb5678\u30fb9018', 'my-number'],
])('%s in free text is refused and not repeated', (_, secret, kind) => {
  const { problems } = validateCase({ carrier: 'au', visit: { shop: `shop ${secret}` } });
  expect(problems).toEqual([
    { severity: 'error', code: 'looks-like-secret', path: 'visit.shop', values: { found: kind } },
  ]);
  expect(JSON.stringify(problems)).not.toContain(secret);
});

test('phone numbers are not taken for secrets', () => {
  expect(
    validateCase({ carrier: 'au', answers: { overseasContact: '+81 90 1234 5678, 0077-7046' } }).problems,
  ).toEqual([]);
});

const digits = (most: number, least = most): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));

const grouped = (...parts: (string | number)[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('-', ' ', '.', '\u2010'),
      ...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : digits(part))),
    )
    .map(([gap, ...groups]) => groups.join(gap));

const numberOfPhone = fc.oneof(
  ...[grouped('090', 4, 4), grouped('03', 4, 4), grouped('0120', 3, 3), grouped('0570', 3, 3)],
  ...[grouped('+81', '90', 4, 4), grouped('+81', '3', 4, 4), grouped('81', '90', 4, 4), grouped('0077', 4)],
  ...[
    grouped('138', 4, 4),
    grouped('+86', '138', 4, 4),
    grouped('86', '138', 4, 4),
    grouped('0086', '138', 4, 4),
  ],
  ...[grouped('0571', 4, 4), grouped('0571', 8), grouped('+86', '571', 4, 4), grouped('+86', '10', 8)],
  ...[grouped('010', 4, 4), grouped('400', 3, 4), grouped('852', 4, 4), grouped('+44', '20', 4, 4)],
  ...['090', '138', '+81', '+8613'].map((head) => digits(8).map((rest) => head + rest)),
);

const phone = fc
  .tuple(
    numberOfPhone,
    fc.oneof(
      fc.constant(''),
      fc
        .tuple(fc.constantFrom('-', ' ext. ', '\u5185\u7dda', '\u8f6c', ' #', ' x'), digits(4, 2))
        .map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''));

const gap = fc.constantFrom(', ', ' / ', '\u3001', '\uff0c', '; ', '  ', '/');

const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2030 }),
    fc.integer({ min: 10, max: 12 }),
    fc.integer({ min: 10, max: 28 }),
    fc.constantFrom('-', '/', '.', ''),
  )
  .map(([year, month, date, gapOfDay]) => [year, month, date].join(gapOfDay));

const postalCode = digits(7).map((code) => `\u3012${code.slice(0, 3)}-${code.slice(3)}`);

test.each<[string, fc.Arbitrary<string>]>([
  ['a telephone number', phone],
  ['two telephone numbers', fc.tuple(phone, gap, phone).map((parts) => parts.join(''))],
  ['a postal code and a telephone number', fc.tuple(postalCode, phone).map((parts) => parts.join(' '))],
  [
    'two days',
    fc.tuple(day, fc.constantFrom(' ', ', ', '\u301c', '\u81f3'), day).map((parts) => parts.join('')),
  ],
  ['a day and a telephone number', fc.tuple(day, phone).map((parts) => parts.join(' '))],
])('%s is no secret', (_, written) => {
  fc.assert(
    fc.property(written, (text) => {
      expect(findSecret(text), text).toBeNull();
    }),
    { seed: 20261128, numRuns: 5000 },
  );
});

test('a number that the carrier gives out may look like anything', () => {
  for (const key of ['receiptNumber', 'mnpCode', 'completedAt']) {
    const { problems } = validateCase({ carrier: 'au', answers: { [key]: '4111111111111111' } });
    expect(problems, key).toEqual([]);
  }
});

test.each(['1234 5678 9012', '4111 1111 1111 1112', '+123456789018', 'XAB12345678CD', '12345678901'])(
  'digits that only look like a secret: %s',
  (text) => {
    expect(validateCase({ carrier: 'au', visit: { shop: text } }).problems).toEqual([]);
  },
);

test.each<[string, object]>([
  ['a number in a text', { visit: { shop: 4111111111111111 } }],
  ['text for a mapping', { holder: '4111 1111 1111 1111' }],
  ['an option', { reason: '4111 1111 1111 1111' }],
  ['a day', { departure: '4111111111111111' }],
  ['a phone number', { line: { number: '4111 1111 1111 1111 9' } }],
  ['an address of mail', { contactAfter: { email: '4111111111111111' } }],
  ['an amount', { answers: { lastDebitYen: '4111111111111111' } }],
  ['a truth', { line: { pinKnown: '4111111111111111' } }],
  ['a list', { papers: '4111111111111111' }],
  ['a member of a list', { papers: ['4111 1111 1111 1111'] }],
  ['a carrier', { carrier: '4111111111111111' }],
])('a card number that stands for %s is refused and not repeated', (_, answers) => {
  const { problems } = validateCase({ carrier: 'au', ...answers });
  expect(problems).not.toEqual([]);
  expect(JSON.stringify(problems)).not.toMatch(/4111/u);
});
