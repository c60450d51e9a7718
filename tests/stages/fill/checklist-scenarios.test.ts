import { expect, test } from 'vitest';
import { carrierIds, htmlOf, LEAVER, phaseIds, stepIds, textOf, viewOf } from './fill-case.ts';

test('docomo in a shop: booking, papers, the day, and no online path', () => {
  const view = viewOf({ ...LEAVER, accounts: ['wechat', 'suica'], handset: { instalments: 'remaining' } });
  const ids = stepIds(view);
  expect(phaseIds(LEAVER)).toEqual(
    'decide accounts backup money shop-before shop-day after departure bills'.split(' '),
  );
  expect(ids).toEqual(expect.arrayContaining(['book-shop', 'papers', 'answers', 'receipt', 'suica-refund']));
  expect(ids).not.toContain('move-alipay');
  expect(ids.filter((id) => id.startsWith('web-'))).toEqual([]);
});

test('the numbers run from 1 without a gap', () => {
  const numbers = viewOf(LEAVER).checklist.phases.flatMap(({ steps }) => steps.map(({ number }) => number));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('three urgent dates, the nearest first, last days included', () => {
  const { urgent } = viewOf(LEAVER).checklist;
  expect(urgent.map(({ id, when }) => [id, when.kind, when.kind === 'from' ? when.from : when.to])).toEqual([
    ['book-shop', 'from', '2027-01-23'],
    ['decide-number', 'by', '2027-02-11'],
    ['move-accounts', 'by', '2027-02-21'],
  ]);
  expect(textOf('checklist', LEAVER)).toContain('还有27天');
});

test('online-only: the online path O1 to O5 and no shop, also where a shop was asked for', () => {
  for (const channel of ['web', 'shop', 'undecided']) {
    const input = { ...LEAVER, carrier: 'ahamo', visit: { channel } };
    const ids = stepIds(viewOf(input));
    expect(ids).toEqual(
      expect.arrayContaining(['web-login', 'web-entry', 'web-fill', 'web-submit', 'web-wait']),
    );
    expect(phaseIds(input).filter((id) => id.startsWith('shop') || id.startsWith('phone'))).toEqual([]);
    expect(htmlOf('checklist', input)).not.toContain('script-row');
  }
});

test('phone-only: the phone path with a script to say', () => {
  const input = { ...LEAVER, carrier: 'qt-mobile', visit: { channel: 'undecided' } };
  expect(phaseIds(input)).toEqual(expect.arrayContaining(['phone-before', 'phone-day']));
  expect(stepIds(viewOf(input))).not.toContain('ask-channel');
  expect(textOf('checklist', input)).toContain('解約の手続きをお願いします。');
  expect(textOf('checklist', input)).toContain('0120-986-008');
});

test.each(['gtn-mobile', 'hanacell', 'gs-mobile', 'japasim'])(
  '%s: no known channel, and it says so',
  (carrier) => {
    for (const channel of ['shop', 'web', 'phone', 'undecided']) {
      const input = { ...LEAVER, carrier, visit: { channel } };
      const view = viewOf(input);
      expect(view.checklist.is.noChannel).toBe(true);
      expect(stepIds(view)).toContain('ask-channel');
      expect(phaseIds(input).filter((id) => id.startsWith('shop') || id.startsWith('web'))).toEqual([]);
      const text = textOf('checklist', input);
      expect(text).toContain('没有查到公开的办理方法');
      expect(text).toContain('解約の方法を教えていただけますか。');
    }
  },
);

test('port-out: nothing asks for a cancellation', () => {
  for (const channel of ['shop', 'web', 'phone']) {
    const input = { ...LEAVER, carrier: 'qt-mobile', visit: { channel }, line: { numberPlan: 'port-out' } };
    expect(textOf('checklist', input)).not.toContain('解約の手続きをお願いします');
    expect(textOf('checklist', input)).not.toContain('我要办理解约');
  }
  const ids = stepIds(viewOf({ ...LEAVER, line: { numberPlan: 'port-out' } }));
  expect(ids).toEqual(expect.arrayContaining(['port-choose', 'port-one-stop', 'port-code', 'port-activate']));
  expect(ids).not.toContain('decide-number');
  expect(ids).not.toContain('move-wechat');
});

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

test('port-out: the number does not stop, it moves', () => {
  const input = { ...LEAVER, line: { numberPlan: 'port-out' } };
  const text = textOf('checklist', input);
  expect(text).toContain('开通后到新公司');
  expect(text).toContain('開通後は新しい会社');
  expect(text).not.toMatch(/号码停用|電話・SMSは使えない/u);
  const booked = viewOf({
    ...input,
    visit: { channel: 'web', date: '2027-03-24', time: '23:00' },
    carrier: 'linemo',
  });
  const moves = booked.checklist.timeline?.events.find(({ id }) => id === 'line-ends');
  expect(moves?.zh).toBe('转到新公司');
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
      const text = textOf('checklist', input);
      expect(text).not.toMatch(/解約月|解约当月|解約後も使えるメール|号码失效|解约的入口/u);
      expect(text).toContain('停机保号不是解约，合同和号码都还在。');
    }
  }
});

