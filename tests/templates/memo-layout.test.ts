import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case, Edition } from '../../src/case/types.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import type { PathItem } from '../../src/page/types.ts';
import { setDocument } from '../../src/set-document.ts';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { CARRIERS, changed, DOCOMO, fill, TODAY } from '../stages/fill/memo-fill.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const fonts = openFonts({ readFile: (path) => readFileSync(join(ROOT, path)), today: () => TODAY });
const read = (path: string) => parseSheet(readFileSync(join(ROOT, 'templates', path), 'utf8'), path);
const sheets = {
  memo: [read('shared/base.css'), read('memo/sheet.css')],
  letter: [read('shared/base.css'), read('letter/sheet.css')],
};

function writingLine({ operators: [from, to], stroke }: PathItem): { yPt: number; widthPt: number }[] {
  if (stroke?.widthPt !== 0.75 || from?.[0] !== 'm' || to?.[0] !== 'l') return [];
  return [{ yPt: from[2], widthPt: to[1] - from[1] }];
}

async function setPages(document: 'memo' | 'letter', customer: Case, edition: Edition = 'personal') {
  const { paper = 'A4', large = false } = customer.print ?? {};
  const { pages, problems } = await setDocument(fill(document, customer, edition), fonts, {
    sheets: sheets[document],
    media: { paper, large: String(large), ruby: 'furigana' },
    fillable: false,
    ruby: true,
  });
  return {
    problems,
    pages: pages!.pages.map(({ items, widthPt }) => ({
      widthPt,
      writingLines: items.flatMap((item) => (item.kind === 'path' ? writingLine(item) : [])),
      lines: items.filter((item) => item.kind === 'path' && item.stroke?.widthPt === 0.75).length,
      texts: items.flatMap((item) => (item.kind === 'text' ? [item] : [])),
      text: items.map((item) => (item.kind === 'text' ? item.text : '')).join(''),
    })),
  };
}

test('the default example: fourteen rows and the closing rows on one side, the phrases and the key on the other', async () => {
  const { pages, problems } = await setPages('memo', DOCOMO);
  expect(problems).toEqual([]);
  expect(pages).toHaveLength(2);
  const numbers = pages[0]!.texts.filter((item) => /^[2-8][a-z]$/u.test(item.text)).map((item) => item.text);
  expect(numbers.join(' ')).toBe('2a 2b 2d 3a 3b 3c 3e 4a 4c 4d 4h 5a 5b 6d 8a 8b 8c 8d');
  for (const phrase of ['P1', 'P14']) expect(pages[1]!.texts.some((item) => item.text === phrase)).toBe(true);
  expect(pages[1]!.text).toContain('答えの意味');
});

test('sizes: questions 11 pt, glosses 9 pt, nothing under 8.5 pt but readings, none of which is on the front', async () => {
  const { pages } = await setPages('memo', DOCOMO);
  const front = pages[0]!.texts;
  const question = front.find((item) => item.text.startsWith('解約日は'));
  expect(question?.sizePt).toBe(11);
  expect(front.find((item) => item.text.startsWith('解约日是'))?.sizePt).toBe(9);
  expect(Math.min(...front.map((item) => item.sizePt))).toBe(8.5);
  const readings = pages[1]!.texts.filter((item) => item.sizePt === 6.5);
  expect(readings.length).toBeGreaterThan(20);
  expect(pages[1]!.texts.filter((item) => item.sizePt < 8.5)).toEqual(readings);
});

test('a line of the answer stands on the baseline of the question, or of its gloss, within 0.4 mm', async () => {
  const { pages } = await setPages('memo', DOCOMO);
  const yOf = (start: string) => pages[0]!.texts.find((item) => item.text.startsWith(start))!.yPt;
  const tolerance = (0.4 * 72) / 25.4;
  expect(Math.abs(yOf('手続きが完了するまで') - yOf('電話や'))).toBeLessThan(tolerance);
  expect(Math.abs(yOf('時ごろまで') - yOf('电话、短信'))).toBeLessThan(tolerance);
  expect(Math.abs(yOf('電話・サイト') - yOf('在海外'))).toBeLessThan(tolerance);
  expect(Math.abs(yOf('間に合う') - yOf('口座は'))).toBeLessThan(tolerance);
});

