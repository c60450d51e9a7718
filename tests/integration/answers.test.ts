import { expect, test } from 'vitest';
import { nodeHost } from '../../src/host/node.ts';
import { createRenderer, type Rendered } from '../../src/render.ts';
import { DEFAULT_EXAMPLE } from './support/examples.ts';
import { everythingIn } from './support/pdf-words.ts';
import { DOCUMENTS, TODAY } from './support/set-case.ts';

const renderer = createRenderer(nodeHost());

/** The default example with other answers: `holder.nameKanji`. */
function renderWith(answers: Record<string, string>): Promise<Rendered> {
  const input = structuredClone(DEFAULT_EXAMPLE) as Record<string, Record<string, unknown>>;
  for (const [path, answer] of Object.entries(answers)) {
    const [group, key] = path.split('.') as [string, string];
    input[group] = { ...input[group], [key]: answer };
  }
  return renderer.render(input, { today: TODAY, documents: DOCUMENTS, stem: 'x' });
}

const errorsOf = ({ problems }: Rendered) => problems.filter(({ severity }) => severity === 'error');
const pagesOf = ({ documents }: Rendered, name: string) =>
  documents.find(({ document }) => document === name)?.pages;

test.each([
  '\u{20BB7}田龘', // outside the basic plane, and the character with the most strokes
  '\u4DAE健', // extension A, common in Chinese names
  '葛\u{E0100}城', // a variation sequence
  '髙\uFA11', // letters that only names keep
  '劉備禕', // traditional forms
])('a name of rare characters is printed as it is written: %s', async (name) => {
  const rendered = await renderWith({ 'holder.nameKanji': name });
  expect(rendered.problems.filter(({ code }) => /glyph|variation/u.test(code))).toEqual([]);
  expect(errorsOf(rendered)).toEqual([]);
  const memo = rendered.documents.find(({ document }) => document === 'memo')!;
  expect(everythingIn(memo.bytes)).toContain(name);
});

test.each([
  ['ZOË ÅSTRÖM-MÜLLER', 'Ë'],
  ['Nguyễn Thị Ánh', 'ễ'],
  ['ИВАН ПЕТРОВ', 'И'],
])('a name in letters of other languages is printed: %s', async (name) => {
  const rendered = await renderWith({ 'holder.nameRoman': name });
  expect(errorsOf(rendered)).toEqual([]);
  expect(everythingIn(rendered.documents[0]!.bytes)).toContain(name);
});

test.each([
  ['김민수', 'U+AE40'],
  ['محمد', 'U+0645'],
  ['สมชาย', 'U+0E2A'],
])('a name that no face can print is a Problem, never a gap: %s', async (name, codePoint) => {
  const rendered = await renderWith({ 'holder.nameRoman': name });
  expect(rendered.documents.map(({ name: file }) => file)).toEqual([]);
  const found = errorsOf(rendered).find(({ code }) => code === 'missing-glyph');
  expect(found?.values?.codePoint).toBe(codePoint);
  expect(found?.message.zhHans).not.toBe('');
});

test('the front of the memo stays one side with a long mail address', async () => {
  const usual = await renderWith({});
  for (const email of ['wang.xiaoming.2027@mail.example.ac.jp', `${'a'.repeat(40)}@graduate.example.ac.jp`]) {
    const rendered = await renderWith({ 'contactAfter.email': email });
    expect(errorsOf(rendered)).toEqual([]);
    expect(pagesOf(rendered, 'memo'), email).toBe(pagesOf(usual, 'memo'));
  }
});

test('what a clerk wrote fits, long as it may be', async () => {
  const rendered = await renderWith({
    'answers.overseasContact': '+81-3-1234-5678 https://www.example.jp/support/overseas/',
    'answers.receiptNumber': 'ABC-1234567890-2027-0320',
    'answers.completedAt': '3月23日 15:40 高田馬場店',
    'answers.mnpCode': '12-345-67890',
  });
  expect(errorsOf(rendered)).toEqual([]);
  expect(rendered.documents).toHaveLength(DOCUMENTS.length);
});
