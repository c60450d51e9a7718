import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerPaths } from '../../../src/case/case-fields.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { FULL_CASE } from '../../support/full-case.ts';
import { problemsOf } from './problems-of.ts';

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
  ['its name in Japanese', { carrier: 'ソフトバンク' }, ['error unknown-carrier carrier (softbank)']],
  ['a part of it', { carrier: 'ドコモ' }, ['error unknown-carrier carrier (ntt-docomo)']],
  ['half-width kana', { carrier: 'ﾄﾞｺﾓ' }, ['error unknown-carrier carrier (ntt-docomo)']],
  ['its name in Chinese', { carrier: '软银' }, ['error unknown-carrier carrier (softbank)']],
  ['a part of that', { carrier: '乐天' }, ['error unknown-carrier carrier (rakuten-mobile)']],
  ['the name in brackets', { carrier: 'アハモ' }, ['error unknown-carrier carrier (ahamo)']],
  ['the name of its company', { carrier: 'KDDI' }, ['error unknown-carrier carrier (au)']],
  ['what many are called', { carrier: 'モバイル' }, ['error unknown-carrier carrier']],
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
  ['a number too big', { carrier: 'au', line: { number: 10n } }, ['error digits-need-quotes line.number']],
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
    ['error not-one-line holder.nameRoman'],
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
  ['a list for text', { visit: { shop: [] } }, '"ABC"'],
  ['a truth for text', { visit: { shop: true } }, '"true"'],
  ['text for an amount', { answers: { lastDebitYen: '5,000 yen' } }, '5000'],
  ['a number for a truth', { line: { pinKnown: 7 } }, 'true | false'],
])('%s is told with the value as it should stand', (_, answers, expected) => {
  const [problem, ...others] = validateCase({ carrier: 'au', ...answers }).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'wrong-type', values: { expected } });
});

test.each([
  ['digits alone', { visit: { shop: 12 } }, '12'],
  ['digits whose first 0 is gone', { answers: { receiptNumber: 123456 } }, '123456'],
  ['digits that were rounded', { answers: { mnpCode: 1e20 } }, '100000000000000000000'],
])('%s in a text: what was read is never the value as it should stand', (_, answers, found) => {
  expect(validateCase({ carrier: 'au', ...answers }).problems).toMatchObject([
    { code: 'number-needs-quotes', values: { found } },
  ]);
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

test('what is refused is not repeated: a card as a key, a telephone number', () => {
  const told = (answers: object) => validateCase({ carrier: 'au', ...answers }).problems;
  const [secret] = told({ holder: { 4111111111111111: 5 } });
  expect(secret).toMatchObject({ code: 'unknown-key', path: 'holder.\u2022\u2022\u2022' });
  const hidden = '\u2022\u2022\u20225678';
  expect(told({ line: { number: 9012345678 } })[0]?.values?.found).toBe(hidden);
  expect(told({ line: { number: '090-1234-5678x' } })[0]?.values?.found).toBe(hidden);
  expect(told({ line: { number: '110' } })[0]?.values?.found).toBe('110');
  expect(told({ departure: '28/03/2027 14:00' })[0]?.values?.found).toBe('28/03/2027 14:00');
});

test('a tab and a line break are told by themselves, an amount too large once', () => {
  const told = (answers: object) =>
    validateCase({ carrier: 'au', ...answers }).problems.map(({ code, values }) => [code, values?.found]);
  expect(told({ visit: { shop: 'A\tB' } })).toEqual([['not-one-line', 'tab']]);
  expect(told({ answers: { receiptNumber: 'A\nB' } })).toEqual([['not-one-line', 'line-break']]);
  expect(told({ answers: { lastDebitYen: 1e20 } })).toHaveLength(1);
  expect(told({ answers: { lastDebitYen: 99999999999999999999n } })).toEqual([
    ['amount-out-of-range', '99999999999999999999'],
  ]);
});

test('a day of a program is told as a day', () => {
  const [problem] = validateCase({ carrier: 'au', departure: new Date(Date.UTC(2027, 2, 28)) }).problems;
  expect(problem).toMatchObject({ code: 'date-form', values: { found: '2027-03-28' } });
  const [none] = validateCase({ carrier: 'au', departure: new Date(Number.NaN) }).problems;
  expect(none?.values?.found).toBe('Invalid Date');
});

test.each([
  ['ymobile', 'y-mobile'],
  ['Y-mobile', 'y-mobile'],
  ['y mobile', 'y-mobile'],
  ['docmo', 'ntt-docomo'],
  ['\u3069\u3053\u3082', 'ntt-docomo'],
  ['\u307f\u304a\u3075\u3049\u3093', 'iijmio'],
])('%s is meant for %s', (carrier, meant) => {
  expect(problemsOf({ carrier })).toEqual([`error unknown-carrier carrier (${meant})`]);
});
