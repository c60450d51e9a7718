import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse-document.ts';
import type { TreeElement, TreeNode } from '../../src/document/types.ts';
import { CARRIERS, changed, DOCOMO, fill, templateFiles, textOf } from '../stages/fill/memo-fill.ts';
import { hasClass } from '../support/has-class.ts';

const PROFILES = [
  DOCOMO,
  changed({ line: { numberPlan: 'port-out', familyLines: true, homeInternet: 'same-carrier' } }),
  changed({ carrier: 'povo2', line: { numberPlan: 'park' } }),
  changed({ line: { sim: 'esim', pinKnown: false, familyLines: true, homeInternet: 'other' } }),
  changed({
    carrier: 'softbank',
    line: { familyLines: true, homeInternet: 'same-carrier' },
    handset: { returnProgramme: true },
  }),
  changed({ carrier: 'gtn-mobile', visit: { channel: 'phone' } }),
];
const SHEETS = PROFILES.flatMap((customer) => [fill('memo', customer), fill('memo', customer, 'blank')]);

function find(node: TreeNode, wanted: (element: TreeElement) => boolean): TreeElement[] {
  if (node.kind === 'text') return [];
  return [...(wanted(node) ? [node] : []), ...node.children.flatMap((child) => find(child, wanted))];
}
const withClass = (root: TreeElement, name: string) => find(root, (element) => hasClass(element, name));
const plain = (node: TreeNode): string =>
  node.kind === 'text' ? node.text : node.name === 'rt' ? '' : node.children.map(plain).join('');

/** What the clerk sees of an answer, a line to write on as the key has it. */
const shown = (node: TreeNode): string =>
  node.kind === 'text'
    ? node.text.trim()
    : node.name === 'fill-in'
      ? '＿'
      : node.children.map(shown).join('');

interface Answered {
  id: string;
  answer: TreeElement;
}

/** Rows of the questions, and of the closing rows the one with options. */
function answersOf(root: TreeElement): Answered[] {
  const rows = [...withClass(root, 'row'), ...withClass(root, 'close')];
  return rows.flatMap((row) => {
    const id = plain(withClass(row, 'number')[0]!).trim();
    const answer = find(row, (element) => element.name === 'answer' || hasClass(element, 'choices'))[0];
    return answer ? [{ id, answer }] : [];
  });
}

/** A day to write needs no translation. */
const isOnlyDay = (answer: TreeElement): boolean => /^[20年月日＿]*$/u.test(shown(answer));

