import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wantedInstead } from '../../../src/document/check-values.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../../../src/document/vocabulary.ts';
import { checkTemplate } from '../../../src/fill/check-template.ts';

const vocabulary = { elements: VOCABULARY, common: COMMON_ATTRIBUTES, wantedInstead };
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

test('a value that is not of its attribute’s kind is told with its place, one that is filled in is left for later', () => {
  const codes = (source: string) => check(source).map(([code, path, values]) => [code, path, values]);
  expect(codes('<p>\n<fill-in width="wide"></fill-in></p>')).toEqual([
    [
      'wrong-attribute-value',
      'memo/main.hbs:2:10',
      { element: 'fill-in', attribute: 'width', value: 'wide', wanted: '8mm' },
    ],
  ]);
  const wrong = [
    '<fill-in width="8pt">',
    '<fill-in width="8">',
    '<qr-code href="">',
    '<qr-code href>',
    '<a href="https://example.jp/解約">',
    '<time-line from="soon" to="2027-02-29">',
    '<td colspan="two">',
    '<confidence-mark level="sure">',
    "<span field='fone'>",
    '<time-event rank=first>',
    '<running-head first="yes">',
    '<p lang="日本語">',
  ];
  for (const source of wrong) expect(check(source).map(([code]) => code)).toContain('wrong-attribute-value');
  expect(check(wrong[5] as string)).toHaveLength(2);
  const right =
    '<fill-in width="16.5mm"><qr-code href="{{href}}" alt=""><a href="https://a.jp/?b=1&amp;c=2"><td colspan="2">' +
    '<time-line from="2028-02-29" to="{{to}}"><fill-in {{#if w}}width="{{w}}"{{/if}}><span field="{{f}}">';
  expect(check(right)).toEqual([]);
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