test('the sheet for a call or a web page is called by its own name, on both sides', () => {
  for (const [carrier, channel] of [
    ['ahamo', 'web'],
    ['qt-mobile', 'phone'],
    ['gtn-mobile', 'undecided'],
    ['ntt-docomo', 'shop'],
  ]) {
    for (const numberPlan of ['cancel', 'port-out', 'park']) {
      const input = { ...LEAVER, carrier, visit: { channel }, line: { numberPlan } };
      const [checklist, memo] = [textOf('checklist', input), textOf('memo', input)];
      const [zh, ja] = channel === 'shop' ? ['确认单', '確認メモ'] : ['记录单', '記録メモ'];
      const [notZh, notJa] = channel === 'shop' ? ['记录单', '記録メモ'] : ['确认单', '確認メモ'];
      for (const text of [checklist, memo]) {
        expect(text, carrier).toContain(zh);
        expect(text, carrier).toContain(ja);
        expect(text, carrier).not.toContain(notZh);
        expect(text, carrier).not.toContain(notJa);
      }
    }
  }
});

test('somebody else goes: nothing is told that only the holder can say', () => {
  for (const visitor of ['family', 'proxy']) {
    const text = textOf('checklist', { ...LEAVER, holder: { visitor } });
    expect(text).toContain('要输入时，当场向合同本人确认');
    expect(text).not.toMatch(/在门店由本人输入|记住4位密码/u);
    expect(viewOf({ ...LEAVER, holder: { visitor } }).checklist.bring).toContainEqual({
      partial: 'bring/memo',
    });
  }
});

test('month-end carriers: the deadline instead of windows, and which month', () => {
  const input = { carrier: 'aeon-mobile', departure: '2027-03-28', visit: { channel: 'web' } };
  const view = viewOf(input);
  expect(stepIds(view)).toContain('choose-month');
  expect(stepIds(view)).not.toContain('choose-day');
  expect(textOf('checklist', input)).toContain('17:59之前');
});

test('the chosen day stands on its phase and in the step of the application', () => {
  const view = viewOf({ ...LEAVER, carrier: 'linemo', visit: { channel: 'web', date: '2027-03-24' } });
  expect(view.checklist.phases.find(({ id }) => id === 'web-day')?.day).toBe('2027-03-24');
  const submit = view.checklist.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'web-submit');
  expect(submit?.when).toMatchObject({ kind: 'on', to: '2027-03-24' });
  expect(stepIds(view)).not.toContain('choose-day');
});

