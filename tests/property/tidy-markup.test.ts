import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { readTidyMarkup, type SourceNode } from '../../src/document/read-tidy-markup.ts';
import { VOCABULARY } from '../../src/document/vocabulary.ts';
import { EXAMPLES } from '../integration/support/examples.ts';
import { DOCUMENTS, fillDocument, planCase } from '../integration/support/set-case.ts';

/** parse5's tree, as far as the document stage looks at it. */
const plain = (nodes: DefaultTreeAdapterTypes.ChildNode[]): SourceNode[] =>
  nodes.map((node) =>
    'attrs' in node
      ? {
          nodeName: node.nodeName,
          tagName: node.tagName,
          attrs: node.attrs.map(({ name, value }) => ({ name, value })),
          childNodes: plain(node.childNodes),
        }
      : { nodeName: '#text', value: 'value' in node ? node.value : '#comment' },
  );

const names = fc.constantFrom(...Object.keys(VOCABULARY), 'div', 'svg', 'b');
const text = fc.constantFrom(
  '\u89e3\u7d04',
  ' ',
  '\n',
  '\u3000',
  '\u00a0',
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
  ' lang="ja"',
  ' class="a b" checked',
  ' alt="1 &gt; 0"',
  ' lang="ja" lang="en"',
);

/** Mostly closed elements, whatever holds whatever; some with the wrong end tag or none. */
const markup = fc.letrec<{ nodes: string; element: string }>((tie) => ({
  nodes: fc
    .array(fc.oneof({ maxDepth: 5 }, text, tie('element')), { maxLength: 4 })
    .map((parts) => parts.join('')),
  element: fc
    .tuple(names, attributes, tie('nodes'), fc.integer({ min: 0, max: 40 }), names)
    .map(([name, attribute, inner, fault, other]) => {
      if (name === 'br' || name === 'hr') return `<${name}>`;
      const end = fault === 0 ? '' : fault === 1 ? `</${other}>` : `</${name}>`;
      return `<${name}${attribute}>${inner}${end}`;
    }),
})).nodes;

test('what the scan reads, parse5 reads in the same way', () => {
  let read = 0;
  fc.assert(
    fc.property(markup, (html) => {
      const tidy = readTidyMarkup(html);
      if (tidy === null) return;
      read += 1;
      expect(tidy).toEqual(plain(parseFragment(html).childNodes));
    }),
    { seed: 5, numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(4_000);
});

test('tables, lists and ruby as our templates write them are tidy', () => {
  const html =
    '<table>\n<thead><tr><th scope="row">a</th></tr></thead>\n<tbody><tr><td>b<br>c</td></tr></tbody></table>' +
    '<table>\n<tr><td>a</td></tr>\n</table><table><thead></thead> <tr> </tr></tbody><tr></tr></table>' +
    '<ul><li><p><ruby>\u89e3<rt>\u304b\u3044</rt></ruby><em>x</em></p></li></ul><page-break></page-break>';
  expect(readTidyMarkup(html)).toEqual(plain(parseFragment(html).childNodes));
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
])('%s is left to parse5', (_, html) => {
  expect(readTidyMarkup(html)).toBeNull();
});

test('every document of the examples is tidy', () => {
  for (const { input } of EXAMPLES) {
    const planned = planCase(input);
    for (const document of DOCUMENTS) {
      const html = fillDocument(document, planned);
      expect(readTidyMarkup(html)).toEqual(plain(parseFragment(html).childNodes));
    }
  }
});
