import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnyMarkup } from '../../src/document/read-any-markup.ts';
import { readTidyMarkup } from '../../src/document/read-tidy-markup.ts';
import { ruleOf, VOCABULARY } from '../../src/document/vocabulary.ts';
import { EXAMPLES } from '../integration/support/examples.ts';
import { DOCUMENTS, fillDocument, planCase } from '../integration/support/set-case.ts';

const expectSame = (html: string): void => {
  expect({ value: { root: readTidyMarkup(html) }, problems: [] }).toEqual(readAnyMarkup(html));
};

const text = fc.constantFrom(
  '\u89e3\u7d04',
  'a',
  ' ',
  '\n',
  ' a  b\n',
  '\n\u3000',
  '\u00a0',
  '\u{20000}\n\u89e3',
  'a &amp; b',
  '&lt;p&gt;',
  '&quot;',
  '&copy;',
  '&#160;',
  '&#150;',
  '&#55296;',
  '&',
  '\0',
  '\r\n',
  '>',
  '<!-- c -->',
);
const attributes = fc.constantFrom(
  '',
  '',
  ' lang="ja"',
  ' lang="ja"',
  ' class="a b"',
  ' class=" a\n b "',
  ' id="1 &gt; 0"',
  ' id="1 > 0"',
  ' checked',
  ' lang="ja" lang="en"',
);

const names = [...Object.keys(VOCABULARY), 'div', 'svg', 'b', 'constructor'];
/** Where only these belong. */
const HELD = new Map([
  ['ul', ['li', 'check-item']],
  ['ol', ['li']],
  ['table', ['thead', 'tbody', 'tr']],
  ['thead', ['tr']],
  ['tbody', ['tr']],
  ['tr', ['th', 'td']],
  ['answer', ['choice']],
  ['ruby', ['rt']],
]);
const named = (place: string): string[] =>
  Object.values(VOCABULARY)
    .filter((rule) => rule.place === place && rule.parents.length === 0)
    .map(({ name }) => name);
const BLOCKS = named('block');
const INLINES = named('inline');

/** Mostly elements where they belong; some elsewhere, some with the wrong end tag or none. */
const nodesIn = (parent: string, depth: number): fc.Arbitrary<string> => {
  const content = ruleOf(parent)?.content ?? 'blocks';
  const held = HELD.get(parent) ?? (content === 'inlines' ? INLINES : content === 'blocks' ? BLOCKS : []);
  const parts: { weight: number; arbitrary: fc.Arbitrary<string> }[] = [
    { weight: 8, arbitrary: content === 'inlines' ? text : fc.constantFrom(' ', '\n', '') },
    { weight: 1, arbitrary: text },
  ];
  if (depth > 0) {
    if (held.length > 0) parts.push({ weight: 30, arbitrary: element(held, depth) });
    parts.push({ weight: 1, arbitrary: element(names, depth) });
  }
  return fc.array(fc.oneof(...parts), { maxLength: 4 }).map((all) => all.join(''));
};

const element = (among: readonly string[], depth: number): fc.Arbitrary<string> =>
  fc.constantFrom(...among).chain((name) =>
    fc
      .tuple(attributes, nodesIn(name, depth - 1), fc.integer({ min: 0, max: 60 }), fc.constantFrom(...names))
      .map(([attribute, inner, fault, other]) => {
        if (name === 'br' || name === 'hr') return `<${name}>`;
        const end = fault === 0 ? '' : fault === 1 ? `</${other}>` : `</${name}>`;
        return `<${name}${attribute}>${inner}${end}`;
      }),
  );

test('what the scan reads, parse5 reads in the same way', () => {
  let read = 0;
  fc.assert(
    fc.property(nodesIn('section', 5), (nodes) => {
      const html = `<section lang="ja">${nodes}</section>`;
      if (readTidyMarkup(html) === null) return;
      read += 1;
      expectSame(html);
    }),
    { seed: 5, numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(4_000);
});

test('tables, lists and ruby as our templates write them are tidy', () => {
  expectSame(
    '<section lang="ja"><table>\n<thead><tr><th scope="row">a</th></tr></thead>\n' +
      '<tbody><tr><td>b<br>c</td></tr></tbody></table>' +
      '<table>\n<tr><td>a</td></tr>\n</table><table><thead></thead> <tr> </tr></tbody><tr></tr></table>' +
      '<ul><li><p><ruby>\u89e3<rt>\u304b\u3044</rt></ruby>\n<em>x</em>\n<page-number></page-number>\n</p></li></ul>' +
      '<page-break></page-break></section>',
  );
});

test.each([
  ['a p closed by a block', '<p>a<section>b</section></p>'],
  ['a heading in a heading', '<h1>a<h2>b</h2></h1>'],
  ['a link in a link', '<a href="x">a<a href="y">b</a></a>'],
  ['text in a table', '<table>a<tbody></tbody></table>'],
  ['a cell without a row', '<table><tbody><td>a</td></tbody></table>'],
  ['a slash that HTML ignores', '<page-break/>'],
  ['an element that is not closed', '<p>a'],
  ['an end tag without its start', 'a</p>'],
  ['an attribute given twice', '<p lang="ja" lang="en">a</p>'],
  ['an element that is not known', '<div></div>'],
  ['an attribute that is not known', '<p style="x">a</p>'],
  ['text without a language', '<p>\u89e3\u7d04</p>'],
  ['text outside a paragraph', '<section>a</section>'],
  ['a block in running text', '<p><keep></keep></p>'],
  ['running text without a paragraph', '<section><em>a</em></section>'],
])('%s is left to parse5', (_, html) => {
  expect(readTidyMarkup(html)).toBeNull();
});

test('every document of the examples is tidy', () => {
  for (const { input } of EXAMPLES) {
    const planned = planCase(input);
    for (const document of DOCUMENTS) expectSame(fillDocument(document, planned));
  }
});
