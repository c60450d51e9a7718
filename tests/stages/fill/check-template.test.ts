import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meantBy, wantedInstead } from '../../../src/document/check-values.ts';
import { COMMON_ATTRIBUTES, VOCABULARY } from '../../../src/document/vocabulary.ts';
import { checkTemplate } from '../../../src/fill/check-template.ts';
import { filesBelow } from '../../support/files-below.ts';

const vocabulary = { elements: VOCABULARY, common: COMMON_ATTRIBUTES, wantedInstead, meantBy };
const check = (source: string) =>
  checkTemplate(source, 'memo/main.hbs', vocabulary).map(({ code, path, values }) => [code, path, values]);

const told = (source: string) =>
  checkTemplate(source, 'a.hbs', vocabulary).map(
    ({ code, path, values, hint }) =>
      `${path.slice(6)} ${code} ${values?.element ?? values?.block}${hint ? ` ${hint}` : ''}`,
  );

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
    '<p lang="fr">',
    '<p lang="JA">',
  ];
  for (const source of wrong) expect(check(source).map(([code]) => code)).toContain('wrong-attribute-value');
  expect(check(`${wrong[5]}</time-line>`)).toHaveLength(2);
  const right =
    '<fill-in width="16.5mm"></fill-in><qr-code href="{{href}}" alt=""></qr-code><td colspan="2">' +
    '<a href="https://a.jp/?b=1&amp;c=2"></a></td><time-line from="2028-02-29" to="{{to}}"></time-line>' +
    '<fill-in {{#if w}}width="{{w}}"{{/if}}></fill-in><span field="{{f}}"></span>';
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
  expect(told('<p>a</p>\n<p>{{x</p>')).toEqual(['2:1 mustache-not-readable undefined']);
});

test('a language that is written otherwise is told with the one that was meant', () => {
  const hintOf = (lang: string) =>
    checkTemplate(`<p lang="${lang}"></p>`, 'memo/main.hbs', vocabulary).map(({ hint }) => hint);
  expect(['jp', 'JA', 'ja-JP'].map(hintOf)).toEqual([['ja'], ['ja'], ['ja']]);
  expect(['cn', 'zh', 'zh-CN', 'zh-hans'].map(hintOf)).toEqual(Array(4).fill(['zh-Hans']));
  expect(['fr', 'zh-Hant'].map(hintOf)).toEqual([[undefined], [undefined]]);
  expect(['zh-Hans', 'ja', 'en'].map(hintOf)).toEqual([[], [], []]);
});

test.each([
  ['<section>\n<p lang="ja">a</p>', ['1:1 unclosed-element section']],
  ['<section>\n<p lang="ja">a</section>', ['2:1 unclosed-element p']],
  ['<p><span>a</p>', ['1:4 unclosed-element span']],
  ['<p><fill-in width="8mm"> a</p>', ['1:4 unclosed-element fill-in']],
  ['<answer><choice>a</choice></anwser>', ['1:27 unopened-element anwser </answer>']],
  ['<anwser></answer>', ['1:1 unknown-element anwser']],
  ['<p>a</p></p>', ['1:9 unopened-element p']],
  ['<p>a</span></p>', ['1:5 unopened-element span']],
  ['{{#if a}}<p>a{{/if}}', ['1:10 unclosed-element p']],
  ['<section>{{#if a}}<p>a</section>{{/if}}', ['1:19 unclosed-element p']],
  ['{{#if a}}<p class="a">{{else}}<p>{{/if}}a', ['1:10 unclosed-element p']],
  ['{{!-- <p> {{#if a}} --}}<p>a</p>{{! <p> }}', []],
  ['<!-- <p> --><br><hr/><p class="{{#if a}}b{{else}}c{{/if}}">a<br>b</p>', []],
])('each element ends in its file: %s', (source, expected) => {
  expect(told(source)).toEqual(expected);
});

test.each([
  '{{#if a}}<p class="a">{{else}}<p>{{/if}}a</p>',
  '{{#if a}}<p class="a">{{else if b}}<p class="b">{{else}}<p>{{/if}}a</p>',
  '{{#if a}}<keep>{{/if}}<p>a</p>{{#if a}}</keep>{{/if}}',
  '<ul>{{#each a}}<li>{{#if b}}</li><li>{{/if}}</li>{{/each}}</ul>',
  '<keep>{{#if a}}</keep>{{/if}}<p>a</p>{{#unless a}}</keep>{{/unless}}',
])('what is balanced in each filled form is not refused: %s', (source) => {
  expect(told(source)).toEqual([]);
});

test.each([
  ['{{#if x}}\n{{#each y}}<p>a</p>{{/if}}', ['2:1 block-not-closed each']],
  ['<p>{{#if x}}a</p>', ['1:4 block-not-closed if']],
  ['a{{/if}}', ['1:2 block-not-opened if']],
])('each block ends in its file: %s', (source, expected) => {
  expect(told(source)).toEqual(expected);
});

test('the package’s own templates are clean', () => {
  const files = filesBelow('templates', '.hbs');
  expect(files.length).toBeGreaterThan(200);
  for (const file of files) {
    expect(checkTemplate(readFileSync(`templates/${file}`, 'utf8'), file, vocabulary)).toEqual([]);
  }
});
