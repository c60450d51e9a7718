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
  const whole = textOf('checklist', { ...LEAVER, line: { ...line, showNumber: 'full' } });
  expect(whole).toMatch(/电话号码電話番号\s*090-1234-5678/u);
  expect(whole).not.toContain('号码后四位');
});

test('facts read more than 180 days before say so', () => {
  expect(textOf('checklist', LEAVER)).not.toContain('超过180天');
  const late = textOf('checklist', { ...LEAVER, departure: '2027-08-28' }, { today: '2027-07-15' });
  expect(late).toMatch(/信息截至2026年11月22日（旧）/u);
  expect(late).toContain('旧信息，超过180天');
});

test('sources are numbered from 1 in the order of the page; what is printed is listed, and nothing else', () => {
  for (const carrier of carrierIds)
    for (const edition of ['personal', 'blank'] as const) {
      const html = htmlOf('checklist', { ...LEAVER, carrier }, { edition });
      const cited = [...html.matchAll(/class="cited"[^>]*>\[([\d, ]+)\]/gu)].flatMap(([, list]) =>
        (list ?? '').split(', '),
      );
      const listed = [...html.matchAll(/<p class="source-text">\[(\d+)\]<\/p>/gu)].map(
        ([, number]) => number,
      );
      expect(listed).toEqual(listed.map((_, index) => String(index + 1)));
      expect([...new Set(cited)], carrier).toEqual(listed);
    }
});

test('a host in Punycode is shown as people write it, tagged Japanese; the link keeps it', () => {
  const html = htmlOf('checklist', { ...LEAVER, carrier: 'au' }, { edition: 'blank' });
  expect(html).toContain(
    '<a href="https://xn--nfv31nctot9l.jp/2018/05/03/post-614" lang="ja">解約方法.jp/2018/05/03/post-614',
  );
  expect(textOf('checklist', { ...LEAVER, carrier: 'au' }, { edition: 'blank' })).not.toContain('xn--');
});

test('a postal address stands once, in the Japanese sentence', () => {
  for (const carrier of ['iijmio', 'nuro-mobile', 'ocn-mobile-one', 'rakuten-mobile']) {
    const html = htmlOf('checklist', { carrier, visit: { channel: 'web' } });
    expect(html.match(/〒/gu), carrier).toHaveLength(1);
    expect(html, carrier).toMatch(/<td lang="ja">[^<]*〒/u);
    expect(html, carrier).toMatch(/<td lang="zh-Hans">[^<]*照日文填写/u);
  }
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
  expect(early.checklist.windows.keep?.to).toBe('2027-03-04');
  const late = viewOf({ carrier: 'sakura-mobile', departure: '2027-03-28', visit: { channel: 'web' } });
  expect(late.checklist.windows.keep?.to).toBe('2027-03-25');
});

test('a deadline that comes after the flight is told by the eve of the flight', () => {
  const text = textOf(
    'checklist',
    { carrier: 'qt-mobile', departure: '2027-02-20' },
    { today: '2027-01-26' },
  );
  expect(text).toContain(
    '申请期限（2月25日）在出国（2月20日）之后，请最晚2月19日申请，号码到2月28日停用 申し込みの期限（2月25日）は、出国（2月20日）のあとです。2月19日までの申し込みをおすすめします。回線は2月28日まで使えます。',
  );
  expect(text).toContain('最晚2月19日');
  expect(text).not.toMatch(/最晚2月2[1-9]日/u);
});

test('a booked day or hour after the deadline says that a month is lost', () => {
  const warned = (carrier: string, visit: object) =>
    textOf('checklist', { carrier, departure: '2027-03-28', visit: { channel: 'web', ...visit } });
  expect(warned('aeon-mobile', { date: '2027-02-27', time: '18:30' })).toContain(
    '18:30已过当天的截止时间（17:59），要多付一个月；请在17:59之前办理 18:30は当日の締め切り（17:59）のあとで、1か月分多くかかります。17:59より前の手続きをおすすめします。',
  );
  expect(warned('sakura-mobile', { date: '2027-02-26' })).toContain(
    '2月26日过了当月的申请期限，号码到3月31日才停，多付一个月；请改到2月25日或更早 2月26日は当月の申し込み期限のあとで、回線は3月31日まで続き、1か月分多くかかります。2月25日までの日をおすすめします。',
  );
});

