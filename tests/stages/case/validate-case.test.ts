import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerPaths } from '../../../src/case/case-fields.ts';
import { findSecret } from '../../../src/case/secrets.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { FULL_CASE } from '../../support/full-case.ts';

/** One line a Problem: severity code path (hint). */
function problemsOf(input: unknown): string[] {
  return validateCase(input).problems.map(
    ({ severity, code, path, hint }) => `${severity} ${code} ${path}${hint ? ` (${hint})` : ''}`,
  );
}

test('the full case of the design is accepted as it is', () => {
  expect(validateCase(FULL_CASE)).toEqual({ value: FULL_CASE, problems: [] });
});

test('the carrier alone is enough, and unanswered questions count as absent', () => {
  expect(validateCase({ carrier: 'au' }).value).toEqual({ carrier: 'au' });
  expect(validateCase({ carrier: 'any' }).value).toEqual({ carrier: 'any' });
  expect(validateCase({ carrier: 'au', departure: null, line: { number: '', sim: 'esim' } }).value).toEqual({
    carrier: 'au',
    line: { sim: 'esim' },
  });
});

test.each([
  ['nothing', null, ['error empty-case ']],
  ['an empty mapping', {}, ['error empty-case ']],
  ['a list', ['au'], ['error not-a-mapping ']],
  ['text', 'au', ['error not-a-mapping ']],
  ['no carrier', { reason: 'unused' }, ['error missing-answer carrier']],
  ['an unknown carrier', { carrier: 'docomo' }, ['error unknown-carrier carrier (ntt-docomo)']],
  ['a slip in the carrier', { carrier: 'softbnk' }, ['error unknown-carrier carrier (softbank)']],
  ['a carrier that is no text', { carrier: 5 }, ['error wrong-type carrier']],
  ['an unknown key', { carrier: 'au', departrue: '2027-03-28' }, ['error unknown-key departrue (departure)']],
  ['a key of a prototype', JSON.parse('{"carrier":"au","__proto__":1}'), ['error unknown-key __proto__']],
  [
    'an unknown inner key',
    { carrier: 'au', line: { nubmer: '1' } },
    ['error unknown-key line.nubmer (number)'],
  ],
  ['a day that is not', { carrier: 'au', departure: '2027-02-30' }, ['error invalid-date departure']],
  ['a year of the past', { carrier: 'au', departure: '1899-12-31' }, ['error unlikely-date departure']],
  ['a year far off', { carrier: 'au', departure: '9999-12-31' }, ['error unlikely-date departure']],
  [
    'keys that JavaScript knows',
    { carrier: 'au', reason: { toString: 'x' }, line: { pinKnown: 'constructor', sim: [{ valueOf: 1 }] } },
    ['error not-one-of reason', 'error not-one-of line.sim', 'error wrong-type line.pinKnown'],
  ],
  ['a number too big', { carrier: 'au', line: { number: 10n } }, ['error invalid-phone-number line.number']],
  ['a leap day', { carrier: 'au', departure: '2028-02-29' }, []],
  ['a day in another form', { carrier: 'au', departure: '28/3/2027' }, ['error date-form departure']],
  ['an hour that is not', { carrier: 'au', visit: { time: '24:00' } }, ['error invalid-time visit.time']],
  [
    'a number without quotes',
    { carrier: 'au', line: { number: 9012345678 } },
    ['error digits-need-quotes line.number'],
  ],
  ['a short number', { carrier: 'au', line: { number: '110' } }, ['error invalid-phone-number line.number']],
  [
    'an emoji in a name',
    { carrier: 'au', holder: { nameRoman: 'WANG 😀' } },
    ['error unsupported-character holder.nameRoman'],
  ],
  ['a flag in a shop', { carrier: 'au', visit: { shop: '🇯🇵' } }, ['error unsupported-character visit.shop']],
  [
    'a line break in a name',
    { carrier: 'au', holder: { nameRoman: 'A\nB' } },
    ['error unsupported-character holder.nameRoman'],
  ],
  [
    'a long name',
    { carrier: 'au', holder: { nameRoman: 'A'.repeat(200) } },
    ['error too-long holder.nameRoman'],
  ],
  [
    'a word for a truth',
    { carrier: 'au', line: { familyLines: 'yes' } },
    ['error wrong-type line.familyLines (true)'],
  ],
  ['text for a mapping', { carrier: 'au', line: '090' }, ['error wrong-type line']],
  [
    'an option that is not',
    { carrier: 'au', reason: 'leaving' },
    ['error not-one-of reason (leaving-japan)'],
  ],
  [
    'a closing day that is not',
    { carrier: 'au', line: { closingDay: 15 } },
    ['error not-one-of line.closingDay'],
  ],
  [
    'a paper that is not',
    { carrier: 'au', papers: ['passport', 'residence'] },
    ['error not-one-of papers.1 (residence-card)'],
  ],
  ['text for a list', { carrier: 'au', papers: 'passport' }, ['error wrong-type papers']],
  [
    'an amount below nought',
    { carrier: 'au', answers: { lastDebitYen: -1 } },
    ['error amount-out-of-range answers.lastDebitYen'],
  ],
  [
    'an e-mail without a place',
    { carrier: 'au', contactAfter: { email: 'me' } },
    ['error invalid-email contactAfter.email'],
  ],
  [
    'leaving before the contract',
    { carrier: 'au', departure: '2027-01-01', line: { contractStart: '2027-02-01' } },
    ['error contract-after-departure departure'],
  ],
  [
    'a stay that ends first',
    { carrier: 'au', departure: '2027-03-02', holder: { residenceUntil: '2027-03-01' } },
    ['warning stay-ends-before-departure holder.residenceUntil'],
  ],
  [
    'a year long gone',
    { carrier: 'au', line: { contractStart: '1924-04-10' } },
    ['warning unlikely-date line.contractStart'],
  ],
])('%s', (_, input, expected) => {
  expect(problemsOf(input)).toEqual(expected);
});

