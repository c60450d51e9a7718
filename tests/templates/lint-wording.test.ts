import { expect, test } from 'vitest';
import type { TreeElement, TreeNode } from '../../src/document/types.ts';
import { plainText, readSentences } from '../../tools/wording/read-sentences.ts';
import { EXAMPLES } from '../integration/support/examples.ts';
import { sampledScenarios } from '../integration/support/scenarios.ts';
import { DOCUMENTS, fillDocument, planCase, treeOf } from '../integration/support/set-case.ts';
import { elementsOf } from '../integration/support/text-of.ts';
import { lintWording, type WordingRun } from '../support/wording-lint.ts';
import { lintTerms, type Wording } from './lint-terms.ts';

/** Names of persons stand as they are. */
const NAMES = EXAMPLES.flatMap(({ input }) => Object.values((input.holder ?? {}) as Record<string, string>));

/** A slot or a box parts what stands around it. */
const SLOT = '\uFFFC';

interface Filled {
  where: string;
  /** One list a paragraph, readings left out. */
  paragraphs: WordingRun[][];
  /** What is spoken for readers without sight. */
  spoken: WordingRun[];
}

const PARAGRAPHS = ['p', 'h1', 'h2', 'h3', 'td', 'th', 'choice', 'time-month'];

function readFilled(html: string, where: string): Filled {
  const filled: Filled = { where, paragraphs: [], spoken: [] };
  for (const element of elementsOf(treeOf(html).root)) {
    const { alt, tip } = element.attributes;
    for (const text of [alt, tip]) if (text && element.lang) filled.spoken.push({ text, lang: element.lang });
    if (PARAGRAPHS.includes(element.name)) filled.paragraphs.push(runsOf(element, undefined));
  }
  return filled;
}

function runsOf(element: TreeElement, field: string | undefined): WordingRun[] {
  return element.children.flatMap((node: TreeNode): WordingRun[] => {
    const lang = node.lang ?? '';
    const own = node.kind === 'element' ? (node.attributes.field ?? field) : field;
    if (node.kind === 'text') return [{ text: node.text, lang, ...(own ? { field: own } : {}) }];
    if (node.name === 'rt') return [];
    return node.children.length === 0 ? [{ text: SLOT, lang }] : runsOf(node, own);
  });
}

/** All examples in all editions, and a sample that knows all carriers. */
const FILLED = [
  ...EXAMPLES.flatMap(({ name, input }) =>
    (['personal', 'share', 'blank'] as const).map((edition) => ({ name, input, edition })),
  ),
  ...sampledScenarios().map((scenario) => ({ ...scenario, name: String(scenario.input.carrier) })),
].flatMap(({ name, input, edition }) => {
  const planned = planCase(input, { edition });
  return DOCUMENTS.map((document) =>
    readFilled(fillDocument(document, planned), `${document} of ${name} ${edition}`),
  );
});

/** Each language of a paragraph by itself, each text once. */
function wordingOf(filled: readonly Filled[]): Wording[] {
  const distinct = new Map<string, Wording>();
  for (const { where, paragraphs, spoken } of filled)
    for (const runs of [...paragraphs, ...spoken.map((run) => [run])]) {
      const texts = new Map<string, string>();
      for (const { lang, text } of runs) texts.set(lang, (texts.get(lang) ?? '') + text);
      for (const [lang, text] of texts) distinct.set(`${lang} ${text}`, { where, lang, text: text.trim() });
    }
  return [...distinct.values()];
}

test('the lint of terms and forms bites', () => {
  const planted: [string, string][] = [
    ['zh-Hans', '解约の手续'],
    ['zh-Hans', '解約手续'],
    ['zh-Hans', '需要付解约金'],
    ['zh-Hans', '按日割收'],
    ['ja', '解约です'],
    ['ja', '3ヶ月かかります'],
  ];
  for (const [lang, text] of planted)
    expect(lintTerms([{ where: '', lang, text }], []), text).toHaveLength(1);
  const clean: [string, string][] = [
    ['zh-Hans', '需要付违约金吗？按天计费。'],
    ['ja', '契約解除料は、3か月分かかります。人々'],
  ];
  for (const [lang, text] of clean) expect(lintTerms([{ where: '', lang, text }], [])).toEqual([]);
});

test('the filled templates keep to the marks of their language (R40, R64 to R67)', () => {
  expect(FILLED.length).toBeGreaterThan(100);
  const findings = FILLED.flatMap(({ where, paragraphs, spoken }) =>
    [...paragraphs, ...spoken.map((run) => [run])].flatMap((runs) =>
      lintWording(runs).map(({ rule, lang, text }) => `${rule} ${lang}: ${text} (${where})`),
    ),
  );
  expect([...new Set(findings)]).toEqual([]);
});

test('the filled templates keep to the term list and to the forms of their language', () => {
  const wording = wordingOf(FILLED);
  expect(wording.length).toBeGreaterThan(1000);
  expect(lintTerms(wording, NAMES)).toEqual([]);
});

test('so does every sentence of the templates, filled by an example or not', () => {
  const sentences = readSentences('templates');
  expect(sentences.length).toBeGreaterThan(700);
  const wording = sentences.flatMap(({ id, zh, ja }): Wording[] =>
    [
      { lang: 'zh-Hans', cell: zh },
      { lang: 'ja', cell: ja },
    ].map(({ lang, cell }) => ({
      where: id,
      lang,
      // Values and the marks of alternatives are not wording.
      text: plainText(cell).replaceAll(/\{[^}]*\}|[［｜］]/gu, SLOT),
    })),
  );
  expect(lintTerms(wording, NAMES)).toEqual([]);
});
