import { expect, test } from 'vitest';
import { factData } from '#data';
import type { Case } from '../../../src/case/types.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import type { Schedule, ScheduleStep } from '../../../src/schedule/types.ts';

function plan(customer: Case, today = '2027-01-15'): Schedule {
  return planSchedule(customer, lookUpFacts(customer, factData), today);
}

function step(schedule: Schedule, id: string): ScheduleStep | undefined {
  return schedule.steps.find((candidate) => candidate.id === id);
}

const leaving = { carrier: 'ntt-docomo', departure: '2027-03-28' } as const;

test('without margin the safe choice is the later window, with its own preparation', () => {
  const { plan: summary } = plan(leaving, '2027-02-27');
  expect(summary.saveMonth?.state).toBe('no-margin');
  // 21 March less 14 and 23 days; the latter is yesterday, so today.
  expect(summary.keepNumber?.preparation).toEqual({
    backup: { from: '2027-03-07', to: '2027-03-20' },
    moveAccounts: { from: '2027-02-27', to: '2027-03-20' },
  });
});

test('the first open window follows the day', () => {
  expect(plan(leaving, '2027-02-26').plan.firstOpen).toBe('visit-save-month');
  expect(plan(leaving, '2027-02-28').plan.firstOpen).toBe('visit-save-month');
  expect(plan(leaving, '2027-03-01').plan.firstOpen).toBe('visit-keep-number');
  expect(plan(leaving, '2027-03-29').plan.firstOpen).toBeNull();
  expect(plan({ ...leaving, carrier: 'aeon-mobile' }).plan.firstOpen).toBe('application-deadline');
});

test('an unknown closing day shows all cases', () => {
  const cases = plan({ ...leaving, carrier: 'softbank' }).plan.closingCases;
  expect(cases.map(({ closingDay, period, debit }) => [closingDay, period.to, debit?.to])).toEqual([
    [10, '2027-04-10', '2027-05-06'],
    [20, '2027-04-20', '2027-05-17'],
    ['end', '2027-03-31', '2027-04-26'],
  ]);
  expect(plan({ ...leaving, carrier: 'softbank', line: { closingDay: 20 } }).plan.closingCases).toEqual([]);
});

test('a closing day that no customer of the carrier has is not used, and said so', () => {
  const schedule = plan({ ...leaving, line: { closingDay: 20 } });
  expect(schedule.warnings.map(({ code, path }) => [code, path])).toEqual([
    ['closing-day-not-used', 'line.closingDay'],
  ]);
  expect(step(schedule, 'visit-save-month')?.to).toBe('2027-02-26');
});

test('a carrier that keeps no number: told where the plan asks for it', () => {
  const codes = (carrier: string) =>
    plan({ ...leaving, carrier, line: { numberPlan: 'park' } }).warnings.map(({ code, path }) => [
      code,
      path,
    ]);
  expect(codes('rakuten-mobile')).toContainEqual(['number-not-kept', 'line.numberPlan']);
  expect(codes('ahamo')).toContainEqual(['number-not-kept', 'line.numberPlan']);
  for (const carrier of ['ntt-docomo', 'povo2', 'gtn-mobile'])
    expect(codes(carrier).flat()).not.toContain('number-not-kept');
  expect(plan({ ...leaving, carrier: 'ahamo' }).warnings).toEqual([]);
});

test('mineo charges a young contract in full until the end of the month after its start', () => {
  const mineo = (contractStart: string): Case => ({ ...leaving, carrier: 'mineo', line: { contractStart } });
  expect(plan(mineo('2026-12-10')).plan.fullMonthUntil).toBe('2027-01-31');
  expect(plan(mineo('2026-11-10')).plan.fullMonthUntil).toBeNull();
  expect(plan(mineo('2025-06-11'), '2025-06-20').plan.fullMonthUntil).toBeNull();
});

test('carriers that want to hear early: days before the departure, or before the procedure', () => {
  const early = step(plan({ ...leaving, carrier: 'gs-mobile' }), 'contact-carrier');
  expect([early?.from, early?.to]).toEqual(['2027-03-18', '2027-03-18']);
  const notice = step(plan({ ...leaving, carrier: 'jcom-mobile' }), 'contact-carrier');
  expect([notice?.from, notice?.missed]).toEqual(['2027-01-23', false]);
  expect(step(plan(leaving), 'contact-carrier')).toBeUndefined();
});

