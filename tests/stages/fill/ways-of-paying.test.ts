/** How the last bills are paid decides what is advised: an account, a card, a slip, and instalments that go on. */
import { expect, test } from 'vitest';
import type { Channel } from '../../../src/case/types.ts';
import { carrierIds, LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

const CLOSES = { method: 'bank-account', bankAccountCloses: '2027-05-31' } as const;
const OWING = { ...LEAVER, handset: { instalments: 'remaining' }, payment: CLOSES } as const;

test('instalments outlive the bills: no day is given from which the account may go', () => {
  for (const carrier of carrierIds) {
    for (const channel of ['shop', 'web', 'phone'] as Channel[]) {
      const input = { ...OWING, carrier, visit: { channel } };
      const { checklist } = viewOf(input);
      const steps = checklist.phases.flatMap((phase) => phase.steps);
      const close = steps.find(({ id }) => id === 'bank-close')!;
      expect(close.when, carrier).toMatchObject({ kind: 'moment', from: null, to: null });
      expect(steps.map(({ id }) => id)).toContain('payment-route-instalments');
      expect(steps.map(({ id }) => id)).not.toContain('payment-route');
      expect(checklist.urgent.map(({ id }) => id)).not.toContain('bank-account-close');
      expect(checklist.warning?.partial).toBe('warnings/bank-closes-before-last-instalment');
      const text = textOf('checklist', input);
      expect(text, carrier).toContain('手机分期没扣完之前不能注销');
      expect(text, carrier).not.toMatch(/请从\d+月\d+日起再注销/u);
      const memo = textOf('memo', input);
      expect(memo, carrier).toMatch(/20年月まで/u);
      expect(memo, carrier).toContain('分割も含め引き落としは間に合いますか。');
    }
  }
});

test('the time line says that instalments go on after its end, and shows the last one once it is known', () => {
  expect(textOf('checklist', OWING)).toContain('手机分期还要继续付，不在图上');
  expect(textOf('checklist', { ...OWING, handset: { instalments: 'none' } })).not.toContain('不在图上');
  const known = { ...OWING, answers: { instalmentsUntil: '2027-09-30' } };
  const { timeline } = viewOf(known).checklist;
  expect(timeline?.to).toBe('2027-09-30');
  expect(timeline?.events.map(({ id }) => id)).toContain('last-instalment');
  const late = textOf('checklist', { ...OWING, answers: { instalmentsUntil: '2029-01-31' } });
  expect(late).toContain('不在图上：付到2029年1月31日');
});

test.each(['slip', 'credit-card'] as const)(
  '%s: nothing about an account that debits come from',
  (method) => {
    for (const carrier of carrierIds) {
      const input = {
        ...LEAVER,
        carrier,
        handset: { instalments: 'remaining' },
        holder: { residenceUntil: '2027-04-01' },
        payment: { method, bankAccountCloses: '2027-04-02' },
      };
      const view = viewOf(input);
      const ids = stepIds(view);
      for (const id of ['bank-close', 'bank-closes-early', 'residence-bank']) expect(ids).not.toContain(id);
      expect(view.checklist.faq.map(({ id }) => id)).not.toContain('bank');
      expect(view.checklist.warning?.partial ?? '', carrier).not.toMatch(/bank|residence/u);
      expect([...view.memo.front, ...view.memo.further].map(({ id }) => id)).not.toContain('4d');
      expect(textOf('checklist', input)).not.toMatch(/注销(?:日本的)?银行账户|銀行口座を解約/u);
    }
  },
);

test('slip: who receives it, whether it can be paid before leaving, and no word of debits', () => {
  const input = { ...LEAVER, payment: { method: 'slip' }, handset: { instalments: 'none' } } as const;
  const view = viewOf(input);
  expect(stepIds(view)).toEqual(expect.arrayContaining(['slip-receiver', 'slip-before-leaving']));
  expect(stepIds(view)).not.toContain('payment-route');
  // It opens no second sheet: the row stands in place of the one on the account.
  expect(view.memo.further).toEqual([]);
  const rows = [...view.memo.front, ...view.memo.further].map(({ id }) => id);
  expect(rows).toEqual(expect.arrayContaining(['4c', '4j']));
  const labels = view.checklist.timeline?.events.filter(({ story }) => story === 'money') ?? [];
  expect(labels.map(({ zh, ja }) => zh + ja).join()).not.toMatch(/扣款|引き落とし/u);
  expect(textOf('checklist', input)).toContain('缴费单要有人付');
  const staying = { ...input, reason: 'unused', departure: undefined };
  expect(stepIds(viewOf(JSON.parse(JSON.stringify(staying))))).not.toContain('slip-before-leaving');
});

test('slip, already abroad: nothing is asked about paying before the departure', () => {
  const input = { ...LEAVER, departure: '2027-01-10', payment: { method: 'slip' } } as const;
  const view = viewOf(input);
  expect(stepIds(view)).toContain('slip-receiver');
  expect(stepIds(view)).not.toContain('slip-before-leaving');
  const memo = textOf('memo', input);
  expect(memo).toContain('最后的缴费单能寄到亲友家吗？ ');
  expect(memo).toMatch(/家に\s*送れます\s*送れません/u);
  for (const document of ['checklist', 'memo'] as const)
    expect(textOf(document, input)).not.toMatch(/能不能在出国前|出国前能付|出国の前に支払え/u);
  expect(textOf('checklist', input)).toContain('也可以问能不能改用信用卡付。');
});

test('park: fees go on, so no day is named for a last debit or for the account', () => {
  for (const carrier of carrierIds) {
    const input = { ...LEAVER, carrier, line: { numberPlan: 'park' }, payment: CLOSES } as const;
    const { checklist } = viewOf(input);
    for (const id of ['bank-account-close', 'last-debit'])
      expect(
        [...checklist.urgent, ...checklist.stages].map((entry) => entry.id),
        carrier,
      ).not.toContain(id);
    expect(checklist.warning?.partial ?? '').not.toContain('before-last');
  }
});

test('slip: the day on which it may come last is no day to pay it by', () => {
  for (const carrier of carrierIds) {
    const input = { ...LEAVER, carrier, payment: { method: 'slip' } } as const;
    const { checklist } = viewOf(input);
    const step = checklist.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'last-debit');
    // Without the start of a contract cycle nobody knows a day.
    if (!step || step.when.kind === 'moment') continue;
    expect(step.when.kind, carrier).toBe('arrives');
    for (const { id, when } of checklist.urgent)
      if (id === 'last-debit') expect(when.kind, carrier).toBe('arrives');
    expect(textOf('checklist', input)).toContain('寄来后按期限付');
  }
  const answered = { ...LEAVER, payment: { method: 'slip' }, answers: { lastDebit: '2027-04-30' } } as const;
  const steps = viewOf(answered).checklist.phases.flatMap((phase) => phase.steps);
  expect(steps.find(({ id }) => id === 'last-debit')?.when).toMatchObject({ kind: 'on', to: '2027-04-30' });
});

