import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '../../../src/case/types.ts';
import { validateCase } from '../../../src/case/validate-case.ts';

/** One line a Problem: severity code path (hint). */
function problemsOf(input: unknown): string[] {
  return validateCase(input).problems.map(
    ({ severity, code, path, hint }) => `${severity} ${code} ${path}${hint ? ` (${hint})` : ''}`,
  );
}

const FULL: Case = {
  carrier: 'ntt-docomo',
  reason: 'leaving-japan',
  departure: '2027-03-28',
  line: {
    number: '090-1234-5678',
    showNumber: 'last-four',
    contractStart: '2024-04-10',
    closingDay: 'end',
    sim: 'physical',
    numberPlan: 'cancel',
    familyLines: false,
    homeInternet: 'none',
    pinKnown: true,
  },
  handset: { instalments: 'remaining', returnProgramme: false, boughtBefore202110: false },
  holder: {
    nameRoman: 'WANG XIAOMING',
    nameKanji: '王暁明',
    nameKana: 'オウ ギョウメイ',
    visitor: 'self',
    residenceUntil: '2027-04-15',
  },
  visit: { channel: 'shop', date: '2027-03-20', time: '14:00', shop: 'ドコモショップ 高田馬場店' },
  payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
  papers: ['residence-card', 'passport'],
  print: { paper: 'A4', large: false, ruby: 'furigana', fillable: false },
  accounts: ['wechat', 'alipay', 'line', 'bank', 'paypay', 'suica'],
  contactAfter: { email: 'someone@example.com' },
  answers: {
    lineEnds: '2027-03-20',
    cancellationFeeYen: 0,
    lastDebit: '2027-04-30',
    lastDebitYen: 3300,
    lastDebitIsEstimate: true,
    receiptNumber: '123456789012',
    completedAt: '2027-03-20 14:40',
    instalmentsUntil: '2027-12-31',
    instalmentsYen: 30000,
    accountOpenUntil: '2027-06-30',
    overseasContact: '+81 3 6832 6600',
    returnBy: '2027-03-27',
    mnpCode: '1234567890',
    mnpCodeExpires: '2027-04-03',
  },
};

test('the full case of the design is accepted as it is', () => {
  expect(validateCase(FULL)).toEqual({ value: FULL, problems: [] });
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
  ['a carrier that is no text', { carrier: 5 }, ['error digits-need-quotes carrier']],
  ['an unknown key', { carrier: 'au', departrue: '2027-03-28' }, ['error unknown-key departrue (departure)']],
  ['a key of a prototype', JSON.parse('{"carrier":"au","__proto__":1}'), ['error unknown-key __proto__']],
  [
    'an unknown inner key',
    { carrier: 'au', line: { nubmer: '1' } },
    ['error unknown-key line.nubmer (number)'],
  ],
  ['a day that is not', { carrier: 'au', departure: '2027-02-30' }, ['error invalid-date departure']],
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

test('no input makes it throw, and a value is given only without errors', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: false }), (input) => {
      const { value, problems } = validateCase(input);
      expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { seed: 20261122, numRuns: 300 },
  );
});
