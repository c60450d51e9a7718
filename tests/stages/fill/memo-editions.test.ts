import { expect, test } from 'vitest';
import type { Case, Channel, NumberPlan, Reason } from '../../../src/case/types.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import type { TreeElement } from '../../../src/document/types.ts';
import { hasClass } from '../../support/has-class.ts';
import { CARRIERS, changed, DOCOMO, fill, textOf, viewOf } from './memo-fill.ts';

const REASONS: Reason[] = ['leaving-japan', 'switching', 'unused', 'other'];
const CHANNELS: Channel[] = ['shop', 'web', 'phone', 'undecided'];
const PLANS: NumberPlan[] = ['cancel', 'port-out', 'park'];
const EDITIONS = ['personal', 'share', 'blank'] as const;

test('port-out: no sheet asks for a cancellation, by any carrier, channel, reason or edition', () => {
  for (const carrier of [...CARRIERS, 'any']) {
    for (const channel of CHANNELS) {
      for (const edition of EDITIONS) {
        const text = textOf(
          fill('memo', changed({ carrier, visit: { channel }, line: { numberPlan: 'port-out' } }), edition),
        );
        expect(text).not.toContain('解約をお願いします');
        expect(text).not.toContain('解約だけお願いします');
        expect(text).not.toMatch(/解約してよろしいですか/u);
        expect(text).toContain('MNP予約番号');
      }
    }
  }
});

test('port-out: its own title, statement and request, and none of the rows of a cancellation', () => {
  const text = textOf(fill('memo', changed({ line: { numberPlan: 'port-out' } })));
  expect(text).toContain('乗り換え（MNP）の確認メモ');
  expect(text).toContain('携号转网确认单');
  expect(text).toContain('本日は解約しません。');
  expect(text).not.toContain('完了の控え');
  expect(text).not.toContain('海外からの問い合わせ先');
});

test('a cancellation says what it is, and that it is no move to another carrier', () => {
  const text = textOf(fill('memo', DOCOMO));
  expect(text).toContain('次の回線の解約をお願いします。');
  expect(text).toContain('他社への乗り換え（MNP）ではありません。');
  expect(text).toContain('完了の前に、ご回答をお願いします。');
});

test('park: it says that this is no cancellation, at a counter and in a call', () => {
  for (const channel of ['shop', 'web', 'phone'] as const) {
    const text = textOf(fill('memo', changed({ visit: { channel }, line: { numberPlan: 'park' } })));
    expect(text).toMatch(channel === 'shop' ? /解約ではありません。/u : /解約せずに番号を残したいです。/u);
    expect(text).toMatch(channel === 'shop' ? /这不是解约/u : /我不解约，想保留这个号码。/u);
    expect(text).not.toMatch(/同時に終わりますか|最後の請求は/u);
  }
});

test('somebody else goes: no sentence speaks in the place of the holder', () => {
  const line = { homeInternet: 'other', familyLines: true } as const;
  for (const visitor of ['family', 'proxy'] as const) {
    for (const pinKnown of [true, false]) {
      for (const papers of [[], ['residence-card', 'passport']]) {
        const sheet = changed({ holder: { visitor }, line: { ...line, pinKnown }, papers });
        const text = textOf(fill('memo', sheet));
        expect(text).not.toMatch(/自分で|本人が行います|私の名義|由我自己输入|我名下|我忘了|我不办|我这份/u);
        expect(text).toContain('契約者も理解しています。');
        expect(text).toContain(visitor === 'family' ? '契約者は私の' : '契約者の代理で来ました');
      }
    }
  }
  expect(textOf(fill('memo', DOCOMO))).toContain('暗証番号は自分で入力します。');
});

test('each question has its own answer: arrears and what is paid today, and a service that nobody has', () => {
  const html = fill('memo', DOCOMO);
  const answerOf = (id: string) =>
    /<answer[^>]*>([\s\S]*?)<\/answer>/u.exec(html.slice(html.indexOf(`>${id}</p>`)))?.[1] ?? '';
  const parts = (id: string) => textOf(answerOf(id)).split(/\s+/u).filter(Boolean).join(' ');
  expect(parts('3e')).toBe('未払い なし 円 本日分 なし 円');
  expect(parts('5b')).toBe('端末補償 なし 同時 別途 有料サービス なし 同時 別途');
});

function emptyBoxes(element: TreeElement, path = ''): string[] {
  const here = `${path}/${element.name}.${element.className}`;
  const mayBeEmpty = ['fill-in', 'check-box', 'page-break', 'page-number', 'page-total', 'br', 'span'];
  if (element.children.length === 0 && !mayBeEmpty.includes(element.name)) {
    return hasClass(element, 'closing-rule') ? [] : [here];
  }
  return element.children.flatMap((child) => (child.kind === 'text' ? [] : emptyBoxes(child, here)));
}

test('every carrier, reason, channel and plan fills without an empty part or a Problem of the markup', () => {
  for (const carrier of CARRIERS) {
    for (const reason of REASONS) {
      for (const channel of CHANNELS) {
        const numberPlan = PLANS[(REASONS.indexOf(reason) + CHANNELS.indexOf(channel)) % 3]!;
        const { value, problems } = parseDocument(
          fill('memo', changed({ carrier, reason, visit: { channel }, line: { numberPlan } })),
        );
        expect(problems, `${carrier} ${reason} ${channel}`).toEqual([]);
        expect(emptyBoxes(value!.root), `${carrier} ${reason} ${channel}`).toEqual([]);
      }
    }
  }
});

