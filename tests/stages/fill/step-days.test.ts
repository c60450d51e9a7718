/** Days as the checklist tells them: offices that rest, steps that are late, accounts that are closed from abroad. */
import { expect, test } from 'vitest';
import type { StepView } from '../../../src/fill/checklist-types.ts';
import { type FillOptions, LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

function step(id: string, input: object, options: FillOptions = {}): StepView {
  const found = viewOf(input, options)
    .checklist.phases.flatMap(({ steps }) => steps)
    .find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

test.each([
  // A Sunday; a Tuesday; the day after three days of holidays; New Year.
  ['2027-03-28', '2027-03-26'],
  ['2027-03-30', '2027-03-29'],
  ['2027-05-06', '2027-04-30'],
  ['2027-01-04', '2026-12-28'],
])('who flies on %s registers the move by %s, when the offices are open', (departure, last) => {
  const { when } = step('moving-out', { ...LEAVER, departure }, { today: '2026-11-22' });
  expect(when.to).toBe(last);
});

test('with no open day left the office is asked at once', () => {
  const { when } = step('moving-out', LEAVER, { today: '2027-03-27' });
  expect([when.kind, when.moment]).toEqual(['moment', 'soon']);
});

test('the bank is asked on a day on which it is open', () => {
  // 22 March 2027 is a substitute holiday after a weekend.
  const { when } = step('residence-bank', { ...LEAVER, visit: { channel: 'shop', date: '2027-03-23' } });
  expect(when.to).toBe('2027-03-19');
});

test('what should be done before the preparation began is due soon, at the latest with it', () => {
  const input = { ...LEAVER, visit: { channel: 'shop', date: '2027-01-25' } };
  expect(step('arrears', input).when).toMatchObject({ kind: 'soon', to: '2027-01-24' });
  expect(textOf('checklist', input)).toContain('尽快 最晚1月24日');
  expect(step('arrears', input, { today: '2027-01-24' }).when).toMatchObject({
    kind: 'by',
    to: '2027-01-24',
  });
});

test('an account from which is debited after the departure is closed from abroad: the bank is asked before', () => {
  expect(stepIds(viewOf(LEAVER))).toContain('residence-bank');
  expect(textOf('checklist', LEAVER)).toContain('3月28日出国，扣款可能更晚');
  expect(textOf('checklist', LEAVER, { edition: 'share' })).not.toContain('3月28日');
  expect(stepIds(viewOf({ ...LEAVER, payment: { method: 'credit-card' } }))).not.toContain('residence-bank');
  expect(stepIds(viewOf({ carrier: 'ntt-docomo', reason: 'unused' }))).not.toContain('residence-bank');
});

test('while the last instalment is unknown, the account is planned again after the counter', () => {
  const input = {
    ...LEAVER,
    handset: { instalments: 'remaining' },
    payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
  };
  const { when, phase } = step('bank-plan-again', input);
  expect([phase, when.moment]).toEqual(['after', 'after-procedure']);
  expect(stepIds(viewOf(input))).not.toContain('bank-closes-early');
});

test('a contract of more than a year is not looked up for the fee of a short one', () => {
  const since = (contractStart: string) => stepIds(viewOf({ ...LEAVER, line: { contractStart } }));
  expect(since('2026-01-15')).not.toContain('check-contract');
  expect(since('2026-01-16')).toContain('check-contract');
  expect(stepIds(viewOf(LEAVER))).toContain('check-contract');
});

test('a card payer waits for the last payment, not for a debit', () => {
  const input = { ...LEAVER, payment: { method: 'credit-card' }, visit: { date: '2027-01-20' } };
  const { urgent } = viewOf(input, { today: '2027-03-10' }).checklist;
  const last = urgent.find(({ id }) => id === 'last-debit');
  expect(last?.ja).toBe('最後の支払いを確認する');
});

test('the code of a port is asked for once, and used after it', () => {
  const web = { carrier: 'rakuten-mobile', line: { numberPlan: 'port-out' }, visit: { channel: 'web' } };
  const ids = stepIds(viewOf(web));
  expect(ids).not.toContain('port-code');
  expect(ids.indexOf('port-activate')).toBeGreaterThan(ids.indexOf('web-submit'));
});

test('where nobody says how one cancels, the call has the days of the first window that is open', () => {
  const call = (input: object, today?: string) => {
    const { kind, from, to } = step(
      'phone-call',
      { carrier: 'gtn-mobile', ...input },
      today ? { today } : {},
    ).when;
    return [kind, from, to];
  };
  expect(call({ departure: '2027-03-15' })).toEqual(['span', '2027-02-22', '2027-02-26']);
  expect(call({ departure: '2027-03-15' }, '2027-03-01')).toEqual(['span', '2027-03-08', '2027-03-12']);
  expect(call({ reason: 'unused' })).toEqual(['span', '2027-01-25', '2027-01-29']);
  const booked = { departure: '2027-03-15', visit: { channel: 'phone', date: '2027-02-24' } };
  expect(call(booked)).toEqual(['on', '2027-02-24', '2027-02-24']);
});

test('windows of one billing period are one span, and nothing says that a month is saved', () => {
  for (const [carrier, departure, days] of [
    ['irumo-docomo-mini', '2027-03-01', '2月22–26日'],
    ['ntt-docomo', '2027-03-03', '2月22–28日'],
    ['uq-mobile', '2027-04-03', '3月25–31日'],
  ]) {
    const text = textOf('checklist', { carrier, departure, visit: { channel: 'shop' } });
    expect(text).toContain(`选到店日：${days} 这几天都不多收，晚点办，短信用得更久`);
    expect(text).toContain('来店日を選ぶ（料金は同じ。遅いほどSMSを長く使える）');
    expect(text).not.toMatch(/省一个月|節約/u);
  }
  const web = { carrier: 'uq-mobile', departure: '2027-04-03', visit: { channel: 'web' } };
  expect(step('web-submit', web).when).toMatchObject({ from: '2027-03-25', to: '2027-03-31' });
});

test('the day from which a later window costs one more month is named', () => {
  const input = { ...LEAVER, departure: '2027-01-04' };
  const text = textOf('checklist', input, { today: '2026-11-22' });
  expect(text).toContain('选到店日：12月25–29日或12月28日–1月1日 1月1日起办，多付一个月');
  expect(text).toContain('来店日を選ぶ（1月1日からは1か月分多くかかる）');
  expect(textOf('checklist', LEAVER)).toContain('2月22–26日或3月21–25日 月费不按天计费，早一期省一个月');
  expect(textOf('checklist', { ...LEAVER, departure: '2027-03-03' }, { edition: 'share' })).toContain(
    '出国前3–7天',
  );
});

test('what is to be back by the end of the month has that day, or that of the flight before it', () => {
  const japasim = { carrier: 'japasim', departure: '2027-03-15', line: { sim: 'physical' } };
  expect(step('sim-return-by', japasim).when).toMatchObject({ kind: 'by', to: '2027-02-28' });
  expect(textOf('checklist', japasim)).toContain('月底之前要寄到 到月底还没归还的，要收下个月的费用');
  const march = { ...japasim, visit: { date: '2027-03-10' } };
  expect(step('sim-return-posted', march).when).toMatchObject({ kind: 'by', to: '2027-03-14' });
  expect(
    step('sim-return-by', { ...japasim, reason: 'leaving-japan', departure: undefined }).when.moment,
  ).toBe('after-procedure');
});
