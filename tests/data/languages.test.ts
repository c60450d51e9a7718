import { expect, test } from 'vitest';
import { citedNodes, nodesOf, sentences, sourced } from './data-files.ts';

/** The Han characters of a two-byte character set, from the decoder that Node brings. */
function hanOf(label: string, firstRow: number, lastRow: number): Set<string> {
  const decoder = new TextDecoder(label);
  const characters = new Set<string>();
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
    }
  }
  return characters;
}

/** GB 2312 holds no form that only Japan writes, JIS X 0208 none that only the mainland writes, but for a few old pairs. */
const CHINESE = hanOf('gb18030', 0xb0, 0xf7);
const JAPANESE = new Set([...hanOf('euc-jp', 0xb0, 0xf4), '\u3005']);

/** Postal addresses are copied on the envelope as they stand in Japanese. */
const ADDRESSES = new Set([
  'carriers/iijmio.json sim.returnTo.zhHans',
  'carriers/nuro-mobile.json sim.returnTo.zhHans',
  'carriers/ocn-mobile-one.json sim.returnTo.zhHans',
  'carriers/rakuten-mobile.json sim.returnTo.zhHans',
]);

const strangers = (text: string, known: Set<string>) =>
  [...text].filter((character) => /\p{Script=Han}/u.test(character) && !known.has(character));

test('the character sets are whole', () => {
  expect(CHINESE.size).toBe(6763);
  expect(JAPANESE.size).toBe(6355 + 1);
});

test.each(sourced)('%s: each fact says the same in both languages', (_name, body) => {
  for (const [path, node] of citedNodes(body)) {
    expect(String(node.ja ?? '').trim(), path).not.toBe('');
    expect(String(node.zhHans ?? '').trim(), path).not.toBe('');
  }
});

test.each(sourced)('%s: figures are the same in both languages', (_name, body) => {
  // Two digits and more: amounts, dates, hours, numbers to call. Single ones are often words in one of the languages.
  const figures = (text: string) => [...new Set(text.match(/\d[\d,:.-]*\d/g) ?? [])].sort();
  for (const [path, node] of nodesOf(body)) {
    if (typeof node.ja !== 'string' || typeof node.zhHans !== 'string') continue;
    expect(figures(node.zhHans), `${path} ${node.ja} ${node.zhHans}`).toEqual(figures(node.ja));
  }
});

test.each(sourced)('%s: Chinese sentences hold neither kana nor Japanese forms', (name, body) => {
  for (const [path, text] of sentences(body, 'zhHans')) {
    if (ADDRESSES.has(`${name} ${path}`)) continue;
    expect(text, path).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u);
    expect(strangers(text, CHINESE), `${path} ${text}`).toEqual([]);
  }
});

test('each exception is still needed, and its address stands apart for the Japanese run', () => {
  for (const place of ADDRESSES) {
    const [name, path] = place.split(' ') as [string, string];
    const [, body] = sourced.find(([file]) => file === name)!;
    const [, text] = sentences(body, 'zhHans').find(([at]) => at === path)!;
    expect(strangers(text, CHINESE), place).not.toEqual([]);
    const [, node] = citedNodes(body).find(([at]) => `${at}.zhHans` === path)!;
    // The postal mark begins the address, which ends with its receiver.
    const start = text.indexOf('\u3012');
    expect(String(node.ja)).toContain(node.addressJa);
    expect(text.slice(start), place).toBe(node.addressJa);
    expect(strangers(text.slice(0, start), CHINESE), place).toEqual([]);
  }
});

test.each(sourced)('%s: Japanese sentences hold no mainland forms', (_name, body) => {
  for (const [path, text] of sentences(body, 'ja')) {
    expect(strangers(text, JAPANESE), `${path} ${text}`).toEqual([]);
  }
});

test.each(sourced)('%s: marks between Han are full width', (_name, body) => {
  for (const language of ['ja', 'zhHans'] as const) {
    for (const [path, text] of sentences(body, language)) {
      expect(text, path).not.toMatch(
        /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|\p{Script=Han}\.\p{Script=Han}/u,
      );
    }
  }
});

test.each(sourced)(
  '%s: Chinese sentences use mainland marks, no tildes and no corner brackets',
  (_name, body) => {
    for (const [path, text] of sentences(body, 'zhHans'))
      expect(text, path).not.toMatch(/[~\uff5e\u300c\u300d]/);
  },
);