test('departure tomorrow, today, past, unknown', () => {
  for (const departure of ['2027-01-16', '2027-01-15']) {
    const view = viewOf({ ...LEAVER, departure });
    expect(stepIds(view)).toContain('residence-card');
    expect(view.checklist.urgent.length).toBe(3);
    for (const { daysLeft } of view.checklist.urgent) expect(daysLeft).toBeGreaterThanOrEqual(0);
  }
  const past = viewOf({ ...LEAVER, departure: '2027-01-10' });
  expect(stepIds(past)).not.toContain('residence-card');
  expect(stepIds(past)).not.toContain('decide-number');
  expect(past.checklist.warning?.partial).toBe('warnings/departure-passed');
  const unknown = viewOf({ carrier: 'ntt-docomo', reason: 'leaving-japan' });
  expect(unknown.checklist.timeline).toBeNull();
  expect(textOf('checklist', { carrier: 'ntt-docomo', reason: 'leaving-japan' })).toContain('不按比例');
});

test('who has left is told of the way that the carrier has', () => {
  const abroad = (carrier: string) => textOf('checklist', { ...LEAVER, carrier, departure: '2027-01-10' });
  const web = abroad('mineo');
  expect(web).toContain('请尽快在网上办。');
  expect(web).toContain('早めにWebで手続きします。');
  expect(web).not.toMatch(/打电话问|从海外能打的号码/u);
  // Its only way is a freephone number.
  const phone = abroad('qt-mobile');
  expect(phone).toContain('请尽快问从海外能打的号码，也可以托在日本的亲友打电话问。');
  expect(phone).toContain('海外からつながる番号を早めに確認します。');
  expect(phone).not.toMatch(/在网上办|Webで手続き/u);
});

test('somebody acts for the holder on the web or by phone: the page asks whether that is taken', () => {
  for (const carrier of carrierIds)
    for (const visitor of ['family', 'proxy'] as const) {
      for (const channel of ['shop', 'web', 'phone'] as const) {
        const view = viewOf({ ...LEAVER, carrier, visit: { channel }, holder: { visitor } });
        const { shop, web } = view.checklist.is;
        const ids = stepIds(view).filter((id) => id.endsWith('proxy'));
        expect(ids, `${carrier} ${channel}`).toEqual([shop ? 'proxy' : web ? 'web-proxy' : 'phone-proxy']);
      }
    }
  expect(stepIds(viewOf({ ...LEAVER, carrier: 'mineo' })).join()).not.toContain('proxy');
  const mineo = {
    ...LEAVER,
    carrier: 'mineo',
    departure: '2027-01-10',
    holder: { visitor: 'family' },
  } as const;
  expect(textOf('checklist', mineo)).toContain('先问能不能由家人代办');
  expect(textOf('checklist', mineo)).toContain('家族が手続きできるか確認する');
  const memo = textOf('memo', mineo);
  expect(memo).toContain('契約者の代理の者です。');
  expect(memo).toContain('契約者が帰国したためです。');
  const call = { ...LEAVER, carrier: 'qt-mobile', holder: { visitor: 'proxy' } } as const;
  expect(textOf('checklist', call)).toContain('先问能不能由别人代办');
  for (const document of ['checklist', 'memo'] as const)
    expect(textOf(document, call)).toContain('契約者の代理の者です。');
  const named = { ...call, holder: { visitor: 'proxy', nameRoman: 'LI NA' } };
  expect(textOf('memo', named)).toContain('契約者LI NAの代理の者です。 我是合同本人LI NA的代办人。');
  expect(textOf('memo', call)).toContain('契約者が帰国するためです。');
});

test('a letter where nobody visits speaks of no shop', () => {
  const letter = (channel: string) =>
    textOf('letter', { ...LEAVER, carrier: 'y-mobile', visit: { channel }, holder: { visitor: 'family' } });
  expect(letter('shop')).toContain('代理人（来店する人）');
  expect(letter('phone')).toContain('代理人（手続きをする人）');
  expect(letter('phone')).toContain('手続きの前に確認すること');
  expect(letter('phone')).not.toMatch(/来店|门店|出かける/u);
});