test('a day or an hour that counts for the next month says so, whatever else is said of saving one', () => {
  const warned = (carrier: string, visit: object, today: string) =>
    textOf('checklist', { carrier, departure: '2027-03-28', visit: { channel: 'web', ...visit } }, { today });
  const late = warned('au', { date: '2027-02-28', time: '21:30' }, '2027-02-27');
  expect(late).toContain('21:30已过当天的截止时间（21:10），要多付一个月；请在21:10之前办理');
  expect(late).not.toContain('虽能省一个月');
  expect(warned('ntt-docomo', { date: '2027-02-26' }, '2027-02-20')).toContain(
    '2月26日办理可能算到3月1日，那样要多付一个月；请改到2月25日或更早 2月26日の手続きは3月1日付になることがあり、その場合は1か月分多くかかります。2月25日までの日をおすすめします。',
  );
  expect(warned('ntt-docomo', { date: '2027-02-26' }, '2027-02-26')).toContain(
    '2月26日办理可能算到3月1日，那样要多付一个月，请向运营商确认',
  );
});

test('a residence card that runs out before the shop is gone to is told on the first page', () => {
  const warned = (visit: object) =>
    textOf('checklist', {
      carrier: 'ntt-docomo',
      departure: '2027-03-28',
      holder: { residenceUntil: '2027-03-10' },
      payment: { bankAccountCloses: '2027-03-30' },
      visit: { channel: 'shop', ...visit },
    });
  expect(warned({ date: '2027-03-23' })).toContain(
    '在留卡3月10日到期，早于到店日：过期的卡门店可能不收，请提前到店或先问 在留カードの期限（3月10日）は来店日より前で、',
  );
  expect(warned({})).toContain('在留卡3月10日到期，早于最晚的到店日（3月25日）：');
});

test('without margin the safe days and their preparation are told in words', () => {
  const warned = (departure: string) =>
    textOf(
      'checklist',
      { carrier: 'ntt-docomo', departure, visit: { channel: 'shop' } },
      { today: '2027-02-27' },
    );
  const late = warned('2027-03-28');
  expect(late).toContain('账号没换绑完，就别去。稳妥的是3月21–25日，换绑和备份到3月20日为止');
  expect(late).toContain(
    '余裕のある3月21日から25日までをおすすめします。登録の変更と保存は、3月20日までに済ませます。',
  );
  // The days before the flight begin today as well: none of them is safer.
  expect(warned('2027-03-05')).not.toContain('稳妥的是');
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

test.each(carrierIds)(
  '%s: with a flight within a week, the procedure is one of the urgent dates',
  (carrier) => {
    for (const departure of ['2027-01-16', '2027-01-18', '2027-01-20', '2027-01-22', '2027-01-23'])
      for (const plan of [{}, { numberPlan: 'cancel' }, { numberPlan: 'port-out' }]) {
        const line = { contractStart: '2024-04-10', ...plan };
        const { urgent } = viewOf({ carrier, reason: 'leaving-japan', departure, line }).checklist;
        const ids = urgent.map(({ id }) => id).join(' ');
        expect(ids, `${departure} ${plan.numberPlan}`).toMatch(/visit|apply|application|open-new-line/u);
      }
  },
);

test('a visit takes the place of the decision that has been made, or else of its booking', () => {
  const tomorrow = { ...LEAVER, departure: '2027-01-16' };
  const ids = (input: object) => viewOf(input).checklist.urgent.map(({ id }) => id);
  expect(ids(tomorrow)).toEqual(['decide-number', 'move-accounts', 'visit-keep-number']);
  const decided = { ...tomorrow, line: { numberPlan: 'cancel' } };
  expect(ids(decided)).toEqual(['move-accounts', 'book-shop', 'visit-keep-number']);
  const booked = { ...tomorrow, departure: '2027-01-20', visit: { channel: 'shop', date: '2027-01-16' } };
  expect(ids(booked)).toContain('visit');
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