test('the carrier alone is enough', () => {
  for (const carrier of [...CARRIERS, 'any']) {
    for (const edition of EDITIONS) {
      const { problems } = parseDocument(fill('memo', { carrier }, edition));
      expect(problems, `${carrier} ${edition}`).toEqual([]);
    }
  }
});

test('every question row points to a step of the checklist', () => {
  for (const carrier of CARRIERS) {
    for (const numberPlan of PLANS) {
      for (const edition of EDITIONS) {
        const { front, further } = viewOf(changed({ carrier, line: { numberPlan } }), edition).memo;
        for (const row of [...front, ...further])
          expect(row.step, `${carrier} ${numberPlan} ${row.id}`).toBeGreaterThan(0);
      }
    }
  }
});

const MARKED: Case = {
  ...DOCOMO,
  departure: '2027-03-29',
  line: { ...DOCOMO.line, number: '090-1111-7391', contractStart: '2024-02-07', showNumber: 'full' },
  holder: {
    nameRoman: 'MARKER ROMAN',
    nameKanji: '印刷済',
    nameKana: 'シルシ',
    visitor: 'self',
    residenceUntil: '2027-08-19',
  },
  visit: { channel: 'shop', date: '2027-03-24', time: '17:43', shop: 'シルシ店' },
  payment: { method: 'bank-account', bankAccountCloses: '2027-06-17' },
  contactAfter: { email: 'marker@example.com' },
};
const MARKS = [
  /MARKER/u,
  /印刷済/u,
  /シルシ/u,
  /7391/u,
  /marker@/u,
  /3月29日/u,
  /3月24日/u,
  /17:43/u,
  /6月17日/u,
  /8月19日/u,
  /2月7日/u,
];

test.each(['memo', 'letter'] as const)(
  '%s: the share and blank editions hold nothing personal, and say what they are',
  (document) => {
    for (const edition of ['share', 'blank'] as const) {
      const html = fill(document, { ...MARKED, holder: { ...MARKED.holder, visitor: 'family' } }, edition);
      for (const mark of MARKS) expect(html).not.toMatch(mark);
      expect(html).toContain(edition === 'share' ? '共有用' : '空欄版');
    }
  },
);

test('the personal edition prints them, and of the number the last four digits unless all are wanted', () => {
  const html = fill('memo', { ...MARKED, line: { ...MARKED.line, showNumber: 'last-four' } });
  for (const mark of [/MARKER ROMAN/u, /印刷済/u, /marker@example/u, /6月17日/u]) expect(html).toMatch(mark);
  expect(html).toContain('7391');
  expect(html).not.toContain('1111');
  expect(fill('memo', MARKED)).toContain('090-1111-7391');
});

test('no line asks for a number that must never be written down', () => {
  const forbidden =
    /(暗証番号|カード番号|旅券番号|在留カード番号|マイナンバー|口座番号|密码|卡号|护照号)[^。]{0,6}$/u;
  for (const numberPlan of PLANS) {
    for (const channel of ['shop', 'phone'] as const) {
      const html =
        fill('memo', changed({ visit: { channel }, line: { numberPlan, pinKnown: false } })) +
        fill('letter', DOCOMO);
      for (const before of html.split('<fill-in').slice(0, -1))
        expect(textOf(before).slice(-20)).not.toMatch(forbidden);
    }
  }
});

test('questions whose answer may be another one have a line to write it on', () => {
  const html = fill('memo', DOCOMO);
  for (const option of ['別の手続きが必要です', '項目によって違います'])
    expect(html).toContain(`>${option}<fill-in></fill-in></choice>`);
});

test('5b counts what it asks for; the minutes of P2 are read either way; a proxy tells of the account in a sentence', () => {
  const html = fill('memo', DOCOMO);
  expect(textOf(html)).toContain('次の2つも解約と同時に終わりますか。');
  expect(textOf(html)).toContain('以下两项也会随解约一起终止吗？');
  expect(html).toContain('<ruby>分<rt>ふん・ぷん</rt></ruby>');
  const proxy = textOf(fill('memo', changed({ holder: { visitor: 'family' } })));
  expect(proxy).toContain('契約者の口座解約は5月31日です。');
  expect(proxy).toContain('契約者が帰国するためです。');
});

test('5d names the account alike in both languages', () => {
  const web = { channel: 'web' } as const;
  const handset = { instalments: 'none', returnProgramme: false } as const;
  const povo = textOf(fill('memo', changed({ carrier: 'povo2', visit: web, handset })));
  expect(povo).toContain('povoのアカウントは、解約後も使えますか。');
  expect(povo).toContain('povo账号解约后还能用吗？');
});

test('a name that is given in kanji or kana alone is the one that is called out', () => {
  for (const [holder, name] of [
    [{ nameKanji: '王小明', nameKana: 'オウ ショウメイ' }, '王小明（オウ ショウメイ）'],
    [{ nameKana: 'オウ ショウメイ' }, 'オウ ショウメイ'],
  ] as const) {
    for (const document of ['memo', 'letter'] as const) {
      const text = textOf(fill(document, changed({ holder: { ...holder, visitor: 'family' } })));
      expect(text.replace(/\s/gu, ''), document).toContain(name.replace(/\s/gu, ''));
    }
  }
});