test('steps without dates keep their distance from an anchor', () => {
  const undated = plan({ carrier: 'ntt-docomo', reason: 'leaving-japan', visit: { channel: 'shop' } });
  const distances = Object.fromEntries(undated.steps.map(({ id, relative }) => [id, relative]));
  expect(distances).toMatchObject({
    'decide-number': { anchor: 'departure', from: -60, to: -45 },
    backup: { anchor: 'visit', from: -14, to: -1 },
    'move-accounts': { anchor: 'visit', from: -23, to: -1 },
    'book-shop': { anchor: 'visit', from: -30, to: -3 },
    'visit-save-month': { anchor: 'closing-day', from: -6, to: -2 },
    'visit-keep-number': { anchor: 'departure', from: -7, to: -3 },
    'moving-out-notice': { anchor: 'departure', from: -14, to: 0 },
    'residence-card-return': { anchor: 'departure', from: 0, to: 0 },
  });
});

test('a distance and its dates say the same', () => {
  const schedule = plan({ ...leaving, line: { homeInternet: 'other', contractStart: '2027-01-14' } });
  const anchors = {
    departure: '2027-03-28',
    'closing-day': '2027-02-28',
    visit: schedule.plan.preparesFor ?? '',
    'contract-start': '2027-01-14',
    // Nobody says when that was; only a parked number counts from it.
    'last-purchase': '',
  };
  let compared = 0;
  for (const { id, from, to, relative } of schedule.steps) {
    if (relative === undefined || from === null || to === null) continue;
    const day = (days: number): string =>
      new Date(Date.parse(anchors[relative.anchor]) + days * 86_400_000).toISOString().slice(0, 10);
    expect([id, to]).toEqual([id, day(relative.to)]);
    expect(from >= day(relative.from), id).toBe(true);
    compared++;
  }
  expect(compared).toBeGreaterThan(8);
});

const answered: Case = {
  ...leaving,
  payment: { method: 'bank-account', bankAccountCloses: '2027-06-15' },
  visit: { channel: 'shop', date: '2027-03-20' },
  answers: { lineEnds: '2027-03-20' },
};

test('after the visit the bills count from what the clerk wrote', () => {
  const schedule = plan({ ...answered, answers: { lineEnds: '2027-02-28' } }, '2027-03-01');
  expect(step(schedule, 'line-ends')).toMatchObject({ from: '2027-02-28', rule: 'line-ends/answered' });
  expect(step(schedule, 'last-charged-period')?.to).toBe('2027-02-28');
  expect(step(schedule, 'last-debit')?.to).toBe('2027-04-30');
  for (const id of ['visit-keep-number', 'book-shop', 'apply-online', 'decide-number']) {
    expect(step(schedule, id), id).toBeUndefined();
  }
});

test('instalments that run on keep the account open', () => {
  const answers = { ...answered.answers, lastDebit: '2027-04-30', instalmentsUntil: '2027-09-30' };
  const schedule = plan({ ...answered, answers }, '2027-03-21');
  expect(step(schedule, 'last-debit')).toMatchObject({
    from: '2027-04-30',
    to: '2027-04-30',
    rule: 'last-debit/answered',
  });
  expect(step(schedule, 'last-instalment')?.from).toBe('2027-09-30');
  expect(step(schedule, 'bank-account-close')).toMatchObject({
    from: '2027-10-01',
    rule: 'bank-account-close/answered',
  });
  expect(schedule.warnings.map(({ code }) => code)).toEqual(['bank-closes-before-last-debit']);
});

test('instalments without a known end leave the day open on which the account may close', () => {
  const owing: Case = { ...leaving, handset: { instalments: 'remaining' } };
  const closing: Case = { ...owing, payment: { method: 'bank-account', bankAccountCloses: '2027-12-31' } };
  expect(step(plan(owing), 'last-instalment')).toMatchObject({ from: null, to: null });
  expect(step(plan(owing), 'bank-account-close')).toMatchObject({
    from: null,
    rule: 'bank-account-close/instalments',
  });
  expect(plan(closing).warnings.map(({ code }) => code)).toContain('bank-closes-before-last-instalment');
  expect(plan(closing).warnings.map(({ code }) => code)).not.toContain('bank-closes-before-last-debit');
  const told: Case = { ...closing, answers: { accountOpenUntil: '2027-09-30' } };
  expect(step(plan(told), 'bank-account-close')?.from).toBe('2027-10-01');
});