test('a carrier that wants the letter in the own hand of the holder gets it empty', () => {
  const letter = (carrier: string) => {
    const holder = { visitor: 'family', nameRoman: 'LI NA', nameKana: 'リ ナ' };
    return htmlOf('letter', {
      ...LEAVER,
      carrier,
      holder,
      line: { number: '080-1234-5678', showNumber: 'full' },
    });
  };
  const empty = letter('softbank');
  expect(empty).toContain('すべての欄を、契約者本人が自分で書きます。');
  expect(empty).toContain('全部栏目都由合同本人亲笔填写；');
  expect(empty).not.toMatch(/LI NA|リ ナ|5678|チェックあり|空いている欄|空着的栏目/u);
  const filled = letter('ntt-docomo');
  for (const part of ['LI NA', '5678', 'チェックあり', '空いている欄は']) expect(filled).toContain(part);
});

test('the holder says that it is the holder who speaks', () => {
  for (const carrier of ['mineo', 'qt-mobile']) {
    const memo = textOf('memo', { ...LEAVER, carrier, holder: { nameRoman: 'LI NA' } });
    expect(memo).toContain('契約者本人のLI NAです。');
    expect(memo).toContain('我是合同本人LI NA。');
    expect(memo).toContain('理由は帰国です。');
    expect(memo).not.toMatch(/代理|契約者は/u);
  }
});

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

test('who has left is sent to no shop, whatever was planned', () => {
  for (const carrier of carrierIds) {
    const input = { ...LEAVER, carrier, departure: '2027-01-10' };
    expect(
      phaseIds(input).filter((id) => id.startsWith('shop')),
      carrier,
    ).toEqual([]);
    expect(viewOf(input).checklist.urgent.map(({ id }) => id)).not.toContain('book-shop');
    expect(textOf('checklist', input)).not.toMatch(/带去门店|到店来店/u);
  }
});

test('a refund that is due with the accounts leaves its place to the deadline', () => {
  const input = {
    carrier: 'sakura-mobile',
    departure: '2027-03-05',
    visit: { channel: 'web' },
    accounts: ['wechat', 'suica'],
  };
  const { urgent } = viewOf(input).checklist;
  expect(urgent.map(({ id }) => id)).toEqual(['decide-number', 'move-accounts', 'application-deadline']);
});

test('of what is due on the same day, what loses most comes first', () => {
  const { urgent } = viewOf({ ...LEAVER, departure: '2027-01-15' }).checklist;
  expect(urgent.map(({ id }) => id)).toEqual(['move-accounts', 'visit-keep-number', 'residence-card-return']);
});

test('the gravest warning is framed, once', () => {
  const input = {
    ...LEAVER,
    holder: { residenceUntil: '2027-04-15' },
    payment: { method: 'bank-account', bankAccountCloses: '2027-05-31' },
  };
  const html = htmlOf('checklist', input);
  expect(html.match(/class="warning"/gu)).toHaveLength(1);
  expect(textOf('checklist', input)).toContain('银行账户5月31日注销太早，请等到6月1日再注销');
  expect(stepIds(viewOf(input))).toEqual(expect.arrayContaining(['residence-bank', 'bank-closes-early']));
});

test('the telephone number is printed with its last four digits unless the case says full', () => {
  const line = { number: '090-1234-5678' };
  expect(textOf('checklist', { ...LEAVER, line })).toContain('5678');
  expect(textOf('checklist', { ...LEAVER, line })).not.toContain('090-1234');
  expect(textOf('checklist', { ...LEAVER, line: { ...line, showNumber: 'full' } })).toContain(
    '090-1234-5678',
  );
});

test('facts read more than 180 days before say so', () => {
  expect(textOf('checklist', LEAVER)).not.toContain('超过180天');
  const late = textOf('checklist', { ...LEAVER, departure: '2027-08-28' }, { today: '2027-07-15' });
  expect(late).toMatch(/信息截至2026年11月22日（旧）/u);
  expect(late).toContain('旧信息，超过180天');
});

