import { expect, test } from 'vitest';
import { openFonts } from '../../src/font/open-fonts.ts';
import { nodeHost } from '../../src/host/node.ts';
import { setDocument } from '../../src/set-document.ts';

const set = (html: string) =>
  setDocument(html, openFonts(nodeHost()), {
    sheets: [],
    media: { paper: 'A4', large: 'false', ruby: 'furigana' },
    fillable: false,
    ruby: true,
  });

/** Drawn by Japanese faces, not by the usual Chinese one. */
const RARE = '\u337f込';

test.each([
  `<h1 lang="ja">あ</h1><p lang="en">${RARE}</p>`,
  `<h1 lang="ja">あ</h1><p lang="zh-Hans">中<span lang="en">${RARE}</span></p>`,
  `<h1 lang="ja">あ</h1><p lang="zh-Hans"><ruby>中<rt lang="en">${RARE}</rt></ruby></p>`,
  `<h1 lang="zh-Hans">中</h1><p lang="en">${RARE}</p>`,
])('a text of another language finds its faces: %s', async (html) => {
  const { pages, problems } = await set(html);
  expect(problems).toEqual([]);
  expect(pages).not.toBeNull();
});
