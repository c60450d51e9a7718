import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { plainText, readSentences } from '../../tools/wording/read-sentences.ts';
import { writeFragment, writeHtml } from '../../tools/wording/write-page.ts';
import { DEFAULT_EXAMPLE } from '../integration/support/examples.ts';
import { planCase, Setter } from '../integration/support/set-case.ts';
import { filesBelow } from '../support/files-below.ts';

const sentences = readSentences('templates');

test('every word of every template and table is on the page', () => {
  const listed = sentences.map(({ zh, ja }) => `${plainText(zh)}\n${plainText(ja)}`).join('\n');
  const missing: string[] = [];
  for (const file of filesBelow('templates', '')) {
    if (!/\.(?:hbs|json)$/u.test(file) || file.endsWith('never-asked.json')) continue;
    const source = readFileSync(`templates/${file}`, 'utf8')
      .replaceAll(/<rt>.*?<\/rt>|\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}/gu, '')
      // A reading is shown over its word.
      .replaceAll(/\{\{(?:ruby|pinyin) "([^"]*)" "[^"]*"\}\}/gu, '$1')
      .replaceAll(/<\/?ruby>/gu, '');
    for (const [word] of source.matchAll(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]{2,}/gu,
    ))
      if (!listed.includes(word)) missing.push(`${file}: ${word}`);
  }
  expect(missing).toEqual([]);
});

test('ids are unique and tell the file', () => {
  const ids = sentences.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[\w/-]+\.(?:hbs#\d+|json: .+)$/u);
});

test('a pair stands side by side, a choice in brackets, a value by its name', () => {
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  const row = [...byId.values()].find(({ ja }) => plainText(ja) === 'どちらも使えません')!;
  expect(plainText(row.zh)).toBe('两样都不能用');
  expect(sentences.some(({ zh }) => /［[^］｜]+｜[^］]+］/u.test(plainText(zh)))).toBe(true);
  expect(sentences.some(({ zh }) => /\{[\w.@]+\}/u.test(plainText(zh)))).toBe(true);
});

test('the page says the language of each cell, and the product sets it', { timeout: 60_000 }, async () => {
  const html = writeHtml(sentences);
  expect(() => parse(html, { onParseError: ({ code }) => expect.fail(code) })).not.toThrow();
  expect(html.match(/<td lang="ja">/gu)).toHaveLength(sentences.length);
  const some = sentences.filter((_, index) => index % 9 === 0);
  const { pages, problems } = await new Setter().setHtml(
    writeFragment(some),
    'memo',
    planCase(DEFAULT_EXAMPLE).view,
  );
  expect(problems.filter(({ severity, code }) => severity === 'error' && code !== 'text-too-wide')).toEqual(
    [],
  );
  expect(pages!.pages.length).toBeGreaterThan(0);
});
