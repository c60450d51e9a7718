import { beforeAll, describe, expect, test } from 'vitest';
import type { FontLibrary } from '../../src/font/types.ts';
import { inspectPrint } from '../../src/page/inspect-print.ts';
import type { PagedDocument, TextItem } from '../../src/page/types.ts';
import type { Problem } from '../../src/problem.ts';
import { hasClass } from '../support/has-class.ts';
import { DEFAULT_EXAMPLE, EXAMPLES } from './support/examples.ts';
import {
  belowSmallest,
  headsAtFoot,
  namelessBars,
  nearEdge,
  outsideFace,
  overlappingTexts,
  textsOverRules,
  touchingColumns,
} from './support/page-faults.ts';
import { DOCUMENTS, fillDocument, planCase, Setter, treeOf } from './support/set-case.ts';
import { elementsOf, textOf } from './support/text-of.ts';

const setter = new Setter();
const sheets: { name: string; pages: PagedDocument }[] = [];
const hindrances: string[] = [];

function keep(name: string, pages: PagedDocument | null, problems: readonly Problem[]): void {
  hindrances.push(...problems.map((problem) => `${name} ${JSON.stringify(problem)}`));
  if (pages) sheets.push({ name, pages });
}

beforeAll(async () => {
  for (const { name, input } of EXAMPLES)
    for (const edition of ['personal', 'share', 'blank'] as const)
      for (const document of DOCUMENTS) {
        // Copies for others differ by carrier and profile; three examples show them.
        if (edition !== 'personal' && !['leaving-japan', 'rakuten-port-out', 'gtn'].includes(name)) continue;
        const { pages, problems } = await setter.set(input, document, { edition });
        keep(`${name} ${document} ${edition}`, pages, problems);
      }
  for (const { name, input } of EXAMPLES)
    for (const document of ['checklist', 'memo'] as const) {
      for (const paper of ['B5', 'Letter'] as const) {
        const { pages, problems } = await setter.set(withPrint(input, { paper }), document);
        keep(`${name} ${document} ${paper}`, pages, problems);
      }
      for (const paper of ['A4', 'B5', 'Letter'] as const) {
        const { pages, problems } = await setter.set(withPrint(input, { paper, large: true }), document);
        keep(`${name} ${document} large ${paper}`, pages, problems);
      }
    }
  // Days of another year carry their year; near and after the departure other steps and warnings stand.
  for (const { name, input } of EXAMPLES)
    for (const document of ['checklist', 'memo'] as const)
      for (const today of ['2026-11-24', '2027-03-26', '2027-12-30']) {
        const { pages, problems } = await setter.set(input, document, { today });
        keep(`${name} ${document} on ${today}`, pages, problems);
      }
  // Little is answered, or little is known.
  const sparse = [
    { carrier: 'any', holder: { nameRoman: 'WANG XIAOMING' } },
    { carrier: 'au', holder: { nameKanji: '王小明' } },
    { carrier: 'hanacell', departure: '2027-03-28' },
  ];
  for (const input of sparse)
    for (const document of ['checklist', 'memo'] as const)
      for (const large of [false, true]) {
        const { pages, problems } = await setter.set(withPrint(input, { paper: 'B5', large }), document);
        keep(`${input.carrier}, few answers ${document} B5 ${large ? 'large' : ''}`, pages, problems);
      }
  // A3 is A4, larger.
  for (const document of DOCUMENTS) {
    const { pages, problems } = await setter.set(DEFAULT_EXAMPLE, document, { paper: 'A3' });
    keep(`leaving-japan ${document} A3`, pages, problems);
  }
}, 180_000);

const withPrint = (input: object, print: object): object => ({
  ...input,
  print: { ...(input as { print?: object }).print, large: false, ...print },
});

const everywhere = (find: (pages: PagedDocument, fonts: FontLibrary) => string[]): string[] => {
  expect(sheets.length).toBeGreaterThan(2 * EXAMPLES.length);
  return sheets.flatMap(({ name, pages }) => find(pages, setter.fonts).map((fault) => `${name} ${fault}`));
};