describe('answer key', () => {
  test.each(SHEETS.map((html, index) => [index, html] as const))(
    'sheet %i: each option that is on the paper, and no other',
    (_, html) => {
      const root = parseDocument(html).value!.root;
      const lines = withClass(root, 'key-line').filter((line) =>
        /^\d/u.test(plain(line.children[0]!).trim()),
      );
      const keys = new Map(
        lines.map((line) => [
          plain(line.children[0]!).trim(),
          withClass(line, 'option').map((option) => plain(option).split('\u00a0=\u00a0')[0]!.trim()),
        ]),
      );
      const answers = answersOf(root);
      expect(answers.length).toBeGreaterThan(9);
      const needed = answers.filter(({ answer }) => !isOnlyDay(answer)).map(({ id }) => id);
      expect([...keys.keys()].sort()).toEqual(needed.sort());
      for (const { id, answer } of answers) {
        for (const option of keys.get(id) ?? []) expect(shown(answer), `${id} ${option}`).toContain(option);
        for (const choice of find(answer, ({ name }) => name === 'choice')) {
          // Latin names (Web) need no translation; what stands between lines to write on is a unit.
          const option = plain(choice.children.find((child) => child.kind === 'text') ?? choice).trim();
          if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(option) || option.length < 2)
            continue;
          expect(keys.get(id)?.join(' '), `${id} ${option}`).toContain(option);
        }
      }
    },
  );

  test('every pair has both languages', () => {
    for (const html of SHEETS) {
      for (const option of withClass(parseDocument(html).value!.root, 'option')) {
        const [japanese, chinese] = plain(option).split('\u00a0=\u00a0');
        expect(japanese?.trim()).not.toBe('');
        expect(chinese?.trim()).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

const SOURCES = [...templateFiles('memo', '.hbs'), ...templateFiles('letter', '.hbs')];

/** Innermost text in one language, moustaches and tags gone. */
function sentences(language: string): [string, string][] {
  return SOURCES.flatMap(([path, source]) =>
    [
      ...source.matchAll(new RegExp(`lang="${language}"[^>]*>([\\s\\S]*?)</(?:p|h1|h2|span|choice)>`, 'gu')),
    ].map((match): [string, string] => [
      path,
      textOf(
        (match[1] ?? '')
          .replace(/<span[^>]*lang=[^>]*>.*?<\/span>/gu, '')
          .replace(/<span[^>]*lang=.*/u, '')
          .replace(/\{\{[^}]*\}\}/gu, ''),
      ),
    ]),
  );
}

test('Chinese: no kana, no corner brackets, none of the words that the term list refuses', () => {
  const refused =
    /[\u3040-\u309f\u30a0-\u30fa\u30fc-\u30ff]|[「」『』]|取消手续|注销手机|解约金|解约费|截止日|结账日|还款日|按日割|按比例|发票|汇款单|机款|残债|留底|收据|验证码|亲情号|转号|以旧换新|合约|约款|资料|截止|须知/u;
  const found = sentences('zh-Hans').filter(([, text]) => refused.test(text));
  expect(found).toEqual([]);
  expect(sentences('zh-Hans').length).toBeGreaterThan(150);
});

test('Chinese punctuation is full width; no slash dates, no wave', () => {
  const found = sentences('zh-Hans').filter(([, text]) => /[,;:!?()~～]|\d\/\d/u.test(text));
  expect(found).toEqual([]);
});

test('Japanese sentences end with a full stop and ask with か or お願いします', () => {
  const questions = SOURCES.filter(([path]) => path.startsWith('rows/')).flatMap(([path, source]) =>
    [...source.matchAll(/<p class="question" lang="ja">([\s\S]*?)<\/p>/gu)].map(
      (match) => [path, textOf(match[1] ?? '')] as const,
    ),
  );
  expect(questions).toHaveLength(SOURCES.filter(([path]) => path.startsWith('rows/')).length);
  for (const [path, question] of questions) {
    expect(question.replace(/\{\{[^}]*\}\}/gu, ''), path).toMatch(/(?:か|お願いします)。$/u);
    expect(question, path).not.toMatch(/(?<![ごお]\p{Script=Han}{1,4})ください/u);
  }
});

test('Japanese: か月, no simplified forms, no circles and crosses', () => {
  for (const [path, text] of sentences('ja')) expect(text, path).not.toMatch(/ヶ月|ケ月|カ月|[○×△]|[~～+]/u);
});

test('readings stand where the customer reads them, and never on the front of the counter memo', () => {
  const source = Object.fromEntries(SOURCES);
  for (const path of ['parts/phrases', 'parts/script', 'parts/heard']) {
    for (const said of source[path]!.matchAll(/<p class="said"[^>]*>(.*?)<\/p>/gu)) {
      const unread = (said[1] ?? '').replace(/<ruby>.*?<\/ruby>/gu, '').replace(/\{\{[^}]*\}\}/gu, '');
      expect(textOf(unread), path).not.toMatch(/\p{Script=Han}/u);
    }
  }
  for (const [path, text] of SOURCES.filter(([name]) => name.startsWith('rows/'))) {
    for (const match of text.matchAll(/<p class="question" lang="ja">([\s\S]*?)<\/p>/gu)) {
      const unread = (match[1] ?? '').replace(/<ruby>.*?<\/ruby>/gu, '').replace(/\{\{[^}]*\}\}/gu, '');
      expect(textOf(unread).replace(/[月日]/gu, ''), path).not.toMatch(/\p{Script=Han}/u);
    }
  }
  for (const [path, text] of SOURCES.filter(([name]) => name.startsWith('statements/')))
    expect(text, path).not.toContain('<ruby>');
});

test('a reading is kana, and each base of several parts is one character', () => {
  for (const [path, source] of SOURCES) {
    for (const [, inner] of source.matchAll(/<ruby>(.*?)<\/ruby>/gu)) {
      const parts = [...inner!.matchAll(/([^<]+)<rt>([^<]*)<\/rt>/gu)];
      for (const [, base, reading] of parts) {
        // ふん・ぷん: which of the two depends on the number before.
        expect(reading, path).toMatch(/^[\u3041-\u3096ー・]+$/u);
        if (parts.length > 1) expect([...base!], path).toHaveLength(1);
      }
    }
  }
});

test('every row of the table has its partial, and the other way round', () => {
  const rows = JSON.parse(Object.fromEntries(templateFiles('memo', '.json')).rows!).rows;
  const partials = SOURCES.flatMap(([path]) => (path.startsWith('rows/') ? path.slice(5) : []));
  expect(Object.keys(rows).sort()).toEqual(partials.sort());
});

test('where the same words must stand everywhere: the request, by carrier', () => {
  for (const carrier of CARRIERS) {
    const text = textOf(fill('memo', changed({ carrier })));
    expect(text).toMatch(/解約をお願いします。|解約の方法を教えていただけますか。/u);
  }
});
