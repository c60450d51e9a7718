import { expect, test } from 'vitest';
import { carrierIds, LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

test('park by buying: no visit, a purchase before the line rests, a top-up in time', () => {
  const input = { ...LEAVER, carrier: 'povo2', line: { numberPlan: 'park' } };
  const ids = stepIds(viewOf(input));
  expect(ids).toEqual(expect.arrayContaining(['park-buy', 'park-top-up', 'park-payment']));
  for (const id of ['park-ask', 'park-shop', 'park-web', 'receipt']) expect(ids).not.toContain(id);
  // The page counts days from 办理: it says which act that is.
  expect(textOf('checklist', input)).toContain('这份清单里的“办理”就是指这次购买');
});

test('park: the procedure is a step of its day, after the memo is printed, and the memo is asked there', () => {
  const parked = (channel: string) => ({
    ...LEAVER,
    line: { numberPlan: 'park' },
    visit: { channel, date: '2027-03-01' },
  });
  const { phases } = viewOf(parked('shop')).checklist;
  const day = phases.find(({ id }) => id === 'shop-day');
  expect(day?.steps.map(({ id }) => id)).toEqual(['arrive', 'park-shop', 'receipt']);
  const asking = phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'park-ask');
  expect(asking?.tie).toBeNull();
  expect(stepIds(viewOf(parked('web')))).toContain('park-web');
  expect(stepIds(viewOf({ ...parked('phone'), carrier: 'qt-mobile' }))).toContain('park-phone');
});

test.each(['rakuten-mobile', 'ahamo'])(
  'park: %s has no such service, and no step applies for it',
  (carrier) => {
    const input = { ...LEAVER, carrier, line: { numberPlan: 'park' }, visit: { channel: 'web' } };
    const ids = stepIds(viewOf(input));
    expect(ids).toContain('park-none');
    for (const id of ['park-ask', 'park-web', 'park-shop']) expect(ids).not.toContain(id);
    expect(textOf('checklist', input)).toContain('据称这家公司没有停机保号服务，请改选携号转网或解约');
  },
);

test('park: what only suspends a line is not called keeping its number', () => {
  const text = textOf('checklist', { ...LEAVER, carrier: 'softbank', line: { numberPlan: 'park' } });
  expect(text).toContain('先问有没有停机保号，查到的只有临时停机');
  expect(text).toContain('是2017年的信息');
});

test('park: nothing reads like a cancellation, by any carrier and channel', () => {
  for (const carrier of carrierIds) {
    for (const channel of ['shop', 'web', 'phone', 'undecided']) {
      const input = { ...LEAVER, carrier, line: { numberPlan: 'park' }, visit: { channel } };
      const { checklist } = viewOf(input);
      const shown = [...checklist.urgent, ...checklist.stages].map(({ id }) => id);
      expect(shown, carrier).not.toContain('decide-number');
      if (carrier !== 'povo2') expect(shown, carrier).not.toContain('parked-number-top-up');
      const known = checklist.known.map(({ id }) => id);
      for (const id of ['ends', 'deadline', 'web', 'shop', 'phone', 'reactivation', 'sim-return', 'notice'])
        expect(known, carrier).not.toContain(id);
      expect(checklist.urgent.map(({ zh, ja }) => zh + ja).join(' '), carrier).not.toMatch(/解约|解約/u);
      const text = textOf('checklist', input);
      expect(text).not.toMatch(/解約月|解约当月|解約後も使えるメール|号码失效|解约的入口/u);
      expect(text).toContain('停机保号不是解约，合同和号码都还在。');
    }
  }
});

test('a parked number: its days run from a purchase of which nobody told the day', () => {
  const input = { ...LEAVER, carrier: 'povo2', visit: { channel: 'web', date: '2027-03-10' } } as const;
  const parked = { ...input, line: { numberPlan: 'park' } };
  const { phases } = viewOf(parked).checklist;
  const step = phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'park-top-up');
  expect(step?.when).toMatchObject({ kind: 'relative', to: null, relative: { anchor: 'last-purchase' } });
  expect(textOf('checklist', parked)).toContain('最晚上次购买后180天');
  expect(textOf('checklist', parked)).not.toMatch(/9月6日/u);
});

test('a parked number after the departure: the order of things names no day that is past', () => {
  const past = { ...LEAVER, departure: '2027-01-10', line: { numberPlan: 'park' } };
  for (const carrier of carrierIds)
    for (const visit of [{}, { date: '2027-01-05' }]) {
      const { stages } = viewOf({ ...past, carrier, visit }).checklist;
      const days = stages.map(({ when }) => when.to ?? when.from);
      expect(days.filter((day) => day !== null && day < '2027-01-15')).toEqual([]);
    }
  const nothingLeft = { ...past, visit: { channel: 'web', date: '2027-01-05' } };
  expect(textOf('checklist', nothingLeft)).not.toContain('先后顺序');
  expect(textOf('checklist', past)).toContain('先后顺序');
});

test('park: it is applied for by the last day to apply, where the carrier has one', () => {
  const input = { ...LEAVER, carrier: 'iijmio', line: { numberPlan: 'park' }, visit: { channel: 'web' } };
  const { phases } = viewOf(input).checklist;
  const applied = phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'park-web');
  expect(applied?.when.to).toBe('2027-02-27');
});
