/** Each item of the memo stands where its condition holds, and nowhere else. */
import { expect, test } from 'vitest';
import type { Case, Channel, NumberPlan } from '../../../src/case/types.ts';
import type { Flags } from '../../../src/fill/types.ts';
import { CARRIERS, changed, fill, textOf, viewOf } from './memo-fill.ts';

interface Sheet {
  name: string;
  customer: Case;
  is: Flags;
  counter: boolean;
  text: string;
  ids: Set<string>;
}

const PROFILES: Partial<Case>[] = [
  {},
  { reason: 'unused', handset: { instalments: 'none' }, payment: { method: 'credit-card' } },
  {
    line: { familyLines: true, homeInternet: 'same-carrier', pinKnown: false, sim: 'esim' },
    handset: { instalments: 'none', returnProgramme: true, boughtBefore202110: true },
    payment: { method: 'bank-account', bankAccountCloses: '2027-04-30' },
    holder: { visitor: 'family' },
  },
  { payment: { method: 'slip' }, holder: { visitor: 'with-interpreter' }, papers: [] },
];

const SHEETS: Sheet[] = [...CARRIERS, 'any'].flatMap((carrier) =>
  (['shop', 'web', 'phone'] as Channel[]).flatMap((channel) =>
    (['cancel', 'port-out', 'park'] as NumberPlan[]).flatMap((numberPlan) =>
      PROFILES.map((profile, index) => {
        const line = { ...profile.line, numberPlan };
        const customer = changed({ ...profile, carrier, line, visit: { channel, date: '2027-03-23' } });
        const { memo } = viewOf(customer);
        const text = textOf(fill('memo', customer));
        const ids = new Set([...memo.front, ...memo.further, ...memo.statements].map(({ id }) => id));
        const name = `${carrier} ${channel} ${numberPlan} ${index}`;
        return { name, customer, is: memo.is, counter: memo.counter, text, ids };
      }),
    ),
  ),
);

const has = (id: string) => (sheet: Sheet) => sheet.ids.has(id);
const says = (words: RegExp) => (sheet: Sheet) => words.test(sheet.text);
const always = () => true;
const counter = ({ counter: is }: Sheet) => is;
const notPort = ({ is }: Sheet) => !is.portOut;
const leaving = ({ is }: Sheet) => is.leaving;
const slips = (sheet: Sheet) => sheet.is.slipPays && leaving(sheet) && !sheet.is.park && !sheet.is.prepaid;
const other = ({ customer }: Sheet) => customer.holder?.visitor === 'family';
const owes = ({ customer }: Sheet) => customer.handset?.instalments === 'remaining';
const parkPays = (s: Sheet) => s.is.parkApplied && (!s.is.prepaid || owes(s));
const programme = ({ customer }: Sheet) => customer.handset?.returnProgramme === true;