const PROFILES: [string, Partial<Case>][] = [
  ['as it is', {}],
  ['an account that closes in another year', { payment: { bankAccountCloses: '2028-12-31' } }],
  [
    'family and home',
    {
      line: { familyLines: true, homeInternet: 'same-carrier', pinKnown: false },
      handset: { returnProgramme: true, boughtBefore202110: true },
    },
  ],
  ['port-out', { line: { numberPlan: 'port-out', sim: 'esim' } }],
  [
    'family goes',
    { holder: { visitor: 'family' }, papers: ['special-residence-card', 'passport', 'drivers-licence'] },
  ],
  [
    'somebody else goes, and which papers is open',
    {
      line: { familyLines: true, homeInternet: 'same-carrier', pinKnown: false },
      holder: { visitor: 'proxy' },
      papers: [],
    },
  ],
];

test.each(PROFILES)(
  '%s: every carrier fits, nothing too wide, and the front stays one side',
  async (_, profile) => {
    for (const carrier of CARRIERS) {
      const { pages, problems } = await setPages('memo', changed({ carrier, ...profile }));
      expect(problems, carrier).toEqual([]);
      // The last closing row stands on the front of a counter memo; a record sheet runs on.
      if (pages[0]!.text.includes('記入例')) expect(pages[0]!.text, carrier).toContain('店舗');
      expect(pages.length, carrier).toBeLessThanOrEqual(4);
      // What is left of a page begun for a few words is for notes.
      for (const { text, lines } of pages)
        expect(text.length > 200 || lines > 8, `${carrier}: a page with next to nothing`).toBe(true);
    }
  },
);

test.each(['share', 'blank'] as const)(
  'the %s edition fits by every carrier, and without one',
  async (edition) => {
    for (const carrier of [...CARRIERS, 'any']) {
      const { pages, problems } = await setPages('memo', { carrier }, edition);
      expect(problems, carrier).toEqual([]);
      if (pages[0]!.text.includes('記入例')) expect(pages[0]!.text, carrier).toContain('店舗');
    }
  },
);

test('the letter of attorney is one page, by every carrier and edition', async () => {
  for (const carrier of CARRIERS) {
    for (const edition of ['personal', 'blank'] as const) {
      const { pages, problems } = await setPages(
        'letter',
        changed({ carrier, holder: { visitor: 'family' } }),
        edition,
      );
      expect(problems, carrier).toEqual([]);
      expect(pages, carrier).toHaveLength(1);
    }
  }
});

test('the letter follows the paper and large print: all that is handed over stands before the notes', async () => {
  const holder = { visitor: 'family' } as const;
  const sheetsOf = async (print: NonNullable<Case['print']>) =>
    setPages('letter', changed({ print, holder }));
  for (const print of [
    { paper: 'B5' },
    { paper: 'Letter' },
    { large: true },
    { paper: 'B5', large: true },
    { paper: 'Letter', large: true },
  ] as const) {
    const { pages, problems } = await sheetsOf(print);
    expect(problems, JSON.stringify(print)).toEqual([]);
    const size = { B5: 516, Letter: 612, A4: 595 }['paper' in print ? print.paper : 'A4'];
    expect(Math.round(pages[0]!.widthPt)).toBe(size);
    const clause = pages[0]!.texts.find(({ text }) => text.startsWith('私は'))!;
    expect(clause.sizePt).toBe('large' in print ? 14 : 11);
    const ownPage = print.paper === 'B5' || 'large' in print;
    expect(pages.at(-1)!.text.includes('委任者')).toBe(!ownPage);
  }
});

