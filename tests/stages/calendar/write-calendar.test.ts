import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { factData } from '#data';
import { alarmSeconds } from '../../../src/calendar/alarms.ts';
import { followBooking } from '../../../src/calendar/follow-booking.ts';
import type { CalendarWords } from '../../../src/calendar/types.ts';
import { writeCalendar } from '../../../src/calendar/write-calendar.ts';
import type { Case } from '../../../src/case/types.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import type { Schedule } from '../../../src/schedule/types.ts';

const words = JSON.parse(
  readFileSync(new URL('../../../templates/words/calendar.json', import.meta.url), 'utf8'),
) as CalendarWords;

const customer: Case = {
  carrier: 'ntt-docomo',
  departure: '2027-03-28',
  visit: { channel: 'shop', date: '2027-03-20', time: '14:00', shop: 'SHOP-MARKER' },
  holder: { nameRoman: 'NAME-MARKER', nameKanji: '王暁明', residenceUntil: '2027-07-15' },
  line: { number: '090-0000-4321', homeInternet: 'other' },
  contactAfter: { email: 'marker@example.com' },
  accounts: ['suica'],
};

function plan(input: Case, today: string): Schedule {
  return planSchedule(input, lookUpFacts(input, factData), today);
}

function write(
  schedule: Schedule,
  from: CalendarWords = words,
  stamp = `${schedule.today}T00:00:00Z`,
): string {
  return writeCalendar(schedule, { words: from, owner: 'ntt-docomo.0a1b2', stamp });
}

interface ParsedEvent {
  id: string;
  summary: string;
  description: string;
  from: string;
  end: string;
  alarms: string[];
}

function parse(text: string): ParsedEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(event.endDate.isDate);
    return {
      id: event.uid,
      summary: event.summary,
      description: event.description,
      from: event.startDate.toString(),
      end: event.endDate.toString(),
      alarms: component.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstProperty('trigger');
        expect(trigger?.getFirstParameter('related') ?? 'START', 'counted from the start').toBe('START');
        return String(trigger?.getFirstValue());
      }),
    };
  });
}

test('a real parser finds every dated step with its days and alarms', () => {
  const schedule = plan(customer, '2027-01-15');
  const events = parse(write(schedule));
  const table = events.map(({ id, from, end, alarms }) => [id.split('.')[0], from, end, alarms.join(' ')]);
  expect(table).toEqual([
    ['decide-number', '2027-01-27', '2027-02-12', 'PT9H'],
    ['backup', '2027-03-06', '2027-03-20', 'PT9H P12DT9H'],
    ['move-accounts', '2027-02-25', '2027-03-20', 'PT9H P21DT9H'],
    ['suica-refund', '2027-02-25', '2027-03-20', 'PT9H P21DT9H'],
    ['book-shop', '2027-02-18', '2027-03-18', 'PT9H'],
    ['visit-save-month', '2027-02-22', '2027-02-27', 'PT9H'],
    ['visit-keep-number', '2027-03-21', '2027-03-26', 'PT9H P3DT9H'],
    ['line-ends', '2027-03-20', '2027-03-21', ''],
    ['moving-out-notice', '2027-03-14', '2027-03-29', 'PT9H'],
    ['return-equipment', '2027-03-21', '2027-03-29', 'PT9H'],
    ['residence-card-return', '2027-03-28', '2027-03-29', '-PT15H PT9H'],
    ['last-debit', '2027-04-30', '2027-06-01', 'PT9H P30DT9H'],
    ['bank-account-close', '2027-06-01', '2027-06-02', '-PT15H PT9H'],
  ]);
  for (const { summary, description } of events) {
    expect(summary).toMatch(/^.+ \/ .+$/);
    expect(description).toContain(words.note.zhHans);
    expect(description).toContain(words.note.ja);
  }
});

test('a line that ends with the month works on its last day; one that ends at once may not', () => {
  const described = (input: Case) =>
    parse(write(plan(input, '2027-01-15'))).find(({ id }) => id.startsWith('line-ends'))?.description;
  const { visit: _, ...leaving } = customer;
  for (const carrier of ['sakura-mobile', 'iijmio']) {
    expect(described({ ...leaving, carrier })).toContain('号码用到这天为止，第二天起不能再收短信、接电话。');
    expect(described({ ...leaving, carrier })).toContain('この番号はこの日まで使えます。');
  }
  expect(described(customer)).toContain('从这天起，这个号码不能再收短信、接电话。');
});

test('a call that somebody else makes is not left to the holder alone', () => {
  for (const id of ['apply-by-phone', 'apply-by-phone/park', 'apply-by-phone/port-out']) {
    expect(words.steps[id]?.description.zhHans).toContain('别人代打的，先问能不能代办。');
    expect(words.steps[id]?.description.ja).toContain('代理人の場合は、手続きできるか先に確認します。');
  }
});