/** Item, whether it is printed, whether it should be. */
const ITEMS: [string, (sheet: Sheet) => boolean, (sheet: Sheet) => boolean][] = [
  ['0a-0b', says(/このメモで確認させてください。/u), counter],
  ['0c', says(/画面や書類でも結構です。/u), counter],
  ['0d', says(/正式な書類ではありません。/u), always],
  ['0f', says(/通訳をする友人と来ました。/u), (s) => counter(s) && s.is.withInterpreter],
  ['0g', says(/契約者は私の[^。]*（続柄：子、父、母など）/u), (s) => counter(s) && other(s)],
  ['1a', says(/次の回線の解約をお願いします。/u), (s) => counter(s) && s.is.cancelling],
  ['1a port', says(/次の回線のMNP予約番号の発行/u), (s) => counter(s) && s.is.portOut],
  ['1a park', says(/次の回線の(?:電話番号保管|一時休止)を/u), (s) => counter(s) && s.is.park],
  ['1b', has('1b'), always],
  ['1c', says(/他社への乗り換え（MNP）ではありません。/u), (s) => counter(s) && s.is.cancelling],
  ['1d', has('1d'), ({ is }) => is.portOut],
  ['1e', has('1e'), always],
  ['1f', says(/完了の前に、ご回答を/u), counter],
  ['1h', says(/暗証番号は(?:自分で入力|契約者に確認)します。/u), (s) => counter(s) && !s.is.pinForgotten],
  ['1i', has('1i'), ({ is }) => is.pinForgotten],
  ['1j', has('1j'), ({ is }) => is.noChannel && !is.park],
  ['2a', has('2a'), (s) => notPort(s) && !s.is.parkByTopUp],
  ['3b', has('3b'), owes],
  ['3c', has('3c'), (s) => owes(s) || programme(s)],
  ['3d', has('3d'), programme],
  ['3e-3f', has('3e'), always],
  ['4a-4b', has('4a'), ({ is }) => !is.park],
  ['4c', has('4c'), ({ is }) => !is.park],
  ['4d', has('4d'), (s) => s.customer.payment?.method === 'bank-account' && (!s.is.park || parkPays(s))],
  [
    '4f',
    has('4f'),
    (s) => s.customer.payment?.bankAccountCloses === '2027-04-30' && !s.is.park && !s.is.prepaid,
  ],
  ['4h', has('4h'), (s) => leaving(s) && notPort(s)],
  ['4j', has('4j'), slips],
  ['5b', has('5b'), ({ is }) => !is.park],
  ['5e', has('5e'), ({ is }) => is.homeInternet],
  ['6a', has('6a'), ({ is }) => is.familyLines],
  ['6b', has('6b'), ({ is }) => is.familyLines],
  ['6c', has('6c'), (s) => s.is.homeInternetSameCarrier && leaving(s)],
  ['7a', has('7a'), ({ is }) => is.oldHandset],
  ['8a', says(/完了の控えをいただけますか。/u), (s) => notPort(s) && !s.is.parkByTopUp],
  ['8b', says(/受付番号/u), always],
  ['8c', says(/ご担当者（名字・任意）/u), always],
  ['8d', says(/ご対応いただき、ありがとうございます。/u), counter],
];

test.each(ITEMS)('%s', (_, printed, wanted) => {
  expect(SHEETS.filter((sheet) => printed(sheet) !== wanted(sheet)).map(({ name }) => name)).toEqual([]);
  expect(SHEETS.some(printed)).toBe(true);
});

/** Asked where no fact settles it, or where room is left: never without its condition, and somewhere. */
const WHERE_ASKED: [string, (sheet: Sheet) => boolean][] = [
  ['0e', (s) => counter(s) && !s.is.withInterpreter],
  ['1g', always],
  ['2b', notPort],
  ['2c', always],
  ['2d', always],
  ['3a', always],
  ['4e', leaving],
  ['4g', ({ is }) => !is.park],
  ['4i', ({ is }) => !is.park],
  ['5a', always],
  ['5c', ({ is }) => is.carrierMail],
  ['5d', always],
  ['6d', always],
  ['7b', ({ is }) => is.esim && !is.park],
  ['7c', (s) => owes(s) || programme(s)],
  ['7d', (s) => s.is.shop && s.is.cancelling && leaving(s) && s.customer.handset?.instalments === 'none'],
];

test.each(WHERE_ASKED)('%s, where it is asked', (id, allowed) => {
  const printed = SHEETS.filter(has(id));
  expect(printed.length).toBeGreaterThan(0);
  expect(printed.filter((sheet) => !allowed(sheet)).map(({ name }) => name)).toEqual([]);
});

test('the table names every item that a memo of these cases holds', () => {
  const named = new Set([...ITEMS, ...WHERE_ASKED].flatMap(([item]) => item.match(/\d[a-j]/gu) ?? []));
  const held = new Set(SHEETS.flatMap(({ ids }) => [...ids]));
  expect([...held].filter((id) => !named.has(id) && !id.startsWith('9'))).toEqual([]);
});
