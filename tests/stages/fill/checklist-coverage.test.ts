/** The least that the checklist covers (P1–P4, O1–O5, S1–S4, Q1–Q4), each where its condition holds and nowhere else. */
import { expect, test } from 'vitest';
import type { View } from '../../../src/fill/types.ts';
import { carrierIds, htmlOf, LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

const step = (id: string) => (view: View) => stepIds(view).includes(id);
const faq = (id: string) => (view: View) => view.checklist.faq.some((entry) => entry.id === id);
const cancels = ({ checklist: { is } }: View) => !is.portOut && !is.park;
const inShop = ({ checklist: { is } }: View) => is.shop && !is.park;
const online = ({ checklist: { is } }: View) => is.web && !is.park;
const applies = ({ checklist: { is } }: View) => is.parkApplied;
const always = () => true;

/** Subject, whether it is printed, whether it should be. */
const SUBJECTS: [string, (view: View) => boolean, (view: View) => boolean][] = [
  [
    'P1 contract period',
    (view) => ['check-contract', 'check-free-contract', 'find-cycle'].some((id) => step(id)(view)),
    ({ checklist }) => !checklist.is.park,
  ],
  ['P2 balance', (view) => step('balance')(view) || step('balance-prepaid')(view), always],
  ['P3 backup', step('backup'), always],
  ['P4 identity papers', step('papers'), ({ checklist }) => checklist.is.shop],
  ['O1 sign in', step('web-login'), (view) => online(view) || (view.checklist.is.web && applies(view))],
  ['O2 find the entry', (view) => ['web-entry', 'app-entry'].some((id) => step(id)(view)), online],
  ['O3 fill in', step('web-fill'), online],
  ['O4 submit', step('web-submit'), online],
  ['O5 wait', step('web-wait'), (view) => online(view) && !view.checklist.is.portOut],
  [
    'S1 bring',
    ({ checklist }) => checklist.bring.some(({ partial }) => partial === 'bring/residence-card'),
    ({ checklist }) => checklist.is.shop,
  ],
  ['S2 book', step('book-shop'), ({ checklist }) => checklist.is.shop],
  ['S3 check and sign', step('sign'), inShop],
  ['parking, in a shop', step('park-shop'), (view) => view.checklist.is.shop && applies(view)],
  ['parking, online', step('park-web'), (view) => view.checklist.is.web && applies(view)],
  ['proof, in a shop', step('receipt'), (view) => inShop(view) || (view.checklist.is.shop && applies(view))],
  ['S4 reset the phone', step('erase'), cancels],
  ['Q1 reactivation', faq('reactivate'), cancels],
  ['Q2 fee', faq('fee'), ({ checklist }) => !checklist.is.park],
  ['Q3 balance', faq('balance'), always],
  ['Q4 when it takes effect', faq('when'), cancels],
];

const VIEWS: View[] = carrierIds.flatMap((carrier) =>
  (['shop', 'web', 'phone', 'undecided'] as const).flatMap((channel) =>
    (['cancel', 'port-out', 'park'] as const).map((numberPlan) =>
      viewOf({ ...LEAVER, carrier, visit: { channel }, line: { numberPlan } }),
    ),
  ),
);

test.each(SUBJECTS)('%s', (_, printed, wanted) => {
  const wrong = VIEWS.filter((view) => printed(view) !== wanted(view));
  expect(wrong.map(({ checklist: { carrier, visit } }) => [carrier.id, visit.channel])).toEqual([]);
  expect(VIEWS.some(printed)).toBe(true);
});

test('what the article promises and sources contradict is not printed', () => {
  for (const carrier of carrierIds) {
    const text = textOf('checklist', { ...LEAVER, carrier });
    // Q4 of the article: seven to ten working days.
    expect(text).not.toMatch(/7[–-]10个工作日|两年合同违约/u);
    // "0 yen" of a fee that depends on the contract.
    // A basic charge of 0 is the plan's, not a fee for leaving.
    expect(text.replace(/基本(费|料)は?0(日元|円)/gu, '')).not.toMatch(/(?<![\d,.:])0(日元|円)/u);
  }
});

test('facts with the same label share it, each with its own mark', () => {
  const { known } = viewOf({ ...LEAVER, carrier: 'softbank' }).checklist;
  const documents = known.filter(({ id }) => id === 'documents');
  expect(documents.map(({ rows, more }) => [rows, more])).toEqual([
    [4, false],
    [3, true],
    [2, true],
    [1, true],
  ]);
  expect(new Set(documents.map(({ mark }) => mark?.level))).toEqual(new Set(['low', 'medium']));
  for (const carrier of carrierIds) {
    const html = htmlOf('checklist', { ...LEAVER, carrier });
    const labels = [...html.matchAll(/<th [^>]*>(.*?)<\/th>/gsu)].map(([, label]) => label);
    expect(labels, carrier).toEqual([...new Set(labels)]);
    const parts = [...html.matchAll(/<table class="facts">(.*?)<\/table>/gsu)].map(([, table]) => table!);
    for (const table of parts) {
      const spans = [...table.matchAll(/<th [^>]*?>/gu)].map(([th]) =>
        Number(/rowspan="(\d)"/u.exec(th)?.[1] ?? 1),
      );
      expect(spans.reduce((sum, rows) => sum + rows, 0)).toBe(table.split('<tr').length - 1);
    }
  }
});

test('no source is cited for what no source says, and low confidence is marked', () => {
  for (const carrier of carrierIds) {
    const { checklist } = viewOf({ ...LEAVER, carrier });
    for (const { fact, mark } of [...checklist.costs, ...checklist.known]) {
      expect(mark === null).toBe(fact === null);
      if (fact?.word === 'please-confirm') expect(mark?.level).toBe('low');
      if (fact?.word === 'official') expect(mark?.level).toBe('high');
    }
  }
});
