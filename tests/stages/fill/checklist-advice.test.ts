import { expect, test } from 'vitest';
import { LEAVER, stepIds, textOf, viewOf } from './fill-case.ts';

test('only the last window is left: no month is said to be saved by an earlier day', () => {
  const choose = (departure: string) => textOf('checklist', { ...LEAVER, carrier: 'softbank', departure });
  expect(choose('2027-03-28')).toContain('早一期省一个月');
  expect(choose('2027-01-20')).toContain('选到店日');
  expect(choose('2027-01-20')).not.toContain('早一期省一个月');
});

test('PayPay is named to who stays, too: its number is changed', () => {
  const staying = { carrier: 'ahamo', reason: 'unused', accounts: ['paypay'] };
  const text = textOf('checklist', staying);
  expect(text).toContain('PayPay换登记号码');
  expect(text).toContain('PayPayに登録した番号を変える');
  expect(text).not.toMatch(/提现|出金/u);
  expect(stepIds(viewOf({ ...staying, line: { numberPlan: 'port-out' } }))).not.toContain('paypay');
  expect(textOf('checklist', { ...LEAVER, accounts: ['paypay'] })).toContain(
    'PayPayの残高を使い切るか出金する',
  );
});

test('the number that a bank or a site has on file is not the line: it is no 電話番号の変更', () => {
  for (const input of [LEAVER, { carrier: 'ahamo', reason: 'unused' }])
    expect(textOf('checklist', input)).not.toMatch(/電話番号を変/u);
  const text = textOf('checklist', LEAVER);
  expect(text).toContain('銀行・カードに登録した番号を変える');
  expect(text).toContain('使い切るか払いもどす');
});

test('the first year of a contract is not said of one whose start is unknown', () => {
  expect(textOf('checklist', LEAVER)).toContain('签约不满1年就解约的，可能收违约金');
  const young = { ...LEAVER, line: { contractStart: '2026-11-01' } };
  expect(textOf('checklist', young)).toContain('11月1日签约，未满1年，解约可能收违约金');
});

test('port-out: the bar past the code says that it begins with the opening, and one-stop needs no code', () => {
  for (const channel of ['web', 'shop']) {
    const input = {
      carrier: 'ntt-docomo',
      reason: 'switching',
      line: { numberPlan: 'port-out' },
      visit: { channel, date: '2027-01-25' },
    };
    const text = textOf('checklist', input);
    expect(text).toContain('开通后到新公司 開通後は新しい会社');
    expect(text).toContain('ワンストップでないときは、MNP予約番号を');
  }
});

test('port-out: the new line is opened before the departure, and before a closing day that lies between', () => {
  const port = (input: object) =>
    textOf('checklist', { carrier: 'softbank', line: { numberPlan: 'port-out', closingDay: 10 }, ...input });
  const shop = (date: string) => ({ visit: { channel: 'shop', date } });
  const leaving = port({ reason: 'leaving-japan', departure: '2027-01-20', ...shop('2027-01-15') });
  expect(leaving).toContain('最晚1月19日 周二 出国前在新公司开通，旧合同自动解约');
  expect(leaving).toContain('不等于解约；出国后收不到SIM卡，在留卡也交回了 出国の前に乗り換え先で開通する');
  const switching = port({ reason: 'switching', ...shop('2027-02-08') });
  expect(switching).toContain('过了账单结算日才开通，要多付一期，最后扣款也会晚一个月');
  expect(switching).toContain('締め日までに乗り換え先で開通する');
  expect(port({ reason: 'switching', ...shop('2027-01-25') })).toContain(
    '只拿到预约号码不等于解约 乗り換え先で開通',
  );
});

test('port-out without a day: the code is fetched on the day of the procedure', () => {
  const view = viewOf({ carrier: 'ntt-docomo', reason: 'switching', line: { numberPlan: 'port-out' } });
  const code = view.checklist.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'port-code');
  expect(code?.when).toMatchObject({ kind: 'relative', spread: false, relative: { from: 0, to: 0 } });
});

