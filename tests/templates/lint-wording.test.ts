import { expect, test } from 'vitest';
import type { TreeNode } from '../../src/document/types.ts';
import { plainText, readSentences } from '../../tools/wording/read-sentences.ts';
import { EXAMPLES } from '../integration/support/examples.ts';
import { sampledScenarios } from '../integration/support/scenarios.ts';
import { DOCUMENTS, fillDocument, planCase, treeOf } from '../integration/support/set-case.ts';
import { elementsOf } from '../integration/support/text-of.ts';
import { lintWording, type WordingRun } from '../support/wording-lint.ts';

/** Names of persons stand as they are. */
const NAMES = EXAMPLES.flatMap(({ input }) => Object.values((input.holder ?? {}) as Record<string, string>));

/** The text of each language in each paragraph, so that a mark is seen between its neighbours. */
function runsOf(html: string, where: string): WordingRun[] {
  const runs: WordingRun[] = [];
  for (const element of elementsOf(treeOf(html).root)) {
    const texts = new Map<string, string>();
    const collect = (nodes: readonly TreeNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'text') {
          if (node.lang) texts.set(node.lang, (texts.get(node.lang) ?? '') + node.text);
        } else if (node.name !== 'rt') {
          // A slot or a box parts what stands around it.
          if (node.children.length === 0 && node.lang)
            texts.set(node.lang, `${texts.get(node.lang) ?? ''}\uFFFC`);
          else collect(node.children);
        }
      }
    };
    if (!['p', 'h1', 'h2', 'h3', 'td', 'th', 'choice', 'time-month'].includes(element.name)) continue;
    collect(element.children);
    for (const [lang, text] of texts) runs.push({ where, lang, text: text.trim() });
    for (const name of ['alt', 'tip']) {
      const spoken = element.attributes[name];
      if (spoken && element.lang) runs.push({ where, lang: element.lang, text: spoken });
    }
  }
  return runs;
}

test('the lint bites', () => {
  const planted: [string, string][] = [
    ['zh-Hans', '请说「你好」'],
    ['zh-Hans', '合同(原件)'],
    ['zh-Hans', '请确认,谢谢'],
    ['zh-Hans', '截至2027/3/28'],
    ['zh-Hans', '１天'],
    ['zh-Hans', '解约の手续'],
    ['zh-Hans', '契約书'],
    ['zh-Hans', '需要付解约金'],
    ['ja', '“解約”です'],
    ['ja', '解約，次に返却。'],
    ['ja', '解约です'],
    ['ja', '3ヶ月かかります'],
  ];
  for (const [lang, text] of planted) expect(lintWording([{ where: '', lang, text }]), text).not.toEqual([]);
  const clean: [string, string][] = [
    ['zh-Hans', '请在“3月28日（周日）”之前确认，谢谢。'],
    ['ja', '「3月28日（日）」までに、ご確認をお願いします。'],
    ['zh-Hans', 'https://example.jp/a/1/2'],
  ];
  for (const [lang, text] of clean) expect(lintWording([{ where: '', lang, text }])).toEqual([]);
});

test('every sentence of the templates is clean, printed by an example or not', () => {
  const sentences = readSentences('templates');
  expect(sentences.length).toBeGreaterThan(700);
  const runs = sentences.flatMap(({ id, zh, ja }): WordingRun[] => {
    // Values and the marks of alternatives are not wording.
    const clean = (text: string) => text.replaceAll(/\{[^}]*\}|[［｜］]/gu, '\uFFFC');
    return [
      ...plainText(zh)
        .split('\n')
        .map((text) => ({ where: id, lang: 'zh-Hans', text: clean(text) })),
      ...plainText(ja)
        .split('\n')
        .map((text) => ({ where: id, lang: 'ja', text: clean(text) })),
    ];
  });
  expect(lintWording(runs, NAMES)).toEqual([]);
});

test('all examples in all editions are clean when filled in, and so is a sample of all carriers', () => {
  const cases = [
    ...EXAMPLES.flatMap(({ name, input }) =>
      (['personal', 'share', 'blank'] as const).map((edition) => ({ name, input, edition })),
    ),
    ...sampledScenarios(),
  ];
  const runs = cases.flatMap(({ name, input, edition }) => {
    const planned = planCase(input, { edition });
    return DOCUMENTS.flatMap((document) =>
      runsOf(fillDocument(document, planned), `${document} of ${name.split(' ').at(-1)} ${edition}`),
    );
  });
  const distinct = new Map(runs.map((run) => [`${run.lang} ${run.text}`, run]));
  expect(distinct.size).toBeGreaterThan(1000);
  expect(lintWording([...distinct.values()], NAMES)).toEqual([]);
});