test('what is over is not planned again: a number of the receipt is enough', () => {
  const done: Case = {
    ...leaving,
    visit: { channel: 'shop', date: '2027-03-23' },
    answers: { receiptNumber: 'D-1' },
  };
  const schedule = plan(done, '2027-03-23');
  const gone = `decide-number book-shop visit-save-month visit-keep-number apply-online apply-by-phone`;
  for (const id of gone.split(' ')) expect(step(schedule, id), id).toBeUndefined();
  expect(schedule.plan).toMatchObject({ done: true, lineOver: true, latestCancellation: '2027-03-23' });
});

test('applied for and not yet ended: until the end of the month accounts can still be moved', () => {
  const done: Case = {
    carrier: 'iijmio',
    departure: '2027-04-28',
    visit: { channel: 'web', date: '2027-02-20' },
    answers: { receiptNumber: 'D-1' },
  };
  const schedule = plan(done, '2027-02-21');
  expect(schedule.plan.lineOver).toBe(false);
  expect(step(schedule, 'application-deadline')).toBeUndefined();
  expect(step(schedule, 'line-ends')?.to).toBe('2027-02-28');
  expect(step(schedule, 'move-accounts')).toMatchObject({ from: '2027-02-21', to: '2027-02-27' });
});

test('a code in hand: the port is still to come', () => {
  const done: Case = {
    carrier: 'rakuten-mobile',
    reason: 'switching',
    line: { numberPlan: 'port-out' },
    visit: { channel: 'web', date: '2027-02-20' },
    answers: { receiptNumber: 'D-1' },
  };
  const schedule = plan(done, '2027-02-21');
  expect(schedule.plan).toMatchObject({ lineOver: false, latestCancellation: '2027-03-06' });
  expect(step(schedule, 'line-ends')?.to).toBeNull();
});

test('a code with its last day written on the memo', () => {
  const port: Case = {
    ...leaving,
    line: { numberPlan: 'port-out' },
    answers: { mnpCodeExpires: '2027-04-03' },
  };
  expect(step(plan(port, '2027-03-21'), 'port-out-code')).toMatchObject({
    from: '2027-03-20',
    to: '2027-04-03',
    rule: 'port-out-code/answered',
  });
});

test('the new line is opened before the departure, where the code is good for longer', () => {
  const port: Case = { ...leaving, line: { numberPlan: 'port-out' } };
  const opens = (input: Case, today?: string) => step(plan(input, today), 'open-new-line');
  expect(opens({ ...port, visit: { date: '2027-03-20' } })).toMatchObject({
    from: '2027-03-20',
    to: '2027-03-27',
  });
  expect(opens({ ...port, visit: { date: '2027-03-28' } })).toMatchObject({
    from: '2027-03-28',
    to: '2027-03-28',
  });
  for (const date of ['2027-03-01', '2027-03-13', '2027-03-29'])
    expect(opens({ ...port, visit: { date } })).toBeUndefined();
  expect(opens({ ...port, visit: { channel: 'web', date: '2027-03-20' } }, '2027-03-29')).toBeUndefined();
  expect(opens({ ...port, reason: 'switching', visit: { date: '2027-03-20' } })).toBeUndefined();
});

test('who ports out can use a web desk that only ports', () => {
  const port: Case = { ...leaving, carrier: 'jcom-mobile', line: { numberPlan: 'port-out' } };
  expect(step(plan(port), 'apply-online')).toBeDefined();
  expect(step(plan({ ...leaving, carrier: 'jcom-mobile' }), 'apply-by-phone')).toBeDefined();
});

test.each([
  ['linemo', 'shop', 'web', true],
  ['linemo', 'web', 'web', false],
  ['ahamo', 'shop', 'web', true],
  ['mineo', 'phone', 'web', true],
  ['ntt-docomo', 'shop', 'shop', false],
  ['any', 'phone', 'phone', false],
] as const)('%s by %s is planned by %s', (carrier, asked, channel, warned) => {
  const { plan: summary, steps, warnings } = plan({ carrier, visit: { channel: asked } });
  expect(summary.channel).toBe(channel);
  expect(steps.some(({ id }) => id === 'book-shop')).toBe(channel === 'shop');
  expect(warnings.some(({ code }) => code === 'channel-not-offered')).toBe(warned);
});