describe('on every page of every example', () => {
  test('nothing is too wide, too tall or broken where no rule allows it', () => {
    expect(hindrances).toEqual([]);
  });

  test('Japanese stands in a Japanese face and Chinese in a Chinese one', () => {
    expect(everywhere(outsideFace)).toEqual([]);
  });

  test('there is nothing that `check --print` warns of', () => {
    const warnings = (pages: PagedDocument, fonts: FontLibrary): string[] =>
      inspectPrint(pages, fonts.measure).map(({ code, values }) => `${code} ${JSON.stringify(values)}`);
    expect(everywhere(warnings)).toEqual([]);
  });

  test('nothing comes nearer to an edge than 11 mm', () => {
    expect(everywhere(nearEdge)).toEqual([]);
  });

  test('no two texts overlap', () => {
    expect(everywhere(overlappingTexts)).toEqual([]);
  });

  test('no text touches the column beside it', () => {
    expect(everywhere(touchingColumns)).toEqual([]);
  });

  test('no head stands at the foot of a page without what follows it', () => {
    expect(everywhere(headsAtFoot)).toEqual([]);
  });

  test('every bar of a time line has a word or a number in it', () => {
    expect(everywhere(namelessBars)).toEqual([]);
  });

  test('no text stands over a rule, a frame or a drawing', () => {
    expect(everywhere(textsOverRules)).toEqual([]);
  });

  test('nothing but readings is smaller than 8.5 pt', () => {
    expect(everywhere(belowSmallest)).toEqual([]);
  });

  test('no page is empty', () => {
    const isEmpty = (page: PagedDocument['pages'][number]) =>
      !page.items.some((item) => item.kind === 'text' && item.struct !== null);
    expect(
      everywhere(({ pages }) => pages.flatMap((page, i) => (isEmpty(page) ? [`page ${i + 1}`] : []))),
    ).toEqual([]);
  });
});

test('one case is asked the same questions on every paper and in large print', () => {
  for (const { name, input } of EXAMPLES) {
    const asked = [
      { paper: 'A4' },
      { paper: 'B5' },
      { paper: 'Letter' },
      { paper: 'A3' },
      { large: true },
      { paper: 'B5', large: true },
    ].map((print) => {
      const { front, further } = planCase(withPrint(input, print)).view.memo;
      return [...front, ...further].map(({ id }) => id).sort();
    });
    for (const other of asked) expect(other, name).toEqual(asked[0]);
  }
});

const textsOf = ({ items }: PagedDocument['pages'][number]): TextItem[] =>
  items.filter((item): item is TextItem => item.kind === 'text');

test('the drawing of the time line is not parted from its head nor from what is said below it', () => {
  const parted = sheets.flatMap(({ name, pages }) =>
    pages.pages.flatMap((page, index) => {
      const text = textsOf(page)
        .map((item) => item.text)
        .join('');
      const [head, bar, note] = ['按天数比例绘制', '付款方式要一直能用', '不在图上'].map((part) =>
        text.includes(part),
      );
      return head || !(bar || note) ? [] : `${name} page ${index + 1}`;
    }),
  );
  expect(parted).toEqual([]);
});

test('on B5 and in large print nothing of the first page is left out', () => {
  const others = sheets.filter(({ name }) => / checklist (?:B5|large)/u.test(name));
  expect(others.length).toBeGreaterThan(EXAMPLES.length);
  for (const { name, pages } of others) {
    const text = pages.pages
      .flatMap(textsOf)
      .map((item) => item.text)
      .join('');
    for (const part of [/带去门店|手边准备/u, /客服电话/u, /扫码查看/u]) expect(text, name).toMatch(part);
  }
});

test('the default first page: one line of each language in the warning, and a row for the telephone', async () => {
  const planned = planCase(DEFAULT_EXAMPLE);
  const html = fillDocument('checklist', planned);
  const warning = [...elementsOf(treeOf(html).root)].find((each) => hasClass(each, 'warning-text'))!;
  const parts = [...elementsOf(warning)]
    // The number stands below on a full page, and here where its row has no room.
    .filter((each) => each.name === 'p' && !hasClass(each, 'warning-phone'))
    .map((part) => textOf(part).trim());
  const { pages } = await setter.setHtml(html, 'checklist', planned.view);
  const rows = new Map<number, string>();
  for (const { yPt, text } of textsOf(pages!.pages[0]!)) rows.set(yPt, (rows.get(yPt) ?? '') + text);
  const page = [...rows.values()].join('\n');
  expect(parts).toHaveLength(2);
  for (const part of [...parts, '客服电话']) expect(page).toContain(part);
});