test('an estimate of the clerk is printed as one, wherever its day stands', () => {
  const answers = { lineEnds: '2027-01-14', lastDebit: '2027-02-26', lastDebitYen: 8800 };
  const view = (lastDebitIsEstimate: boolean) =>
    viewOf({ ...LEAVER, answers: { ...answers, lastDebitIsEstimate } }).checklist;
  const told = (estimate: boolean) => {
    const { phases, urgent, timeline, answers: given } = view(estimate);
    const steps = phases.flatMap((phase) => phase.steps);
    return [
      ...['payment-route', 'last-debit', 'bank-close'].map(
        (id) => steps.find((step) => step.id === id)?.when.estimate,
      ),
      urgent.find(({ id }) => id === 'last-debit')?.when.estimate,
      timeline?.events.some(({ id }) => id === 'estimated-debit'),
      given.find(({ id }) => id === 'lastDebit')?.estimate,
      given.find(({ id }) => id === 'lastDebitYen')?.estimate,
      given.find(({ id }) => id === 'lineEnds')?.estimate === false,
    ];
  };
  expect(told(true)).toEqual([true, true, true, true, true, true, true, true]);
  expect(told(false)).toEqual([false, false, false, false, false, false, false, true]);
});

test('the account is kept as long as the clerk said, in the step and in the date of its end', () => {
  const answers = { lineEnds: '2027-01-14', instalmentsUntil: '2028-01-31', accountOpenUntil: '2028-02-01' };
  const { phases, timeline } = viewOf({ ...OWING, answers }).checklist;
  const steps = phases.flatMap((phase) => phase.steps);
  const day = (id: string) => steps.find((step) => step.id === id)?.when.to;
  expect(day('payment-route-instalments')).toBe('2028-02-01');
  expect(day('bank-close')).toBe('2028-02-02');
  const names = timeline?.events.map(({ id }) => id) ?? [];
  expect(names).toContain('last-instalment');
  expect(names).toEqual([...new Set(names)]);
});

test('a debit that may come on several days is told by the first and the last possible one', () => {
  for (const carrier of carrierIds) {
    const { timeline, phases } = viewOf({ ...LEAVER, carrier, payment: CLOSES }).checklist;
    const debit = phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'last-debit');
    if (!timeline || !debit?.when.spread) continue;
    const ids = timeline.events.map(({ id }) => id);
    expect(ids, carrier).toContain('earliest-debit');
    expect(ids, carrier).not.toContain('last-debit');
  }
});
