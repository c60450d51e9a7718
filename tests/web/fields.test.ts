import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webWords } from '#web-words';
import { answerPaths, kindAt } from '../../src/case/case-fields.ts';
import { listCarriers } from '../../src/facts/carriers.ts';
import { EDITION, FIELDS, labelOf, optionsOf, SECTION_IDS } from '../../web/fields.ts';

test('every answer of a case can be given on the page, once, in a section', () => {
  const paths = FIELDS.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.toSorted()).toEqual([...answerPaths(), EDITION].toSorted());
  expect(FIELDS.filter(({ section }) => !SECTION_IDS.includes(section))).toEqual([]);
  expect(SECTION_IDS.filter((id) => webWords.sections[id] === undefined)).toEqual([]);
});

test('choices are those of the case, and each has words', () => {
  for (const { path, kind, preset } of FIELDS) {
    expect(labelOf(path).ja).not.toBe(path);
    const of = kindAt(path.split('.'));
    const values = of?.kind === 'choice' || of?.kind === 'list' ? of.values.map(String) : [];
    if (path !== EDITION) expect(Object.keys(optionsOf(path)).toSorted()).toEqual(values.toSorted());
    if (preset !== undefined && kind === 'one') expect(Object.keys(optionsOf(path))).toContain(preset);
  }
});

test('every kind of carrier has a heading in the list', () => {
  const kinds = new Set(listCarriers().map(({ kind }) => kind));
  expect(Object.keys(webWords.kinds).toSorted()).toEqual([...kinds].toSorted());
});

test('every sentence is used, and every sentence used is there', () => {
  const sources = readdirSync('web').map((name) => readFileSync(`web/${name}`, 'utf8'));
  const named = sources
    .join('\n')
    .matchAll(/\b(?:say|words|textOf|isSure)\('([\w-]+)'|\blink\('([\w-]+)'|says\.([\w-]+)/gu);
  /** Said by the name of a document, of a confidence, or by which of two it is. */
  const computed = ['checklist', 'record', 'memo', 'letter', 'high', 'medium', 'low', 'at-hour', 'by-hour'];
  const used = new Set([...named].flatMap(([, ...ids]) => ids.filter((id) => id !== undefined)));
  expect([...used, ...computed].toSorted()).toEqual(Object.keys(webWords.says).toSorted());
});
