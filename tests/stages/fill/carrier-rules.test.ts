/** Where a carrier's own rule decides what a step says: its cycle, its app, its deadline, its fees. */
import { expect, test } from 'vitest';
import type { StepView } from '../../../src/fill/checklist-types.ts';
import { LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

const LEAVES = { departure: '2027-03-15' };

function step(id: string, input: object): StepView {
  const found = viewOf(input)
    .checklist.phases.flatMap(({ steps }) => steps)
    .find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

test('a line that ends with its cycle: the day of the contract is looked up first', () => {
  for (const [carrier, zh, ja] of [
    ['b-mobile', '查合同的签约日期', '契約日を確認する'],
    ['his-mobile', '查合同的开通日期', '利用開始日を確認する'],
  ]) {
    const text = textOf('checklist', { ...LEAVES, carrier });
    expect(text).toContain(`尽快 ${zh} 每个计费周期在对应日的前一天结束，那天是最晚申请日`);
    expect(text).toContain(`${ja}（料金月の最終日＝申し込みの期限）`);
    expect(text).toContain('最晚计费周期最后一天');
    expect(text).not.toContain('账单结算日当天');
    expect(stepIds(viewOf({ ...LEAVES, carrier }))).not.toContain('check-contract');
    const known = { ...LEAVES, carrier, line: { contractStart: '2026-10-05' } };
    expect(stepIds(viewOf(known))).not.toContain('find-cycle');
  }
});

test('a closing day is called month end where the carrier says so, and only there', () => {
  const withoutDay = (carrier: string) => textOf('checklist', { carrier, reason: 'leaving-japan' });
  expect(withoutDay('linemo')).toContain('选办理日：月底前2–6天或出国前3–7天');
  expect(withoutDay('linemo')).toContain('月末の2日前まで');
  expect(withoutDay('softbank')).toContain('账单结算日前2–6天');
  expect(withoutDay('irumo-docomo-mini')).toContain('账单结算日前2–6天');
});

test('who can only cancel in an app is sent to it, and hears that arrears block it', () => {
  const text = textOf('checklist', { ...LEAVES, carrier: 'smiles-connect' });
  expect(text).toMatch(/App申请 ?アプリ申し込み/u);
  expect(text).toContain('在App的“Plan”里申请解约（短信验证），找不到就问客服');
  expect(text).toContain('アプリの「Plan」から解約を申し込む');
  expect(text).toContain('有欠费就不能解约，先付清');
  expect(text).toContain('（未払いがあると解約できない）');
  expect(text).not.toMatch(/网上申请|Web申し込み|登录会员网页|二维码/u);
  expect(textOf('checklist', { ...LEAVES, carrier: 'ahamo' })).not.toContain('App申请');
});

test('a deadline that nobody says is marked low and told to be one', () => {
  const input = { ...LEAVES, carrier: 'nuro-mobile' };
  expect(step('web-submit', input).mark?.level).toBe('low');
  const text = textOf('checklist', input);
  expect(text).toContain('期限没有查到，这里按月底推算，请提前几天申请');
  expect(text).toContain('（期限は要確認。月末として計算）');
  expect(text).toContain('申请解约（期限请确认） 解約を申し込む（期限は要確認）');
  expect(text).toContain('申请期限请确认。推算日期时，按月底计算');
  expect(textOf('checklist', { ...LEAVES, carrier: 'aeon-mobile' })).not.toContain('期限没有查到');
});

test('the last day to apply has a place on the first page, with its hour, and in the shop', () => {
  const input = { ...LEAVES, carrier: 'aeon-mobile', visit: { channel: 'shop' } };
  const { urgent, timeline } = viewOf(input).checklist;
  expect(urgent.map(({ id }) => id)).toEqual(['decide-number', 'move-accounts', 'application-deadline']);
  expect(urgent[2]?.when).toMatchObject({ to: '2027-02-27', time: '17:59' });
  const drawn = timeline?.events.find(({ id }) => id === 'application-deadline');
  expect(drawn).toMatchObject({ from: '2027-02-27', time: '17:59' });
  expect(step('shop-deadline', input).when).toMatchObject({ kind: 'by', to: '2027-02-27', time: '17:59' });
  expect(stepIds(viewOf(LEAVER))).not.toContain('shop-deadline');
});

test('what the web desk does not do for this customer is told where the entry is looked for', () => {
  const docomo = { ...LEAVES, carrier: 'ntt-docomo', visit: { channel: 'web' } };
  const paired = textOf('checklist', { ...docomo, line: { homeInternet: 'same-carrier' } });
  expect(paired).toContain('部分合同不能网上办理（如与docomo光绑定的号码），不行就预约门店');
  expect(paired).toContain('Webで解約できるか確認し、できないときは来店予約をする');
  expect(stepIds(viewOf({ ...docomo, line: { homeInternet: 'other' } }))).not.toContain('web-exception');
  const uq = { ...LEAVES, carrier: 'uq-mobile', visit: { channel: 'web' } };
  expect(stepIds(viewOf({ ...uq, handset: { returnProgramme: true } }))).toContain('web-exception');
  expect(stepIds(viewOf({ ...uq, handset: { returnProgramme: false } }))).toContain('web-entry');
});

test('a code that costs nothing on the web and something by phone says so', () => {
  const text = textOf('checklist', { ...LEAVES, carrier: 'qt-mobile', line: { numberPlan: 'port-out' } });
  expect(text).toContain('网上办理免费，电话办理1,100日元；号码有10位数字');
  expect(text).toContain('MNP予約番号を受け取る（Webは無料、電話は1,100円）');
});

test('why the day of the contract counts is the carrier’s own reason', () => {
  const reason = (carrier: string, contractStart?: string) => {
    const line = contractStart === undefined ? {} : { contractStart };
    return textOf('checklist', { carrier, departure: '2027-02-20', line });
  };
  expect(reason('mineo', '2027-01-05')).toContain('2月28日以前解约，基本费收全月');
  expect(reason('mineo', '2027-01-05')).toContain('2月28日までに解約すると、基本料は1か月分');
  expect(reason('mineo')).toContain('开通次月的月底以前解约，基本费收全月');
  expect(reason('iijmio')).toContain('查合同的签约日期 最早可在开通次月的月底解约');
  expect(reason('povo2', '2027-01-05')).toContain('查合同的签约日期 无违约金；签约不满1年的，请先确认');
  expect(reason('japasim', '2027-01-05')).toContain('1月5日签约，未满4个月');
  for (const carrier of ['mineo', 'iijmio', 'povo2'])
    expect(reason(carrier, '2027-01-05')).not.toMatch(/未满1年，|就解约的，可能收违约金/u);
  // Four months have gone by; the month in full has; the fee of a year has not.
  expect(reason('japasim', '2026-08-05')).not.toContain('查合同的签约日期');
  expect(reason('mineo', '2026-08-05')).not.toContain('查合同的签约日期');
  expect(reason('ntt-docomo', '2026-08-05')).toContain('查合同的签约日期');
});

test('the first day on which a line may end is told, not set as a task of that day', () => {
  const input = { carrier: 'iijmio', departure: '2027-03-28', line: { contractStart: '2027-01-05' } };
  expect(step('minimum-term', input).when.to).not.toBe('2027-02-28');
  expect(textOf('checklist', input)).toContain('最早可以解约的日期：2月28日（据称）');
  expect(textOf('checklist', input)).toContain('解約できる最も早い日は2月28日（との情報）');
  const port = { ...input, line: { ...input.line, numberPlan: 'port-out' } };
  expect(textOf('checklist', port)).toContain('问清2月28日之前能不能转网');
  expect(textOf('checklist', port)).not.toContain('最早可以解约的日期');
});

test('a number that is not for everybody says whom it is for; hours stand beside the numbers', () => {
  const text = (carrier: string) => textOf('checklist', { ...LEAVES, carrier });
  expect(text('jcom-mobile')).toMatch(/0120-938-362 9:00至18:00，服务区外 ?エリア外/u);
  expect(text('au')).toContain('中文 0120-959-476（免费，9:00至20:00）');
  expect(text('au')).toContain('電話から）。9:00から20:00まで');
  expect(text('au')).toContain('电话0077-75470（9:00至20:00）');
  expect(text('y-mobile')).toContain('0800-919-4534（仅日语，10:00至19:00）');
  expect(text('rakuten-mobile')).toContain('050-5434-4653（9:00至17:00');
});

test('a fee that hangs on conditions names them, while the contract is young', () => {
  const text = (line: object) => textOf('checklist', { ...LEAVER, line });
  expect(text({})).toContain('几乎没有使用，或过去1年内同一名义的其他号码也在1年内解约');
  expect(text({})).toContain('利用実態がない場合');
  expect(text({ contractStart: '2024-01-05' })).not.toContain('几乎没有使用');
});

test('who goes to no shop is not told to stay away from it, nor to ask there', () => {
  const late = { ...LEAVER, carrier: 'au', departure: '2027-03-28' };
  const options = { today: '2027-02-27' };
  expect(textOf('checklist', late, options)).toContain('账号没换绑完，就别去');
  const web = textOf('checklist', { ...late, visit: { channel: 'web' } }, options);
  expect(web).toContain('账号没换绑完，先别办');
  expect(web).not.toMatch(/就别去|交还，请向门店确认/u);
});