test('the letter says once that the holder writes all of it, and leaves no word alone on its last line', async () => {
  const written = async (carrier: string) => {
    const { pages } = await setPages('letter', changed({ carrier, holder: { visitor: 'family' } }));
    return pages[0]!;
  };
  const byHand = await written('softbank');
  expect(byHand.text.split(/全部栏目/u)).toHaveLength(2);
  const docomo = await written('ntt-docomo');
  expect(docomo.texts.some(({ text }) => text.endsWith('本人確認書類を持参します。'))).toBe(true);
});

test('the choices of the letter stand apart', async () => {
  const { pages } = await setPages(
    'letter',
    changed({ line: { numberPlan: 'port-out' }, holder: { visitor: 'family' } }),
  );
  const own = pages[0]!.texts.find(({ text }) => text.endsWith('预约号码'))!;
  const next = pages[0]!.texts.find(({ text }) => text.startsWith('料金と'))!;
  const boxAndGapPt = ((6 + 3) * 72) / 25.4;
  expect(next.xPt - own.xPt - own.text.length * own.sizePt).toBeGreaterThanOrEqual(boxAndGapPt);
});

test('a long name costs a row of the front, not the closing rows', async () => {
  const holder = {
    nameRoman: 'OUYANG CHENGXIAOMINGZHI',
    nameKanji: '欧陽城小明志',
    nameKana: 'オウヨウ ジョウショウメイシ',
  };
  for (const name of [holder, { ...holder, nameRoman: `${holder.nameRoman} ALEXANDRA MARIA` }]) {
    const line = { showNumber: 'full' } as const;
    const { pages, problems } = await setPages('memo', changed({ holder: name, line }));
    expect(problems).toEqual([]);
    expect(pages[0]!.text).toContain('店舗');
  }
});

const PAPERS = ['residence-card', 'special-residence-card', 'passport', 'drivers-licence', 'my-number-card'];

/** All sets of papers but none. */
const PAPER_SETS = Array.from({ length: 2 ** PAPERS.length - 1 }, (_, set) =>
  PAPERS.filter((_paper, bit) => ((set + 1) >> bit) % 2 === 1),
) as NonNullable<Case['papers']>[];

test.each(['self', 'family', 'proxy'] as const)(
  '%s goes: with every set of papers the closing rows stand on the front and the phrases on its back',
  async (visitor) => {
    for (const papers of PAPER_SETS) {
      const { pages, problems } = await setPages('memo', changed({ holder: { visitor }, papers }));
      expect(problems).toEqual([]);
      expect(pages[0]!.text, `${papers}`).toContain('店舗');
      expect(pages[1]!.text, `${papers}`).toMatch(/^指さし会話/u);
    }
  },
);

test('statements break between phrases', async () => {
  const papers = PAPER_SETS.at(-1)!;
  const cases: [Case, string][] = [
    [changed({ papers, holder: { visitor: 'proxy' } }), '私の本人確認書類があります。'],
    [changed({ print: { paper: 'B5' } }), '理解しています。'],
  ];
  for (const [customer, secondLine] of cases) {
    const { pages } = await setPages('memo', customer);
    expect(pages[0]!.texts.map(({ text }) => text)).toContain(secondLine);
  }
});

test('a name in kanji moves to a line of its own before it is broken', async () => {
  const holder = { nameRoman: 'ABDUREHIM MUHAMMADJAN ABDULLAH', nameKanji: '直骨角令今戸門糸海' };
  const { pages } = await setPages('memo', changed({ holder, line: { showNumber: 'full' } }));
  expect(pages[0]!.texts.some(({ text }) => text.includes(holder.nameKanji))).toBe(true);
});

test('every page from the second on begins with a title or a running head', async () => {
  for (const customer of [{ carrier: 'any' }, { carrier: 'ntt-docomo' }])
    for (const print of [{}, { paper: 'B5' }, { paper: 'Letter' }, { large: true }] as const) {
      const { pages } = await setPages('memo', { ...customer, print }, 'blank');
      for (const { text } of pages.slice(1)) expect(text).toMatch(/^(?:確認メモ|指さし会話|続きの質問)/u);
    }
});

