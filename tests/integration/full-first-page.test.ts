/** A case with every answer has the fullest first page: what does not fit is left out of it, and nothing fails. */
import { expect, test } from 'vitest';
import { CARRIER_IDS } from '#carrier-ids';
import type { Case } from '../../src/case/types.ts';
import { dumpText } from '../../src/page/dump-pages.ts';
import type { TextItem } from '../../src/page/types.ts';
import { FULL_CASE } from '../support/full-case.ts';
import { Setter } from './support/set-case.ts';

const setter = new Setter();
const { mnpCode, mnpCodeExpires, ...answers } = FULL_CASE.answers ?? {};
/** Twelve answers, and instalments that the drawing does not reach. */
const OWING: Case = { ...FULL_CASE, answers: { ...answers, instalmentsUntil: '2028-12-31' } };

/** Before the visit: what to bring and the gravest warning stand there as well. */
const { answers: _, ...PLANNED } = FULL_CASE;

const PRINTS = (['A4', 'B5', 'Letter'] as const).flatMap((paper) =>
  [false, true].map((large) => ({ paper, large })),
);

test.each(PRINTS)(
  'every carrier on $paper, large: $large',
  { timeout: 120_000 },
  async ({ paper, large }) => {
    const faults: string[] = [];
    for (const carrier of [...CARRIER_IDS, 'any'])
      for (const [name, customer] of Object.entries({ full: FULL_CASE, owing: OWING, planned: PLANNED })) {
        const input = { ...customer, carrier };
        const { pages, problems } = await setter.set(input, 'checklist', { paper, large });
        faults.push(
          ...problems.map(({ code, values }) => `${carrier} ${name} ${code} ${JSON.stringify(values)}`),
        );
        if (!pages) faults.push(`${carrier} ${name} is not set`);
      }
    expect(faults).toEqual([]);
  },
);

/** All events of the drawing lie on two days: it is too tall for the page. */
const TOMORROW: Case = {
  carrier: 'y-mobile',
  reason: 'leaving-japan',
  departure: '2027-03-28',
  line: { sim: 'physical', numberPlan: 'cancel' },
  handset: { instalments: 'none' },
  holder: { visitor: 'self', residenceUntil: '2027-04-01' },
  papers: ['residence-card'],
  accounts: ['wechat', 'suica', 'paypay', 'bank'],
};

test('a drawing without room goes alone: what to bring, codes and telephone stay', async () => {
  for (const paper of ['A4', 'Letter'] as const) {
    const { pages } = await setter.set(TOMORROW, 'checklist', { paper, today: '2027-03-27' });
    const [first = ''] = pages ? dumpText(pages).split('\n\n') : [];
    expect(first).not.toContain('从今天到最后一期账单');
    for (const head of ['带去门店', '《手机解约确认单》', '扫码查看', '官网、预约', '客服电话'])
      expect(first).toContain(head);
  }
});

test('a full page: a frame that sends its reader to the carrier has its number where the row has no room', async () => {
  const customer: Case = {
    carrier: 'ntt-docomo',
    departure: '2027-02-12',
    line: { contractStart: '2026-02-15', sim: 'esim' },
    handset: { instalments: 'none' },
    holder: { visitor: 'self', residenceUntil: '2027-03-01' },
    visit: { channel: 'shop', date: '2027-01-31', time: '18:30' },
    payment: { method: 'slip' },
    papers: ['residence-card', 'passport'],
  };
  const { pages } = await setter.set(customer, 'checklist', { today: '2027-01-31' });
  const [first = ''] = pages ? dumpText(pages).split('\n\n') : [];
  expect(first.match(/客服电话/gu)).toHaveLength(1);
  expect(first).toContain('151');
});

test('nothing to bring: telephone and codes begin at one height', async () => {
  const done: Case = { carrier: 'ahamo', departure: '2027-03-28', answers: { receiptNumber: 'D-1' } };
  for (const paper of ['A4', 'Letter'] as const) {
    const { pages } = await setter.set(done, 'checklist', { paper });
    const items = pages?.pages[0]?.items ?? [];
    const heights = ['客服电话', '扫码查看'].map(
      (head) => items.find((item) => item.kind === 'text' && item.text.startsWith(head)) as TextItem,
    );
    expect(heights[0]?.yPt).toBeCloseTo(heights[1]?.yPt ?? 0, 6);
  }
});