test('all Problems come at once', () => {
  const input = { carrier: 'acu', departure: '2027-02-30', holder: { nameRoman: '😀' }, colour: 'red' };
  expect(problemsOf(input).sort()).toEqual([
    'error invalid-date departure',
    'error unknown-carrier carrier (au)',
    'error unknown-key colour',
    'error unsupported-character holder.nameRoman',
  ]);
});

test.each([
  'pin',
  'PIN',
  'card_number',
  'residenceCardNumber',
  'passport-number',
  'myNumber',
  '暗証番号',
  '密码',
  '在留カード番号',
])('a key that is never asked: %s', (key) => {
  expect(problemsOf({ carrier: 'au', [key]: '1234' })).toEqual([`error never-asked ${key}`]);
  expect(problemsOf({ carrier: 'au', holder: { [key]: '1234' } })).toEqual([
    `error never-asked holder.${key}`,
  ]);
});

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
  expect(problemsOf({ carrier: 'au', answers: { overseasContact: '+81 90 1234 5678, 0077-7046' } })).toEqual(
    [],
  );
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
    expect(problemsOf({ carrier: 'au', answers: { [key]: '4111111111111111' } }), key).toEqual([]);
  }
});

test('no input makes it throw, and a value is given only without errors', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: false }), (input) => {
      const { value, problems } = validateCase(input);
      expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test('the full case answers every question of the schema', () => {
  const paths = Object.entries(FULL_CASE).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value).map((inner) => `${key}.${inner}`)
      : [key],
  );
  expect(paths.sort()).toEqual(answerPaths().sort());
});

test.each([
  ['a mapping where a day stands', { carrier: 'au', departure: { year: 2027 } }, 'error date-form departure'],
  [
    'a fraction of a yen',
    { carrier: 'au', answers: { lastDebitYen: 1.5 } },
    'error amount-out-of-range answers.lastDebitYen',
  ],
  [
    'text for an amount',
    { carrier: 'au', answers: { lastDebitYen: '100' } },
    'error wrong-type answers.lastDebitYen',
  ],
  [
    'a long e-mail address',
    { carrier: 'au', contactAfter: { email: `${'a'.repeat(260)}@b.c` } },
    'error invalid-email contactAfter.email',
  ],
  [
    'an emoji in an e-mail address',
    { carrier: 'au', contactAfter: { email: '😀@b.c' } },
    'error unsupported-character contactAfter.email',
  ],
  [
    'an emoji in a reference',
    { carrier: 'au', answers: { receiptNumber: '😀' } },
    'error unsupported-character answers.receiptNumber',
  ],
  [
    'a long reference',
    { carrier: 'au', answers: { receiptNumber: '1'.repeat(200) } },
    'error too-long answers.receiptNumber',
  ],
  [
    'a short phone number with a sign',
    { carrier: 'au', line: { number: '+81 90' } },
    'error invalid-phone-number line.number',
  ],
  [
    'letters in a phone number',
    { carrier: 'au', line: { number: '090-ABCD-5678' } },
    'error invalid-phone-number line.number',
  ],
  [
    'bytes of another encoding',
    { carrier: 'au', visit: { shop: 'shop \uFFFD' } },
    'error unsupported-character visit.shop',
  ],
  ['the 13th month', { carrier: 'au', departure: '2027-13-01' }, 'error invalid-date departure'],
  ['29 February of 2100', { carrier: 'au', departure: '2100-02-29' }, 'error invalid-date departure'],
  [
    'a visit before the contract',
    { carrier: 'au', visit: { date: '2027-01-01' }, line: { contractStart: '2027-01-02' } },
    'error contract-after-visit visit.date',
  ],
  ['a far year', { carrier: 'au', departure: '2050-01-01' }, 'warning unlikely-date departure'],
])('%s', (_, input, expected) => {
  expect(problemsOf(input)).toEqual([expected]);
});