test('sources are numbered from 1 in the order of the page, and every number that is printed is listed', () => {
  const html = htmlOf('checklist', LEAVER);
  const cited = new Set(
    [...html.matchAll(/class="cited"[^>]*>\[([\d, ]+)\]/gu)].flatMap(([, list]) => (list ?? '').split(', ')),
  );
  const listed = [...html.matchAll(/<p class="source-text">\[(\d+)\]<\/p>/gu)].map(([, number]) => number);
  expect(listed).toEqual(listed.map((_, index) => String(index + 1)));
  expect([...cited].filter((number) => !listed.includes(number))).toEqual([]);
});

test('who has left: the booked shop is gone from the head, the time line and the step alike', () => {
  const input = { ...LEAVER, visit: { channel: 'shop', date: '2027-03-24', time: '14:00' } };
  for (const today of ['2027-03-30', '2027-04-05']) {
    const { checklist } = viewOf(input, { today });
    expect(checklist.visit).toMatchObject({ channel: 'web', date: null, time: null });
    expect(checklist.timeline?.events.map(({ id }) => id)).not.toContain('visit-shop');
    const submit = checklist.phases.flatMap(({ steps }) => steps).find(({ id }) => id === 'web-submit');
    expect(submit?.when).toMatchObject({ kind: 'by', to: today, missed: false });
    expect(textOf('checklist', input, { today })).not.toMatch(/3月24日|14:00/u);
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

test('port-out: the accounts keep their number, and nothing urges to move them', () => {
  for (const carrier of carrierIds) {
    const input = { ...LEAVER, carrier, visit: { channel: 'undecided' }, line: { numberPlan: 'port-out' } };
    const { urgent, timeline, stages } = viewOf(input).checklist;
    for (const shown of [urgent, timeline?.events ?? [], stages])
      expect(
        shown.map(({ id }) => id),
        carrier,
      ).not.toContain('move-accounts');
    expect(textOf('checklist', input)).not.toMatch(/换绑账号|怎么解约/u);
  }
});

test('the month of the departure is applied for before it', () => {
  const early = viewOf({ carrier: 'sakura-mobile', departure: '2027-03-05', visit: { channel: 'web' } });
  expect(early.checklist.windows.keepBy).toBe('2027-03-04');
  const late = viewOf({ carrier: 'sakura-mobile', departure: '2027-03-28', visit: { channel: 'web' } });
  expect(late.checklist.windows.keepBy).toBe('2027-03-25');
});

test('a SIM card is handed over before the shop is left; after the visit there is no shop to leave', () => {
  const moment = (input: object) =>
    viewOf(input)
      .checklist.phases.flatMap(({ steps }) => steps)
      .find(({ id }) => id === 'sim-return')?.when.moment;
  expect(moment(LEAVER)).toBe('before-leaving');
  expect(moment({ ...LEAVER, carrier: 'ahamo', visit: { channel: 'web' } })).toBe('after-procedure');
  expect(moment({ ...LEAVER, answers: { receiptNumber: 'D-1' } })).toBe('after-procedure');
});

test('papers of the case are the ones to bring', () => {
  const text = textOf('checklist', { ...LEAVER, papers: ['drivers-licence', 'my-number-card'] });
  expect(text).toContain('驾照、个人编号卡的原件');
  expect(text).toContain('准备证件原件：驾照、个人编号卡');
  expect(text).not.toMatch(/在留卡原件|护照原件/u);
  expect(textOf('checklist', { ...LEAVER, papers: ['residence-card', 'passport'] })).toContain('护照原件');
});

test('a day of decision comes first on its day; a closing day that is only assumed is not drawn', () => {
  const tomorrow = viewOf({ ...LEAVER, departure: '2027-01-16' }).checklist.urgent;
  expect(tomorrow[0]?.id).toBe('decide-number');
  const drawn = (input: object) => viewOf(input).checklist.timeline?.events.map(({ id }) => id) ?? [];
  const assumed = { ...LEAVER, carrier: 'gtn-mobile' };
  expect(drawn(assumed)).not.toContain('closing-day');
  expect(drawn({ ...assumed, line: { closingDay: 'end' } })).toContain('closing-day');
  expect(drawn(LEAVER)).toContain('closing-day');
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
