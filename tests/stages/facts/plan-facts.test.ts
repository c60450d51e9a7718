import { expect, test } from 'vitest';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { planFacts } from '../../../src/facts/plan-facts.ts';

const planOf = (carrier: string) => lookUpFacts({ carrier }, bundledData).schedule;

test('every carrier: how the line ends and what the last month costs', () => {
  const table = [...bundledData.ids].map((id) => {
    const { lineEnds, lastMonth } = planOf(id);
    return `${id}: ${lineEnds.value}, ${lastMonth.value}`;
  });
  expect(table).toEqual([
    'aeon-mobile: month-end, full',
    'ahamo: unknown, full',
    'au: at-once, full',
    'b-mobile: contract-cycle, full',
    'biglobe-mobile: unknown, unknown',
    'gs-mobile: unknown, unknown',
    'gtn-mobile: unknown, unknown',
    'hanacell: unknown, unknown',
    'his-mobile: contract-cycle, unknown',
    'iijmio: month-end, full',
    'irumo-docomo-mini: unknown, full',
    'japasim: unknown, unknown',
    'jcom-mobile: unknown, unknown',
    'linemo: at-once, full',
    'mineo: at-once, pro-rated',
    'mobal: at-once, unknown',
    'nihon-tsushin: unknown, full',
    'ntt-docomo: at-once, full',
    'nuro-mobile: month-end, unknown',
    'ocn-mobile-one: unknown, unknown',
    'povo2: at-once, prepaid',
    'qt-mobile: month-end, full',
    'rakuten-mobile: at-once, by-usage',
    'sakura-mobile: month-end, unknown',
    'smiles-connect: unknown, unknown',
    'softbank: at-once, full',
    'uq-mobile: unknown, full',
    'y-mobile: at-once, full',
  ]);
});

test('a planned value names its own fact and those that it stands on', () => {
  expect(planOf('au').webCutOff).toEqual({
    value: '21:10',
    facts: ['au:schedule.webCutOff', 'au:channels.web', 'au:billing.effectiveTiming'],
    confidence: 'medium',
    assumed: false,
  });
});

test('cut-offs on the web', () => {
  const found = [...bundledData.ids].flatMap((id) =>
    planOf(id).webCutOff ? [`${id} ${planOf(id).webCutOff!.value}`] : [],
  );
  expect(found).toEqual(['au 21:10', 'linemo 20:00', 'mineo 21:00', 'y-mobile 20:00']);
});

test('deadlines of the carriers that end with the month', () => {
  const found = Object.fromEntries(
    [...bundledData.ids].flatMap((id) => (planOf(id).deadline ? [[id, planOf(id).deadline!.value]] : [])),
  );
  expect(found).toEqual({
    'aeon-mobile': { daysBeforeMonthEnd: 1, time: '17:59' },
    iijmio: { daysBeforeMonthEnd: 1 },
    'nuro-mobile': { daysBeforeMonthEnd: 0 },
    'qt-mobile': { day: 25 },
    'sakura-mobile': { day: 25 },
  });
});

test('short-term fees: from which contracts and how long', () => {
  const found = Object.fromEntries(
    [...bundledData.ids].flatMap((id) =>
      planOf(id).shortTermFee ? [[id, planOf(id).shortTermFee!.value]] : [],
    ),
  );
  expect(found).toEqual({
    ahamo: { startsOn: '2025-07-01', months: 12 },
    au: { startsOn: '2025-10-01', months: 12 },
    japasim: { startsOn: null, months: 4 },
    'ntt-docomo': { startsOn: '2025-03-01', months: 12 },
    'rakuten-mobile': { startsOn: '2025-04-01', months: 12 },
    'smiles-connect': { startsOn: null, months: 12 },
    softbank: { startsOn: '2026-07-01', months: 12 },
  });
});

test('debits: five carriers have their own days, povo2 has none, the others wait two months', () => {
  const assumed = {
    closing: 'any',
    first: { months: 1, day: 1 },
    last: { months: 2, day: 'end' },
    moved: false,
  };
  const own = new Set(['ntt-docomo', 'ahamo', 'au', 'uq-mobile', 'softbank']);
  for (const id of bundledData.ids) {
    const { debit } = planOf(id);
    expect(debit === undefined, id).toBe(id === 'povo2');
    if (!debit) continue;
    expect(debit.value.other, id).toEqual(assumed);
    expect(debit.assumed, id).toBe(!own.has(id));
    if (!own.has(id)) expect(debit.value.bankAccount, id).toEqual([assumed]);
  }
  expect(
    planOf('softbank').debit!.value.bankAccount.map(({ closing, first }) => [closing, first.day]),
  ).toEqual([
    [10, 6],
    [20, 16],
    ['end', 26],
  ]);
  expect(planOf('ntt-docomo').debit!.value.bankAccount).toEqual([
    { closing: 'any', first: { months: 1, day: 'end' }, last: { months: 2, day: 'end' }, moved: true },
  ]);
});

test('channels: an app counts as the web, disagreeing sources are not a yes', () => {
  expect(planOf('smiles-connect').channels).toEqual({ shop: 'unknown', web: 'yes', phone: 'unknown' });
  expect(planOf('ntt-docomo').channels).toEqual({ shop: 'yes', web: 'yes', phone: 'unclear' });
  expect(planOf('jcom-mobile').channels).toEqual({ shop: 'unknown', web: 'port-out-only', phone: 'yes' });
  expect(planOf('povo2').channels).toEqual({ shop: 'no', web: 'yes', phone: 'unknown' });
  expect(planOf('povo2').channelFacts).toEqual([
    'povo2:channels.shop',
    'povo2:channels.web',
    'povo2:channels.app',
  ]);
});

test('no channel is known of four carriers', () => {
  const none = [...bundledData.ids].filter((id) =>
    Object.values(planOf(id).channels).every((state) => state === 'unknown'),
  );
  expect(none).toEqual(['gs-mobile', 'gtn-mobile', 'hanacell', 'japasim']);
});

test('rules of single carriers', () => {
  expect(planOf('iijmio').minimumTerm!.value).toEqual({ monthsAfterStart: 1 });
  expect(planOf('mineo').fullIfEarly!.value).toEqual({ appliedFrom: '2025-06-12', monthsAfterStart: 1 });
  expect(planOf('mineo').webHours!.value).toEqual({ opens: '09:00', closes: '21:00', outside: 'closed' });
  expect(planOf('ntt-docomo').bookingOpensDays!.value).toBe(30);
  expect(planOf('jcom-mobile').noticeDays!.value).toBe(30);
  expect(planOf('gs-mobile').contactDaysBeforeDeparture!.value).toBe(10);
  expect(planOf('povo2').parkedDays!.value).toBe(180);
  expect(planOf('softbank').closingDays.value).toEqual([10, 20, 'end']);
});

test('a carrier whose file lacks a value that every plan needs is our mistake', () => {
  expect(() => planFacts({})).toThrow('schedule.lineEnds');
});