test('what is shown of a long value is cut', () => {
  const [problem] = validateCase({ carrier: 'x'.repeat(500) }).problems;
  expect(problem?.values?.found).toHaveLength(61);
  expect(problem?.hint).toBeUndefined();
});

test.each(['1234 5678 9012', '4111 1111 1111 1112', '+123456789018', 'XAB12345678CD', '12345678901'])(
  'digits that only look like a secret: %s',
  (text) => {
    expect(problemsOf({ carrier: 'au', visit: { shop: text } })).toEqual([]);
  },
);

test('a carrier, a reason and papers that are of no kind at all', () => {
  expect(
    problemsOf({ carrier: ['au'], reason: {}, papers: [{}], accounts: [1], line: [], handset: null }),
  ).toEqual([
    'error wrong-type carrier',
    'error not-one-of reason',
    'error wrong-type line',
    'error not-one-of papers.0',
    'error not-one-of accounts.0',
  ]);
});

test.each([
  ['text for a mapping', { line: '090-1234-5678' }, 'line: { number: 090-1234-5678 }'],
  ['an option for a mapping', { visit: 'web' }, 'visit: { channel: web }'],
  ['a list for a mapping', { contactAfter: [] }, 'contactAfter: { email: name@example.com }'],
  ['an empty list for a mapping', { handset: [] }, 'handset: { instalments: none }'],
  ['text for a list', { papers: 'passport, residence-card' }, '[passport, residence-card]'],
  ['a mapping for a list', { accounts: { a: 1 } }, '[wechat]'],
  ['a number for text', { visit: { shop: 12 } }, '"12"'],
  ['a list for text', { visit: { shop: [] } }, '"ABC"'],
  ['digits that were rounded', { answers: { receiptNumber: 1e20 } }, '"ABC"'],
  ['text for an amount', { answers: { lastDebitYen: '5,000 yen' } }, '5000'],
  ['a number for a truth', { line: { pinKnown: 7 } }, 'true | false'],
])('%s is told with the value as it should stand', (_, answers, expected) => {
  const [problem, ...others] = validateCase({ carrier: 'au', ...answers }).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'wrong-type', values: { expected } });
});

test.each([
  ['\u306f\u3044', 'true'],
  ['\u662f', 'true'],
  ['Yes', 'true'],
  ['\u3044\u3044\u3048', 'false'],
  ['\u5426', 'false'],
])('what %s stands for', (word, meant) => {
  expect(problemsOf({ carrier: 'au', line: { pinKnown: word } })).toEqual([
    `error wrong-type line.pinKnown (${meant})`,
  ]);
});

test('a day without its hyphens is told the form of days', () => {
  expect(problemsOf({ carrier: 'au', departure: 20270328 })).toEqual(['error date-form departure']);
});

test('a closing day in quotes is the same day', () => {
  expect(validateCase({ carrier: 'softbank', line: { closingDay: '20' } })).toEqual({
    value: { carrier: 'softbank', line: { closingDay: 20 } },
    problems: [],
  });
  // The schema says the same where something else is wrong.
  expect(problemsOf({ carrier: 'softbank', line: { closingDay: '20' }, papers: 1 })).toEqual([
    'error wrong-type papers',
  ]);
  const [problem] = validateCase({ carrier: 'softbank', line: { closingDay: '15' } }).problems;
  expect(problem?.values?.allowed).toBe('10 | 20 | end | unknown');
});

test.each([
  [{ papers: ['passport\uff0cresidence-card'] }, 'papers.0', 'passport, residence-card'],
  [{ papers: ['passport\u3001residence-card'] }, 'papers.0', 'passport, residence-card'],
  [{ accounts: '\uff3bwechat\uff0calipay\uff3d' }, 'accounts', '[wechat, alipay]'],
])('a list with full-width signs %j is told as it should stand', (answers, path, expected) => {
  const [problem] = validateCase({ carrier: 'au', ...answers }).problems;
  expect(problem).toMatchObject({ code: 'full-width-list', path, values: { expected } });
});

test('a list with full-width signs and something else in it is no known list', () => {
  expect(problemsOf({ carrier: 'au', papers: ['passport\uff0cx'] })).toEqual([
    expect.stringContaining('error not-one-of papers.0'),
  ]);
});