test('long names: whole in kanji on every document, and one line in the heads of later pages', async () => {
  const holder = {
    nameRoman: 'ABDUREHIM MUHAMMADJAN ABDULLAH GHULAMALI',
    nameKanji: '直骨角令今戸門糸海',
    nameKana: 'アブドゥレヒム ムハンマドジャン アブドゥラ',
    visitor: 'proxy',
  };
  for (const paper of ['A4', 'B5'] as const)
    for (const document of DOCUMENTS) {
      const { pages } = await setter.set({ ...withPrint(DEFAULT_EXAMPLE, { paper }), holder }, document);
      const [first, second] = pages!.pages.map(textsOf);
      expect(first!.concat(second ?? []).some(({ text }) => text.includes(holder.nameKanji))).toBe(true);
      if (document === 'letter' || (document === 'memo' && paper === 'A4')) continue;
      const head = second!.filter(({ text }) => /GHULAMALI|5678/u.test(text));
      expect(new Set(head.map(({ yPt }) => yPt)).size, `${document} ${paper}`).toBe(1);
    }
});

test('reasons of steps and questions below answers: phrases stay whole, questions are bold in both languages', async () => {
  const { pages } = await setter.set(DEFAULT_EXAMPLE, 'checklist');
  const all = pages!.pages.flatMap(textsOf);
  expect(all.some(({ text }) => text === '国民健康保险也要退保')).toBe(true);
  expect(all.find(({ text }) => text.startsWith('解約に費用はかかりますか'))?.face).toBe('jp-bold');
});

test('the same characters take the face of their language, side by side', async () => {
  const shared = '\u76F4\u9AA8\u89D2\u6D77\u4E0E';
  const planned = planCase(DEFAULT_EXAMPLE);
  const html = `<section lang="ja"><p>${shared}<span lang="zh-Hans">${shared}</span></p><p lang="zh-Hans"><strong>${shared}</strong>${shared}<span lang="ja">${shared}</span></p></section>`;
  const { pages } = await setter.setHtml(html, 'memo', planned.view);
  const found = pages!.pages[0]!.items.filter((item) => item.kind === 'text').map(({ face, text }) => [
    face,
    text,
  ]);
  expect(found).toEqual([
    ['jp-regular', shared],
    ['sc-regular', shared],
    ['sc-bold', shared],
    ['sc-regular', shared],
    ['jp-regular', shared],
  ]);
});

test('the fourteen questions of the default memo stand on its first side, ja in 11 pt and zh in 9 pt or more', async () => {
  const planned = planCase(DEFAULT_EXAMPLE);
  const html = fillDocument('memo', planned);
  const { pages } = await setter.setHtml(html, 'memo', planned.view);
  const { widthPt, heightPt, items } = pages!.pages[0]!;
  expect([widthPt, heightPt].map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 297]);
  const texts = items.filter((item): item is TextItem => item.kind === 'text');
  const front = [...elementsOf(treeOf(html).root)].find((each) => hasClass(each, 'counter'))!;
  const rows = [...elementsOf(front)].filter((each) => hasClass(each, 'row'));
  expect(rows).toHaveLength(14);
  const sizes = rows.map((row) => {
    const [question, gloss] = ['question', 'gloss'].map((name) => {
      const part = [...elementsOf(row)].find((each) => hasClass(each, name))!;
      const text = textOf(part).trim();
      return texts
        .filter((item) => item.text.length > 3 && text.startsWith(item.text.trim()))
        .map(({ sizePt }) => sizePt);
    });
    return { question: Math.min(...question!), gloss: Math.min(...gloss!) };
  });
  expect(sizes.every(({ question, gloss }) => question === 11 && gloss >= 9 && gloss < 12)).toBe(true);
});