test('an account that goes before the visit is kept first, and the memo asks how long', () => {
  const input = {
    carrier: 'au',
    departure: '2027-05-06',
    visit: { channel: 'shop', date: '2027-05-01' },
    payment: { method: 'bank-account', bankAccountCloses: '2027-04-30' },
    handset: { instalments: 'none' },
  };
  const text = textOf('checklist', input);
  expect(text).toContain('银行账户4月30日注销，早于办完手续：先推迟，请等到');
  expect(text).toContain('最晚4月28日 周三 先推迟注销银行账户，办完手续再定日期');
  expect(text).toContain('口座の解約を手続きの後に延ばす');
  expect(stepIds(viewOf(input))).not.toContain('bank-closes-early');
  expect(textOf('memo', input)).toContain('口座はいつまで残せばよいですか。 银行账户要保留到哪天？');
  const later = textOf('memo', { ...input, payment: { bankAccountCloses: '2027-05-31' } });
  expect(later).toContain('間に合う見込みです');
  const owing = { ...input, handset: { instalments: 'remaining' } };
  expect(textOf('checklist', owing)).toContain('先推迟，问清手机分期哪个月付完再定');
  expect(textOf('memo', owing)).toContain('银行账户要保留到哪天？分期扣款也算在内');
});

test('an account that pays for a parked number is not closed without a word', () => {
  const input = (handset: string) => ({
    ...LEAVER,
    carrier: 'ntt-docomo',
    line: { numberPlan: 'park' },
    handset: { instalments: handset },
    payment: { method: 'bank-account', bankAccountCloses: '2027-04-30' },
  });
  const owing = textOf('checklist', input('remaining'));
  expect(owing).toContain('号码保留期间和手机分期都要从账户扣款，4月30日注销会扣不了');
  expect(owing).toContain('番号の保管料と分割払いの引き落としができなくなります。');
  expect(owing).toContain('注销银行账户之前，先改付款方式');
  expect(textOf('memo', input('remaining'))).toContain('保管料と分割は、別の方法で払えますか。');
  expect(textOf('memo', input('none'))).toContain('保管料は、別の方法で払えますか。');
  const povo = { ...input('none'), carrier: 'povo2' };
  expect(viewOf(povo).checklist.warning?.partial).not.toBe('warnings/bank-closes-while-parked');
});

test('what is rented is returned before the departure, and by the day that the clerk wrote', () => {
  const answers = { lineEnds: '2027-03-23', returnBy: '2027-04-10' };
  const text = (returnBy: string) =>
    textOf(
      'checklist',
      { ...LEAVER, departure: '2027-03-28', answers: { ...answers, returnBy } },
      { today: '2027-03-24' },
    );
  expect(text('2027-04-10')).toContain('最晚3月28日 周日 归还路由器等租借的设备 期限4月10日，出国前要还');
  expect(text('2027-04-10')).toContain('出国の前にレンタル機器を返却する');
  expect(text('2027-03-27')).toContain('最晚3月27日 周六 归还路由器等租借的设备 晚还可能收费');
});

test('a handset of a return programme is not sold', () => {
  const text = (returnProgramme: boolean) =>
    textOf('checklist', { ...LEAVER, handset: { instalments: 'remaining', returnProgramme } });
  expect(text(true)).toContain('加入还机计划的手机不要卖 要还的话，出国前办好，方法问店员');
  expect(text(true)).toContain('返却プログラムの端末は売らず、返すなら出国の前に手続きする');
  expect(text(true)).not.toContain('卖手机之前');
  expect(text(false)).toContain('卖手机之前，先看分期余款');
});

test('moving out without an office day: the town office is asked at once', () => {
  const text = (today: string) => textOf('checklist', { ...LEAVER, departure: '2027-03-28' }, { today });
  expect(text('2027-03-27')).toContain('尽快 马上问区役所（市役所）：迁出申报能不能邮寄，或由别人代办');
  expect(text('2027-03-27')).toContain('開庁日がないため、郵送や代理での転出届を役所に確認する');
  expect(text('2027-03-25')).toContain('最晚3月26日 周五 到区役所（市役所）办理迁出申报');
});

