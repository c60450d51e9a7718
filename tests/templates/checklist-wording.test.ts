/** The words of the checklist, read as text: fixed term pairs, punctuation, nothing that must never be asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { filesBelow } from '../support/files-below.ts';

const FOLDER = 'templates/checklist';
/** They stand inside a Japanese line and have no language of their own. */
const JAPANESE_PARTIALS = new Set(['urgent-ja.hbs', 'bar-ja.hbs', 'memo-name-ja.hbs', 'memo-word-ja.hbs']);

interface Sentence {
  file: string;
  lang: string;
  text: string;
}

/** Mustaches become a mark that is no letter; readings of `ruby` and `pinyin` go, their bases stay. */
function plain(source: string): string {
  return source
    .replace(/\{\{(?:ruby|pinyin) "([^"]*)" "[^"]*"\}\}/gu, '$1')
    .replace(/\{\{[#/]?(?:if|unless|each|with|else)[^}]*\}\}/gu, '')
    .replace(/\{\{[^}]*\}\}/gu, '\u25c7');
}

function collect(node: DefaultTreeAdapterTypes.Node, lang: string, file: string, found: Sentence[]): void {
  if (node.nodeName === '#text') {
    const text = (node as DefaultTreeAdapterTypes.TextNode).value.trim();
    if (text !== '') found.push({ file, lang, text });
  }
  const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
  for (const child of 'childNodes' in node ? node.childNodes : []) collect(child, own ?? lang, file, found);
}

const sentences: Sentence[] = filesBelow(FOLDER, '.hbs').flatMap((file) => {
  const found: Sentence[] = [];
  const lang = JAPANESE_PARTIALS.has(file) ? 'ja' : 'zh-Hans';
  collect(parseFragment(plain(readFileSync(`${FOLDER}/${file}`, 'utf8'))), lang, file, found);
  return found;
});
const words = JSON.parse(readFileSync(`${FOLDER}/words.json`, 'utf8')) as Record<
  string,
  Record<string, { zh: string; ja: string }>
>;
for (const list of Object.values(words)) {
  for (const { zh, ja } of Object.values(list)) {
    sentences.push(
      { file: 'words.json', lang: 'zh-Hans', text: zh },
      { file: 'words.json', lang: 'ja', text: ja },
    );
  }
}
const chinese = sentences.filter(({ lang }) => lang === 'zh-Hans');
const japanese = sentences.filter(({ lang }) => lang === 'ja');
const matching = (list: Sentence[], pattern: RegExp) =>
  list.filter(({ text }) => pattern.test(text)).map(({ file, text }) => `${file}: ${text}`);

test('there are words to read', () => {
  expect(chinese.length).toBeGreaterThan(250);
  expect(japanese.length).toBeGreaterThan(200);
});

test.each([
  ['解约', /销户|退网|停号/u],
  ['违约金', /解约金|解约费|违约费/u],
  ['账单结算日', /截止日|结账日|还款日/u],
  ['按天计费', /按日割|(?<!不)按比例|日割/u],
  ['手机分期余款', /机款|残债/u],
  ['凭证', /留底|收据|发票/u],
  ['4位密码', /登录密码|网络密码/u],
  ['家庭主号', /亲情号|副号/u],
  ['携号转网', /转号|转台/u],
  ['套餐', /合约|约款/u],
  ['门店', /店铺|店舗/u],
  ['旧机回收', /以旧换新|折价/u],
])('zh says %s and no other word for it', (_, avoided) => {
  expect(matching(chinese, avoided)).toEqual([]);
});

test('ja says what carriers say', () => {
  expect(
    matching(japanese, /違約金|残債|レシート|パスワード(?!を)/u).filter(
      (line) => !line.includes('IDとパスワード'),
    ),
  ).toEqual([]);
  // Asked of a reader, never ordered: ご and お before ください. The one sentence that stops a mistake is exempt.
  expect(
    matching(japanese, /(?<![おご][^、。]{1,6})ください/u).filter(
      (line) => !line.includes('完了しないでください'),
    ),
  ).toEqual([]);
});

/** Two-byte characters of an EUC code: GB 2312 or JIS X 0208. */
function charactersOf(encoding: 'gb2312' | 'euc-jp'): Set<string> {
  const decoder = new TextDecoder(encoding);
  const set = new Set<string>();
  for (let row = 0xa1; row <= 0xfe; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) set.add(decoder.decode(new Uint8Array([row, cell])));
  }
  return set;
}

const outside = (list: Sentence[], set: Set<string>) =>
  list.flatMap(({ file, text }) =>
    [...text].filter((c) => /\p{Script=Han}/u.test(c) && !set.has(c)).map((c) => `${file}: ${c} in ${text}`),
  );

test('Chinese keeps to Simplified characters, Japanese to its own', () => {
  expect(matching(chinese, /[\p{Script=Hiragana}\p{Script=Katakana}]/u)).toEqual([]);
  expect(outside(chinese, charactersOf('gb2312'))).toEqual([]);
  expect(outside(japanese, charactersOf('euc-jp'))).toEqual([]);
});

test('punctuation is full width between Han, and each language keeps its own marks', () => {
  expect(matching(chinese, /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u)).toEqual([]);
  expect(matching(chinese, /[「」『』]|[。、]\p{Script=Hiragana}/u)).toEqual([]);
  expect(matching(japanese, /[，；：“”《》]|[,;!?]\p{Script=Han}/u)).toEqual([]);
  expect(matching([...chinese, ...japanese], /[Ａ-Ｚａ-ｚ０-９]/u)).toEqual([]);
  expect(matching([...chinese, ...japanese], /\d{1,2}\/\d{1,2}/u)).toEqual([]);
});

test('a month count is か月, a range has から and まで', () => {
  expect(matching(japanese, /\d(ヶ|ケ|カ|ヵ|箇)月|[~〜～]/u)).toEqual([]);
});

test('every Japanese sentence of an answer or a warning ends with a full stop', () => {
  const full = readdirSync(`${FOLDER}/faq`).map((file) => {
    const source = plain(readFileSync(`${FOLDER}/faq/${file}`, 'utf8'));
    return /class="answer-second">(.*)<\/p>/u.exec(source)?.[1] ?? '';
  });
  expect(full.filter((text) => !text.endsWith('。'))).toEqual([]);
  const framed = readdirSync(`${FOLDER}/warnings`).map((file) =>
    readFileSync(`${FOLDER}/warnings/${file}`, 'utf8'),
  );
  expect(framed.filter((text) => !/。<\/p>\s*$/u.test(text))).toEqual([]);
});

test('nothing asks for, or could print, what must never be written down', () => {
  const all = filesBelow('templates', '.hbs')
    .map((name) => readFileSync(`templates/${name}`, 'utf8'))
    .join('\n');
  const paths = [...all.matchAll(/\{\{[^}]*\}\}/gu)].map(([tag]) => tag).join('\n');
  expect(paths).not.toMatch(
    /\b(pin|password|cardNumber|passportNumber|myNumber|accountNumber|residenceCardNumber)\b/iu,
  );
  // A line to write on never follows the name of a secret.
  expect(all).not.toMatch(/(密码|暗証番号|卡号|カード番号|口座番号|账号：)[^<]{0,4}<fill-in/u);
});