test.each([{ paper: 'B5' }, { paper: 'Letter' }, { paper: 'A3' }, { large: true }] as const)(
  '%o: nothing too wide',
  async (print) => {
    for (const carrier of ['ntt-docomo', 'softbank', 'ahamo', 'gtn-mobile']) {
      for (const numberPlan of ['cancel', 'port-out', 'park'] as const) {
        const answers = {
          carrier,
          print,
          line: { numberPlan, familyLines: true, homeInternet: 'same-carrier' },
        } as const;
        const { problems } = await setPages('memo', changed(answers));
        expect(problems, `${carrier} ${numberPlan}`).toEqual([]);
      }
    }
  },
);

test('what is written down has room: amounts of 3e, days and an address of 6d', async () => {
  const { pages } = await setPages('memo', changed({ line: { homeInternet: 'same-carrier' } }));
  const linesAt = (start: string) => {
    const page = pages.find(({ texts }) => texts.some(({ text }) => text.startsWith(start)))!;
    const { yPt } = page.texts.find(({ text }) => text.startsWith(start))!;
    const lines = page.writingLines.filter((line) => Math.abs(line.yPt - yPt) < 3);
    return lines.map(({ widthPt }) => (widthPt * 25.4) / 72);
  };
  expect(Math.max(...linesAt('本日分'))).toBeGreaterThan(26);
  expect(Math.min(...linesAt('期限'))).toBeGreaterThanOrEqual(7.99);
  expect(Math.max(...linesAt('返却先'))).toBeGreaterThan(40);
});

test('an answer has one line to write on, not one a language', () => {
  const lines = (customer: Case) => fill('memo', customer).match(/lang="zh-Hans">[^<]*<fill-in/gu) ?? [];
  for (const visitor of ['self', 'family', 'proxy'] as const)
    for (const channel of ['shop', 'phone'] as const) {
      const { nameRoman, nameKanji, nameKana, ...nameless } = DOCOMO.holder!;
      const customer = { ...DOCOMO, holder: { ...nameless, visitor }, visit: { channel } };
      expect(lines(customer).filter((line) => !/受理|经办|完成|写在/u.test(line))).toEqual([]);
    }
});

test('lines for notes fill the last page to its foot', async () => {
  const { pages } = await setPages('memo', { carrier: 'ntt-docomo' }, 'blank');
  const last = pages.at(-1)!.writingLines.map(({ yPt }) => yPt);
  expect(Math.max(...last)).toBeGreaterThan(((297 - 16 - 11) * 72) / 25.4);
});

test('an open list of papers begins where its line begins', async () => {
  const { pages } = await setPages('memo', { carrier: 'ntt-docomo' }, 'blank');
  const [reason, gloss] = ['理由：', '我带了以下证件'].map(
    (start) => pages[0]!.texts.find(({ text }) => text.startsWith(start))!.xPt,
  );
  const paper = pages[0]!.texts.find(({ text }) => text === '在留カード')!.xPt;
  expect(gloss).toBe(reason);
  expect(paper - reason!).toBeCloseTo((4 * 72) / 25.4, 1);
});

test('B5: no forced line end inside a sentence', () => {
  const html = fill(
    'memo',
    changed({ handset: { returnProgramme: true }, line: { homeInternet: 'same-carrier' } }),
  );
  const questions = [...html.matchAll(/<p class="question"[^>]*>(.*?)<\/p>/gu)].map(([, text]) => text!);
  expect(questions.filter((text) => /[^。]<br>/u.test(text))).toEqual([]);
});

test('the foot stands on one line, in every size', async () => {
  for (const print of [{}, { paper: 'B5' }, { paper: 'Letter' }, { large: true }] as const) {
    const { pages } = await setPages('memo', changed({ print }));
    const line = (start: string) =>
      pages[0]!.texts.filter(({ text }) => text.startsWith(start)).map(({ yPt }) => yPt);
    expect(line('裏面あり'), JSON.stringify(print)).toEqual(line('このメモは確認用です。'));
  }
});