test('the bank is asked while the residence card is good', () => {
  const input = { ...LEAVER, carrier: 'ntt-docomo', departure: '2027-03-28', visit: { date: '2027-03-23' } };
  const text = textOf('checklist', { ...input, holder: { residenceUntil: '2027-03-14' } });
  expect(text).toContain('最晚3月12日 周五 问银行：');
});

test('who has left is given the number that is reached from abroad first, in the frame as well', () => {
  const input = { carrier: 'au', reason: 'leaving-japan', departure: '2027-01-31' };
  const { phones, warning } = viewOf(input, { today: '2027-02-10' }).checklist;
  expect(phones.map(({ number, fromAbroad }) => [number, fromAbroad])).toEqual([
    ['+81-3-6670-6944', true],
    ['0120-959-476', false],
  ]);
  expect(warning?.phone?.number).toBe('+81-3-6670-6944');
  expect(textOf('checklist', input, { today: '2027-02-10' })).toContain(
    '客服电话（海外拨打，请确认）+81-3-6670-6944電話（海外から、要確認）',
  );
  expect(viewOf(input).checklist.phones[0]?.fromAbroad).toBe(false);
});

test('a frame that sends its reader to the carrier names a telephone number, the others do not', () => {
  const visit = (date: string) => ({ channel: 'shop', date });
  const docomo = { ...LEAVER, carrier: 'ntt-docomo', departure: '2027-02-12' };
  const asks = viewOf({ ...docomo, visit: visit('2027-01-31') }, { today: '2027-01-31' }).checklist.warning;
  expect(asks).toMatchObject({ partial: 'warnings/visit-may-cost-a-month', phone: { number: '151' } });
  const other = viewOf({ ...docomo, visit: visit('2027-02-20') }).checklist.warning;
  expect(other).toMatchObject({ partial: 'warnings/visit-after-departure', phone: null });
});

test('a fee that ends after the departure is not waited for', () => {
  const contractStart = '2026-06-10';
  const stays = { ...LEAVER, line: { contractStart }, departure: undefined, reason: 'unused' };
  expect(stepIds(viewOf(stays))).toContain('short-term-fee-ends');
  expect(stepIds(viewOf({ ...LEAVER, line: { contractStart } }))).not.toContain('short-term-fee-ends');
  const later = { ...LEAVER, line: { contractStart }, departure: '2027-06-10' };
  expect(stepIds(viewOf(later))).toContain('short-term-fee-ends');
});

test('the bank is asked about the departure and about the end of residence, where both come first', () => {
  const both = { ...LEAVER, holder: { residenceUntil: '2027-04-15' } };
  expect(textOf('checklist', both)).toContain('出国后、在留期限后还能扣款吗');
  expect(textOf('checklist', LEAVER)).toContain('出国以后还能扣款吗');
});

test('what nobody answered is a line, and no answer', () => {
  expect(textOf('checklist', { carrier: 'au' })).not.toContain('不离开');
  expect(textOf('checklist', { carrier: 'au', reason: 'unused' })).toContain('不离开');
});

test('a month is saved for sure only where it is known to be charged in full', () => {
  expect(textOf('checklist', { ...LEAVER, carrier: 'hanacell' })).toContain('可能省一个月');
  expect(textOf('checklist', LEAVER)).not.toContain('可能省一个月');
});

const stepOf = (input: object, id: string) =>
  viewOf({ ...LEAVER, ...input })
    .checklist.phases.flatMap(({ steps }) => steps)
    .find((step) => step.id === id);