test('the second ring comes while a day is left', () => {
  expect(alarmSeconds('must', 0)).toEqual([-15 * 3600, 9 * 3600]);
  expect(alarmSeconds('must', 1)).toEqual([9 * 3600, 33 * 3600]);
  expect(alarmSeconds('must', 4)).toEqual([9 * 3600, 81 * 3600]);
  expect(alarmSeconds('should', 4)).toEqual([9 * 3600]);
  expect(alarmSeconds('info', 0)).toEqual([]);
});

test('lines end in CRLF and are folded within 75 octets, on whole characters', () => {
  const text = write(plan(customer, '2027-01-15'));
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lengths = text.split('\r\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(Math.max(...lengths), 'something was folded').toBeGreaterThan(70);
  expect(text).not.toContain('\uFFFD');
});

test('the last line ends like the others', () => {
  expect(write(plan(customer, '2027-01-15')).endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('the ids of two people are not the same', () => {
  const schedule = plan(customer, '2027-01-15');
  const options = { words, stamp: '2027-01-15T00:00:00Z' };
  const ids = ['au.1', 'au.2'].flatMap((owner) =>
    parse(writeCalendar(schedule, { ...options, owner })).map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

const byId = (schedule: Schedule): Map<string, ParsedEvent> =>
  new Map(parse(write(schedule)).map((event) => [event.id.split('.')[0] ?? '', event]));

test('a booked day is an event at its hour, and the windows that it decides are none', () => {
  const booked = followBooking(plan(customer, '2027-01-15'), customer.visit);
  const events = byId(booked);
  expect(events.get('visit')).toMatchObject({
    from: '2027-03-20T05:00:00Z',
    end: '2027-03-20T05:00:00Z',
    alarms: ['-P1DT5H', '-PT2H'],
    summary: `${words.steps.visit!.title.zhHans} / ${words.steps.visit!.title.ja}`,
  });
  expect(events.get('visit')?.description).toBe(
    `${words.steps.visit!.description.zhHans}\n${words.atHour.zhHans.replace('{time}', '14:00')}\n\n` +
      `${words.steps.visit!.description.ja}\n${words.atHour.ja.replace('{time}', '14:00')}`,
  );
  expect([...events.keys()].filter((id) => /^(?:visit-|apply-)/u.test(id))).toEqual([]);
  expect(booked.steps.map(({ id }) => id).indexOf('visit')).toBe(
    booked.steps.findIndex(({ id }) => id === 'line-ends') - 1,
  );
});

test('a booked day without an hour takes the day', () => {
  const event = byId(followBooking(plan(customer, '2027-01-15'), { date: '2027-03-20' })).get('visit');
  expect(event).toMatchObject({ from: '2027-03-20', end: '2027-03-21', alarms: ['-PT15H', 'PT9H'] });
  expect(event?.description).not.toContain('{time}');
});

test.each([
  ['linemo', 'web', 'cancel'],
  ['mineo', 'phone', 'port-out'],
  ['iijmio', 'web', 'cancel'],
  ['povo2', 'web', 'park'],
] as const)('a booked day of %s by %s, %s, stands alone', (carrier, channel, numberPlan) => {
  const visit = { channel, date: '2027-02-26' };
  const input: Case = { carrier, departure: '2027-03-28', line: { numberPlan }, visit };
  const { steps } = followBooking(plan(input, '2027-01-15'), visit);
  const ids = steps.map(({ id }) => id);
  expect(ids.filter((id) => id === 'visit')).toHaveLength(1);
  expect(ids.filter((id) => /^(?:visit-|apply-|application-)/u.test(id))).toEqual([]);
});

test('without a booked day, and once it is over, the plan stays as it is', () => {
  const schedule = plan(customer, '2027-01-15');
  expect(followBooking(schedule, { time: '14:00' })).toBe(schedule);
  expect(followBooking(schedule, undefined)).toBe(schedule);
  const done = plan({ ...customer, answers: { receiptNumber: '1' } }, '2027-03-21');
  expect(followBooking(done, customer.visit)).toBe(done);
  const past = followBooking(plan(customer, '2027-03-21'), customer.visit);
  expect(past.steps.find(({ id }) => id === 'visit')?.missed).toBe(true);
  expect(byId(past).has('visit')).toBe(false);
});

test('commas, semicolons, backslashes, line breaks and colons of the wording survive', () => {
  const awkward = 'a,b;c\\d: "e"\nf';
  const schedule = plan(customer, '2027-01-15');
  const text = { zhHans: awkward, ja: awkward };
  const odd: CalendarWords = {
    ...words,
    steps: { 'line-ends': { title: text, description: text } },
  };
  const [event, ...others] = parse(write(schedule, odd));
  expect(others).toEqual([]);
  expect(event?.summary).toBe(`${awkward} / ${awkward}`);
  expect(event?.description.startsWith(`${awkward}\n${words.note.zhHans}\n\n${awkward}`)).toBe(true);
});

test('the same plan is the same file; a later plan replaces its events', () => {
  const first = write(plan(customer, '2027-01-15'));
  expect(write(plan(customer, '2027-01-15'))).toBe(first);
  expect(first).toContain('DTSTAMP:20270115T000000Z');
  const later = write(plan(customer, '2027-01-16'));
  expect(parse(later).map(({ id }) => id)).toEqual(parse(first).map(({ id }) => id));
  const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  expect(sequence(later)).toBe(sequence(first) + 24 * 60);
  const corrected = write(plan(customer, '2027-01-15'), words, '2027-01-15T08:31:20.500Z');
  expect(sequence(corrected)).toBe(sequence(first) + 8 * 60 + 31);
  expect(corrected).toContain('DTSTAMP:20270115T083120Z');
});

test('of the customer the file has the booked hour only', () => {
  const schedule = plan(customer, '2027-01-15');
  const text = write(followBooking(schedule, customer.visit)).replaceAll('\r\n ', '');
  for (const marker of ['MARKER', 'marker', '王暁明', '4321']) expect(text).not.toContain(marker);
  expect(write(schedule)).not.toContain('14:00');
});

test.each(['port-out', 'park'] as const)(
  'a number that goes to %s is no cancellation: its name and its sentences',
  (numberPlan) => {
    const text = write(plan({ ...customer, line: { ...customer.line, numberPlan } }, '2027-01-15'));
    expect(text.replaceAll('\r\n ', '')).toContain(`X-WR-CALNAME:${words.name[numberPlan].zhHans}`);
    const events = parse(text);
    for (const step of ['move-accounts', 'suica-refund', 'line-ends']) {
      const event = events.find(({ id }) => id.startsWith(step));
      expect(event?.description, step).toContain(words.steps[`${step}/${numberPlan}`]!.description.ja);
    }
  },
);

test('what is missed, unknown or spans a billing period is no event', () => {
  const ids = parse(write(plan(customer, '2027-04-02'))).map(({ id }) => id.split('.')[0]);
  // The shop that was booked is out of reach: what prepares for the application is due today.
  expect(ids).toEqual(
    'backup move-accounts suica-refund apply-online last-debit bank-account-close'.split(' '),
  );
  const undated: Case = { carrier: 'ntt-docomo', reason: 'leaving-japan' };
  expect(parse(write(plan(undated, '2027-01-15')))).toEqual([]);
});

test('an application on the web takes the place of its window; its hour is said', () => {
  const linemo: Case = { carrier: 'linemo', departure: '2027-03-28' };
  const events = parse(write(plan(linemo, '2027-01-15')));
  const ids = events.map(({ id }) => id.split('.')[0]);
  expect(ids).toContain('apply-online');
  expect(ids).toContain('visit-keep-number');
  expect(ids).not.toContain('visit-save-month');
  const online = events.find(({ id }) => id.startsWith('apply-online'));
  expect(online?.description).toContain(words.byHour.ja.replace('{time}', '20:00'));
});

test('a port has its own words', () => {
  const port: Case = { carrier: 'ahamo', departure: '2027-03-28', line: { numberPlan: 'port-out' } };
  const titles = parse(write(plan(port, '2027-01-15'))).map(({ summary }) => summary);
  expect(titles).toContain(
    `${words.steps['apply-online/port-out']?.title.zhHans} / ${words.steps['apply-online/port-out']?.title.ja}`,
  );
});

test('the words are whole, in both languages, each in its own', () => {
  const used = new Set<string>();
  for (const carrier of factData.ids) {
    for (const numberPlan of ['cancel', 'port-out', 'park'] as const) {
      const input: Case = {
        ...customer,
        carrier,
        line: { numberPlan, contractStart: '2027-01-10', homeInternet: 'other' },
        answers: { instalmentsUntil: '2027-09-30' },
      };
      for (const step of plan(input, '2027-01-15').steps) used.add(step.id);
    }
  }
  for (const id of used) {
    if (id !== 'last-charged-period' && id !== 'last-bill') expect(words.steps[id], id).toBeDefined();
  }
  const kana = /[\u3040-\u30ff]/;
  const simplifiedOnly = /[\u8fd9\u4e3a\u8bf7\u8bdd\u7ebf\u5355\u529e]/;
  const texts = Object.values(words.steps).flatMap(({ title, description }) => [title, description]);
  for (const { zhHans, ja } of [
    ...Object.values(words.name),
    words.byHour,
    words.atHour,
    words.unknownDay,
    words.note,
    ...texts,
  ]) {
    expect(zhHans).not.toMatch(kana);
    expect(ja).not.toMatch(simplifiedOnly);
    expect(ja).toMatch(kana);
    expect(zhHans + ja).not.toMatch(/[~;+]/);
  }
  for (const { zhHans, ja } of Object.values(words.name)) expect(zhHans + ja).not.toMatch(/[,;\\]/);
  for (const { description } of Object.values(words.steps)) {
    expect(description.zhHans.endsWith('\u3002') && description.ja.endsWith('\u3002')).toBe(true);
  }
});

test('a sequence counts from 0 on the earliest day that can be planned from', () => {
  const text = write(plan(customer, '2000-01-01'), words, '2000-01-01T00:00:00Z');
  expect(text).toMatch(/SEQUENCE:0\b/u);
  expect(text).not.toMatch(/SEQUENCE:-/u);
});
