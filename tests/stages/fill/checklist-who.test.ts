import { expect, test } from 'vitest';
import { carrierIds, htmlOf, LEAVER, phaseIds, stepIds, textOf, viewOf } from './fill-case.ts';

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
  // Said once, by the carrier's own rule.
  for (const said of ['全部の欄', '全部栏目']) expect(empty.split(said)).toHaveLength(2);
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

test('a departure that has passed changes nothing for who does not leave', () => {
  const stayer = {
    carrier: 'ntt-docomo',
    reason: 'switching',
    departure: '2027-01-05',
    visit: { channel: 'shop', date: '2027-01-27' },
  };
  const view = viewOf(stayer);
  expect([view.checklist.visit.channel, view.checklist.visit.date]).toEqual(['shop', '2027-01-27']);
  expect(stepIds(view)).toEqual(expect.arrayContaining(['decide-number', 'book-shop', 'arrive']));
});
