import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../../../src/document/vocabulary.ts';
import { checkTemplate } from '../../../src/fill/check-template.ts';

const vocabulary = { elements: VOCABULARY, common: COMMON_ATTRIBUTES };
const check = (source: string) =>
  checkTemplate(source, 'memo/main.hbs', vocabulary).map(({ code, path, values }) => [code, path, values]);

test('unknown elements and attributes are told with their line and column', () => {
  expect(check('<p>a</p>\n{{#if x}}<blink lang="ja">b</blink>{{/if}}')).toEqual([
    ['unknown-element', 'memo/main.hbs:2:10', { element: 'blink' }],
  ]);
  expect(check('<section class="{{x}}">\n  <p lang="ja" style="color: red">b</p></section>')).toEqual([
    ['unknown-attribute', 'memo/main.hbs:2:16', { element: 'p', attribute: 'style' }],
  ]);
});

test('a slash doesn’t close an own element', () => {
  expect(check('<page-break/><br/>')).toEqual([
    ['self-closed-element', 'memo/main.hbs:1:1', { element: 'page-break' }],
  ]);
});

test('mustaches inside values, in tags and in comments are passed over', () => {
  const source =
    '<check-item number="{{n}}" checked="{{#if c}}true{{/if}}">{{!-- <b> --}}<!-- <i> --></check-item>';
  expect(check(source)).toEqual([]);
  expect(check('<p lang="{{#if (eq a "b")}}ja{{else}}zh-Hans{{/if}}">x</p>')).toEqual([]);
});

test('a template that can’t be read is refused', () => {
  expect(() => check('{{#if x}}<p>a</p>')).toThrow();
});

test('the package’s own templates are clean', () => {
  const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  );
  expect(files.length).toBeGreaterThan(200);
  for (const file of files) {
    expect(checkTemplate(readFileSync(`templates/${file}`, 'utf8'), file, vocabulary)).toEqual([]);
  }
});
