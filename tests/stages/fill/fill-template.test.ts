import { expect, test } from 'vitest';
import { templates } from '#templates';
import { compileTemplates } from '../../../src/fill/compile-templates.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import { htmlOf, LEAVER, viewOf } from './fill-case.ts';

const fill = (source: string, view = viewOf(LEAVER)) => {
  const own = compileTemplates({ main: source }, {});
  return fillTemplate('checklist', view, {
    ...templates,
    documents: { ...templates.documents, checklist: own },
  }).html;
};

test('no answer creates an element', () => {
  const html = htmlOf('checklist', { ...LEAVER, holder: { nameRoman: 'A & B <b>"x"' } });
  expect(html).toContain('A &amp; B &lt;b&gt;&quot;x&quot;');
  expect(html).not.toContain('<b>');
});

test('a path that the view lacks is an error, and so is an unknown helper', () => {
  expect(() => fill('{{holder.nmae}}')).toThrow('nmae');
  expect(() => fill('{{shout holder.name}}')).toThrow('shout');
});

test('readings stand where the print settings want them', () => {
  const source =
    '<p lang="ja">{{ruby "解約" "かいやく"}}</p><p lang="zh-Hans">{{pinyin "解约" "jiěyuē"}}</p>';
  const fillWith = (ruby: string) => fill(source, viewOf({ ...LEAVER, print: { ruby } }));
  expect(fillWith('none')).toBe('<p lang="ja">解約</p><p lang="zh-Hans">解约</p>');
  expect(fillWith('furigana')).toContain('<ruby>解約<rt>かいやく</rt></ruby></p><p lang="zh-Hans">解约');
  expect(fillWith('both')).toContain('<ruby>解约<rt>jiěyuē</rt></ruby>');
  expect(fillWith('pinyin')).toContain('<p lang="ja">解約</p>');
});

test('amounts, lists and comparisons', () => {
  expect(fill('{{amount 1100}} {{amount 999}} {{amount 1234567}}')).toBe('1,100 999 1,234,567');
  expect(fill('{{#if (and is.shop (not is.web))}}a{{/if}}{{#if (or is.web is.phone)}}b{{/if}}')).toBe('a');
});

test('a template of the user’s own may end with a newline', () => {
  expect(fill('<p lang="en">x</p>\n')).toBe('<p lang="en">x</p>');
});

test('what the guide writes between braces is filled in', () => {
  expect(fill('{{carrier.zh}} {{#with visit}}{{#if shop}}a{{else}}b{{/if}}{{/with}}')).toMatch(/^.+ b$/u);
  expect(fill('{{#if is.web}}a{{else if is.shop}}b{{else}}c{{/if}}{{#unless is.web}}d{{/unless}}')).toBe(
    'bd',
  );
  const entries =
    '{{#each phases}}{{@index}}{{#if @first}}{{@root.today}}{{/if}}{{#if @last}}.{{/if}}{{/each}}';
  expect(fill(entries)).toMatch(/^0\d{4}-\d\d-\d\d12.*\.$/u);
  expect(fill('{{#each phases}}{{#if @first}}{{#each steps}}{{../id}} {{/each}}{{/if}}{{/each}}')).toMatch(
    /^(\w+ )+$/u,
  );
  expect(fill('{{#each phases}}{{#if @first}}{{count steps}}{{/if}}{{else}}none{{/each}}')).toMatch(/^\d+$/u);
  expect(fill('{{!-- {{a}} --}}{{date departure "zh.full"}} {{date departure "ja.day"}}')).toBe(
    '2027\u5e743\u670828\u65e5 3\u670828\u65e5',
  );
});