test('a doubtful day is told with the days that are advised', () => {
  const warned = (date: string, today: string) =>
    plan({ ...leaving, visit: { channel: 'shop', date } }, today).warnings.find(
      ({ path }) => path === 'visit.date',
    )?.values;
  const keep = { keepFrom: '2027-03-21', keepTo: '2027-03-25' };
  expect(warned('2027-03-20', '2027-01-15')).toEqual({
    date: '2027-03-20',
    saveFrom: '2027-02-22',
    saveTo: '2027-02-26',
    ...keep,
  });
  expect(warned('2027-03-10', '2027-03-05')).toEqual({ date: '2027-03-10', ...keep });
  expect(warned('2027-04-02', '2027-01-15')).toEqual({ date: '2027-04-02', departure: '2027-03-28' });
});

test('a day that is none is no plan with days that are none', () => {
  const facts = lookUpFacts({ carrier: 'au' }, factData);
  for (const input of [
    { departure: 'foo' },
    { departure: '2027-02-30' },
    { visit: { date: '2027-13-01' } },
  ]) {
    expect(() => planSchedule({ carrier: 'au', ...input }, facts, '2027-01-15')).toThrow('not a day: ');
  }
  expect(() => planSchedule({ carrier: 'au', departure: '2027-03-28' }, facts, 'today')).toThrow(
    'not a day: today',
  );
  expect(() => planSchedule({ carrier: 'au' }, facts, '2027-02-30')).toThrow('not a day: 2027-02-30');
});

test('who stays, or changes the carrier, goes to the booked shop, whatever departure has passed', () => {
  const visit = { channel: 'shop', date: '2027-01-27' } as const;
  for (const reason of ['switching', 'unused', 'other'] as const) {
    const { plan: summary, steps } = plan({ ...leaving, reason, departure: '2027-01-05', visit });
    expect([summary.channel, summary.preparesFor]).toEqual(['shop', visit.date]);
    expect(steps.map(({ id }) => id)).toContain('book-shop');
  }
  expect(plan({ ...leaving, departure: '2027-01-05', visit }).plan.channel).toBe('web');
});

test('answers of a wrong year are told where they lie before what they follow', () => {
  const told = (customer: Partial<Case>, today?: string) =>
    plan({ ...leaving, ...customer }, today)
      .warnings.filter(({ code }) => code === 'answer-too-early' || code === 'contract-after-today')
      .map(({ path, values }) => [path, values?.event, values?.other]);
  const visit = { channel: 'shop', date: '2027-03-23' } as const;
  expect(told({ visit, answers: { lastDebit: '2026-04-30' } })).toEqual([
    ['answers.lastDebit', 'line-end', '2027-03-23'],
  ]);
  const answers = {
    lineEnds: '2027-03-31',
    lastDebit: '2027-03-30',
    accountOpenUntil: '2027-03-30',
    // The last instalment may come before the end of the month of the procedure.
    instalmentsUntil: '2027-03-27',
  };
  expect(told({ visit, answers })).toEqual([
    ['answers.lastDebit', 'line-end', '2027-03-31'],
    ['answers.accountOpenUntil', 'line-end', '2027-03-31'],
  ]);
  expect(told({ visit, answers: { lineEnds: '2026-03-31', instalmentsUntil: '2026-05-27' } })).toEqual([
    ['answers.lineEnds', 'visit', '2027-03-23'],
    ['answers.instalmentsUntil', 'visit', '2027-03-23'],
  ]);
  // Who pays beforehand has the last debit behind him.
  expect(
    told({ carrier: 'povo2', visit, answers: { lineEnds: '2027-03-31', lastDebit: '2027-03-25' } }),
  ).toEqual([]);
  // A plan that is made again later, without a day of the procedure.
  expect(told({ answers: { receiptNumber: 'A1', lastDebit: '2027-04-30' } }, '2027-06-01')).toEqual([]);
  expect(told({ line: { contractStart: '2027-01-16' } })).toEqual([
    ['line.contractStart', undefined, '2027-01-15'],
  ]);
});
