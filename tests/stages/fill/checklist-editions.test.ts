import { expect, test } from 'vitest';
import { htmlOf, LEAVER, phaseIds, stepIds, textOf, viewOf } from './fill-case.ts';

test('share: no day of anybody’s plan, days counted from the departure, and it says so', () => {
  const text = textOf('checklist', LEAVER, { edition: 'share' });
  expect(text).toContain('分享版 · 不含个人信息');
  expect(text).toContain('共有用（個人情報なし）');
  expect(text).toContain('出国前60天起');
  expect(text).toContain('出国の45日前まで');
  expect(text.replace(/资料读取日：\d+年\d+月\d+日/gu, '')).not.toMatch(/2027|最晚\d+月/u);
});

test('share: nothing that was written into a personal field', () => {
  const marker = (n: number) => `MARK${n}ZQ`;
  const input = {
    ...LEAVER,
    line: { number: '090-8765-4321', contractStart: '2024-04-10', showNumber: 'full' },
    holder: { nameRoman: marker(1), nameKanji: marker(2), nameKana: marker(3), residenceUntil: '2027-04-15' },
    visit: { channel: 'shop', date: '2027-03-23', time: '14:07', shop: marker(4) },
    payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
    contactAfter: { email: 'mark5zq@example.com' },
    answers: { receiptNumber: marker(6), overseasContact: marker(7) },
  };
  const personal = /MARK\d|mark5zq|4321|14:07|3月23日|4月15日|5月31日|4月10日|3月28日/u;
  expect(htmlOf('checklist', input)).toMatch(personal);
  for (const edition of ['share', 'blank'] as const) {
    expect(htmlOf('checklist', input, { edition })).not.toMatch(personal);
  }
});

test('blank: lines to write on, per carrier and for any', () => {
  for (const carrier of ['ntt-docomo', 'any']) {
    const html = htmlOf('checklist', { carrier }, { edition: 'blank' });
    expect(html.match(/<fill-in/gu)?.length).toBeGreaterThan(20);
    expect(html).toContain('空白版');
    expect(html).not.toMatch(/最晚\d+月|2027/u);
  }
  expect(textOf('checklist', { carrier: 'any' }, { edition: 'blank' })).not.toContain('any carrier');
});

test('blank without a carrier: for a shop, with the days that count from a departure', () => {
  const view = viewOf({ carrier: 'any' }, { edition: 'blank' });
  expect(view.checklist.phases.map(({ id }) => id)).toEqual(
    'decide accounts backup money shop-before shop-day after departure bills'.split(' '),
  );
  expect(view.checklist.phases[0]?.steps.map(({ id }) => id)).toContain('ask-channel');
  const text = textOf('checklist', { carrier: 'any' }, { edition: 'blank' });
  for (const words of ['出国前45–60天', '出国前3–7天', '出国前14天至当天', '办理前3–30天'])
    expect(text).toContain(words);
  expect(textOf('memo', { carrier: 'any', visit: { channel: 'web' } }, { edition: 'blank' })).not.toContain(
    '理由は帰国です',
  );
});

test('after the visit: what the clerk wrote, and only what is left to do', () => {
  const answers = {
    lineEnds: '2027-01-14',
    receiptNumber: 'D-123',
    lastDebit: '2027-02-26',
    cancellationFeeYen: 1100,
  };
  const input = { ...LEAVER, answers };
  const view = viewOf(input);
  expect(phaseIds(input)).toEqual(['money', 'after', 'departure', 'bills']);
  const text = textOf('checklist', input);
  expect(text).toContain('D-123');
  expect(text).toContain('1,100日元');
  const debit = view.checklist.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'last-debit');
  expect(debit?.when).toMatchObject({ kind: 'on', to: '2027-02-26' });
});

test('after the visit nothing urges what is over: a number of the receipt is enough', () => {
  const over =
    'decide-number book-shop visit visit-keep-number visit-save-month apply-online move-accounts backup';
  for (const answers of [{ receiptNumber: 'D-1' }, { completedAt: '2027-01-15 14:00' }]) {
    const input = {
      ...LEAVER,
      visit: { channel: 'shop', date: '2027-01-15' },
      departure: '2027-01-20',
      answers,
    };
    const { urgent, timeline } = viewOf(input).checklist;
    expect(urgent.map(({ id }) => id)).toEqual(['residence-card-return', 'last-debit', 'bank-account-close']);
    for (const id of over.split(' ')) expect(timeline?.events.map((event) => event.id)).not.toContain(id);
    expect(phaseIds(input)).toEqual(['money', 'after', 'departure', 'bills']);
  }
});

test('applied for, and the line lives on to the end of the month: accounts and data are still urged', () => {
  const input = {
    carrier: 'iijmio',
    departure: '2027-04-28',
    visit: { channel: 'web', date: '2027-01-14' },
    answers: { receiptNumber: 'D-1' },
  };
  const view = viewOf(input);
  expect(phaseIds(input)).toEqual(['accounts', 'backup', 'money', 'after', 'departure', 'bills']);
  expect(view.checklist.urgent[0]).toMatchObject({ id: 'move-accounts' });
  expect(stepIds(view)).not.toContain('web-submit');
});

test('a code in hand: what remains of a port is to complete it', () => {
  const input = {
    carrier: 'rakuten-mobile',
    reason: 'switching',
    line: { numberPlan: 'port-out' },
    visit: { channel: 'web', date: '2027-01-14' },
    answers: { receiptNumber: 'D-1', mnpCodeExpires: '2027-01-28' },
  };
  expect(stepIds(viewOf(input))).toContain('port-activate');
  expect(stepIds(viewOf(input))).not.toContain('port-code');
});

test('numbers that were given out are printed as they are, also those that look like a day', () => {
  const given = { receiptNumber: '1234-56-78', mnpCode: '9876-54-32', overseasContact: '0120-11-22' };
  const text = textOf('checklist', { ...LEAVER, answers: { ...given, lineEnds: '2027-01-14' } });
  for (const number of Object.values(given)) expect(text).toContain(number);
  expect(text).toContain('1月14日');
});