test('home internet: who leaves asks at once, for some want months of notice; who stays, before the accounts', () => {
  const line = { homeInternet: 'other' };
  expect(stepOf({ line }, 'home-internet-leaving')?.when.moment).toBe('soon');
  expect(textOf('checklist', { ...LEAVER, line })).toContain('有的要提前两三个月申请');
  expect(stepOf({ line, reason: 'unused' }, 'home-internet')?.when.moment).toBeNull();
});

test('what is asked for on page one has its step', () => {
  const { urgent } = viewOf({ ...LEAVER, carrier: 'jcom-mobile' }).checklist;
  const day = urgent.find(({ id }) => id === 'contact-carrier')?.when.to;
  expect(day).toBeDefined();
  expect(stepOf({ carrier: 'jcom-mobile' }, 'contact-carrier')?.when.to).toBe(day);
  expect(stepOf({ carrier: 'gs-mobile' }, 'contact-carrier-leaving')?.when.to).toBe('2027-03-18');
  expect(stepOf({ carrier: 'gs-mobile' }, 'leaving-rule')).toBeUndefined();
});

test('BIGLOBE: the membership that goes on costing has a step after the procedure', () => {
  expect(stepOf({ carrier: 'biglobe-mobile' }, 'membership')?.when.moment).toBe('after-procedure');
  expect(textOf('checklist', { ...LEAVER, carrier: 'biglobe-mobile' })).toContain('把基本会员也注销');
  expect(stepOf({}, 'membership')).toBeUndefined();
});

test.each(['sakura-mobile', 'smiles-connect'])('%s: a deposit is no last bill', (carrier) => {
  const { costs } = viewOf({ ...LEAVER, carrier }).checklist;
  const bill = costs.find(({ id }) => id === 'last-bill');
  const deposit = costs.find(({ id }) => id === 'deposit');
  expect(bill?.fact).toBeNull();
  expect(deposit?.fact?.value).toBe('deposit-refund');
  expect(deposit?.tie?.ids).toEqual(['4g']);
  expect(viewOf(LEAVER).checklist.costs.map(({ id }) => id)).not.toContain('deposit');
});

test('prepaid: nothing is said to be charged each month, and data is used until the eve of the procedure', () => {
  const text = textOf('checklist', { ...LEAVER, carrier: 'povo2' });
  expect(text).toContain('不建议。虽然不收基本费，自动解除之前合同一直还在');
  expect(text).not.toContain('每个月都会继续收费');
  expect(textOf('checklist', LEAVER)).toContain('不解约，每个月都会继续收费');
  const eve = stepOf({ carrier: 'povo2' }, 'backup')?.when.to;
  expect(stepOf({ carrier: 'povo2' }, 'balance-prepaid')?.when.to).toBe(eve);
});

test('telephones: another desk is pointed to, and nothing is to be confirmed twice', () => {
  expect(textOf('checklist', { ...LEAVER, carrier: 'rakuten-mobile' })).toContain('其他号码见“其他客服”');
  expect(textOf('checklist', { ...LEAVER, carrier: 'sakura-mobile' })).not.toContain('其他号码见');
  const unsure = textOf('checklist', { ...LEAVER, carrier: 'qt-mobile' });
  expect(unsure).toContain('时间和能否办理请确认');
  expect(unsure).not.toContain('时间请确认，请确认');
});

test('the SIM goes back: only what is not known is to be asked', () => {
  const tail = (carrier: string) =>
    /(?<=SIM卡).{0,60}办理时问清.{0,12}/u.exec(
      textOf('checklist', { ...LEAVER, carrier }).replace(/\s/gu, ''),
    )?.[0] ?? '';
  expect(tail('gtn-mobile')).toContain('寄到哪里、期限哪天');
  expect(tail('japasim')).toContain('寄到哪里');
  expect(tail('japasim')).not.toContain('期限哪天');
  expect(tail('nuro-mobile')).toContain('期限哪天');
  expect(tail('nuro-mobile')).not.toContain('寄到哪里');
  for (const carrier of ['gtn-mobile', 'japasim'])
    expect(textOf('memo', { ...LEAVER, carrier })).toContain('返却が必要');
});
