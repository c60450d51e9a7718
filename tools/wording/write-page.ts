/** In: the sentences. Out: a page for the browser, and the same as a fragment that the product itself can set. */
import { dirname } from 'node:path';
import type { Cell, Piece, Sentence } from './read-sentences.ts';

const TITLE = { zh: '全部文案对照', ja: '文言の一覧' };
const HOW = {
  zh: '｛｝里是程序填入的内容，［｜］里按情况选一。',
  ja: '｛｝にはプログラムが値を入れます。［｜］は場合により一つを選びます。',
};

/** By folder, in the order of the files. */
function byFolder(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const folders = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const folder = dirname(sentence.id.replace(/(?:#|: ).*$/u, ''));
    folders.set(folder, [...(folders.get(folder) ?? []), sentence]);
  }
  return folders;
}

export function writeHtml(sentences: readonly Sentence[]): string {
  const tables = [...byFolder(sentences)].map(
    ([folder, rows]) => `<h2 lang="en">templates/${folder}</h2>
<table>
<thead><tr><th scope="col" lang="en">id</th><th scope="col">简体中文</th><th scope="col" lang="ja">日本語</th></tr></thead>
<tbody>
${rows.map((row) => `<tr id="${escapeHtml(anchor(row.id))}"><th scope="row" lang="en">${escapeHtml(within(row.id, folder))}</th><td>${cell(row.zh)}</td><td lang="ja">${cell(row.ja)}</td></tr>`).join('\n')}
</tbody>
</table>`,
  );
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE.zh} / ${TITLE.ja}</title>
<style>
body { font: 1rem/1.6 sans-serif; margin: 1rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid #767676; padding: .4rem .6rem; text-align: start; vertical-align: top; }
th[scope=row] { font-weight: normal; font-size: .85rem; width: 18%; overflow-wrap: anywhere; }
td { width: 41%; }
</style>
</head>
<body>
<h1>${TITLE.zh} <span lang="ja">${TITLE.ja}</span></h1>
<p>${HOW.zh}</p>
<p lang="ja">${HOW.ja}</p>
${tables.join('\n')}
</body>
</html>
`;
}

export function writeFragment(sentences: readonly Sentence[]): string {
  const parts = [...byFolder(sentences)].map(
    ([folder, rows]) => `<section class="folder">
<h2 lang="en">templates/${folder}</h2>
${rows.map((row) => `<section class="sentence"><p class="id" lang="en">${breakable(within(row.id, folder))}</p><section lang="zh-Hans">${paragraphs(row.zh)}</section><section lang="ja">${paragraphs(row.ja)}</section></section>`).join('\n')}
</section>`,
  );
  return `<section lang="zh-Hans">
<h1>${TITLE.zh} <span lang="ja">${TITLE.ja}</span></h1>
<p>${HOW.zh}</p>
<p lang="ja">${HOW.ja}</p>
${parts.join('\n')}
</section>
<running-foot><p class="page" lang="en"><page-number></page-number> / <page-total></page-total></p></running-foot>
`;
}

const anchor = (id: string): string => id.replaceAll(/[^\w.-]+/gu, '-');

const within = (id: string, folder: string): string =>
  id.startsWith(`${folder}/`) ? id.slice(folder.length + 1) : id;

/** A long key may break between its parts. */
const breakable = (id: string): string =>
  escapeHtml(id).replaceAll(/(?<=[/.:-])|(?<=[a-z])(?=[A-Z])/gu, '\u200B');

const cell = (content: Cell): string => content.map((pieces) => pieces.map(piece).join('')).join('<br>');

const paragraphs = (content: Cell): string =>
  content.length === 0 ? '<p></p>' : content.map((pieces) => `<p>${pieces.map(piece).join('')}</p>`).join('');

const piece = ({ text, reading }: Piece): string =>
  reading
    ? `<ruby>${escapeHtml(text)}<rt>${escapeHtml(reading)}</rt></ruby>`
    : escapeHtml(text).replaceAll('\n', '<br>');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
