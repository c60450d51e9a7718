import { expect, test } from 'vitest';
import { parseCase } from '../../src/case/parse-case.ts';
import { validateCase } from '../../src/case/validate-case.ts';
import { getCarrier } from '../../src/facts/carriers.ts';
import { writeCaseText } from '../../src/interview/case-text.ts';
import { nextQuestion } from '../../src/interview/questions.ts';

/** The paths that are asked, with these answers given to the questions that they name. */
function interview(given: Record<string, unknown>): string[] {
  const answers = new Map<string, unknown>();
  const facts = getCarrier(String(given.carrier)) ?? null;
  for (;;) {
    const next = nextQuestion(answers, answers.has('carrier') ? facts : null);
    if (next === null) return [...answers.keys()];
    answers.set(next.path, given[next.path] ?? null);
  }
}

test('the carrier is asked first, and nothing without it', () => {
  expect(nextQuestion(new Map(), null)).toEqual({ path: 'carrier', kind: 'carrier' });
});

test('leaving from a shop asks for the plan of the day, the papers and the bank', () => {
  const asked = interview({
    carrier: 'ntt-docomo',
    reason: 'leaving-japan',
    'visit.channel': 'shop',
    'payment.method': 'bank-account',
    'handset.instalments': 'remaining',
  });
  for (const path of [
    'departure',
    'visit.time',
    'visit.shop',
    'papers',
    'payment.bankAccountCloses',
    'handset.returnProgramme',
  ]) {
    expect(asked).toContain(path);
  }
});

test('what does not matter is not asked', () => {
  const asked = interview({
    carrier: 'ahamo',
    reason: 'switching',
    'line.numberPlan': 'port-out',
    'visit.channel': 'web',
  });
  for (const path of [
    'departure',
    'visit.time',
    'papers',
    'holder.visitor',
    'accounts',
    'holder.residenceUntil',
    'payment.bankAccountCloses',
  ]) {
    expect(asked).not.toContain(path);
  }
});

test('the closing day is asked where customers of one carrier differ', () => {
  expect(interview({ carrier: 'softbank' })).toContain('line.closingDay');
  expect(interview({ carrier: 'au' })).not.toContain('line.closingDay');
});

test('the written file is the answers again, with labels in both languages', () => {
  const answers = new Map<string, unknown>([
    ['carrier', 'softbank'],
    ['reason', 'leaving-japan'],
    ['departure', '2027-03-28'],
    ['visit.channel', 'shop'],
    ['visit.time', '14:00'],
    ['visit.shop', 'shop: "#1" = A&B'],
    ['line.number', '09012345678'],
    ['line.closingDay', 10],
    ['line.sim', null],
    ['line.pinKnown', true],
    ['holder.nameRoman', 'NO'],
    ['accounts', ['wechat', 'line']],
  ]);
  const text = writeCaseText(answers, './case.schema.json');
  expect(text).toMatch(/^departure: 2027-03-28 # \p{Script=Han}.* \/ /mu);
  expect(validateCase(parseCase(text).value)).toEqual({
    value: {
      carrier: 'softbank',
      reason: 'leaving-japan',
      departure: '2027-03-28',
      line: { number: '09012345678', closingDay: 10, pinKnown: true },
      holder: { nameRoman: 'NO' },
      visit: { channel: 'shop', time: '14:00', shop: 'shop: "#1" = A&B' },
      accounts: ['wechat', 'line'],
    },
    problems: [],
  });
});
