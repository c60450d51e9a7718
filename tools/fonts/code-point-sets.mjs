// The code points that each core font asks for. What of it the source face lacks is left out by the build.
import { readFileSync } from 'node:fs';

export const readCharacters = (file) =>
  [...readFileSync(new URL(`sets/${file}`, import.meta.url), 'utf8').replaceAll(/^#.*$/gm, '')]
    .filter((character) => character !== '\n')
    .map((character) => character.codePointAt(0));

/** All two-byte codes of rows 1–94 × cells 1–94, decoded; unassigned codes give U+FFFD and fall out. */
function decodeRows(encoding, rows) {
  const decoder = new TextDecoder(encoding);
  const codePoints = [];
  for (const row of rows) {
    for (let cell = 1; cell <= 94; cell++) {
      const text = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
      const codePoint = text.codePointAt(0);
      if (text.length <= 2 && codePoint !== 0xfffd && !(codePoint >= 0xe000 && codePoint <= 0xf8ff)) {
        codePoints.push(codePoint);
      }
    }
  }
  return codePoints;
}

const numbersFrom = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Blocks wanted in both languages: what names, tables and forms need beside Han. */
const SHARED_BLOCKS = [
  [0x0020, 0x007e, 'Basic Latin'],
  [0x00a0, 0x024f, 'Latin-1, Latin Extended-A and -B (pinyin, European names)'],
  [0x0250, 0x02ff, 'IPA, modifier letters'],
  [0x0300, 0x036f, 'combining marks'],
  [0x0370, 0x03ff, 'Greek'],
  [0x0400, 0x04ff, 'Cyrillic'],
  [0x1e00, 0x1eff, 'Latin Extended Additional (Vietnamese names, pinyin)'],
  [0x2000, 0x206f, 'General Punctuation'],
  [0x2070, 0x209f, 'superscripts, subscripts'],
  [0x20a0, 0x20cf, 'currency'],
  [0x2100, 0x218f, 'letterlike, number forms'],
  [0x2190, 0x22ff, 'arrows, mathematical operators'],
  [0x2300, 0x23ff, 'technical'],
  [0x2460, 0x24ff, 'enclosed alphanumerics'],
  [0x2500, 0x27bf, 'box drawing, geometric shapes, symbols, dingbats'],
  [0x2900, 0x2bff, 'more arrows and symbols'],
  [0x2e80, 0x2fdf, 'CJK radicals, Kangxi radicals'],
  [0x3000, 0x30ff, 'CJK symbols, kana'],
  [0x3100, 0x312f, 'Bopomofo'],
  [0x31a0, 0x31bf, 'Bopomofo Extended'],
  [0x31c0, 0x33ff, 'strokes, small kana, enclosed and compatibility CJK'],
  [0xf900, 0xfaff, 'CJK compatibility ideographs'],
  [0xfe10, 0xfe1f, 'vertical forms'],
  [0xfe30, 0xfe4f, 'CJK compatibility forms'],
  [0xff00, 0xffef, 'half-width and full-width forms'],
];
const sharedBlocks = () => SHARED_BLOCKS.flatMap(([first, last]) => numbersFrom(first, last));

const union = (...lists) => [...new Set(lists.flat())].sort((a, b) => a - b);

/** Rows 1–9 are symbols, 16–87 hanzi; the rest of the GBK plane belongs to GBK alone. */
const gb2312 = () => decodeRows('gbk', [...numbersFrom(1, 9), ...numbersFrom(16, 87)]);
const jisX0208 = () => decodeRows('euc-jp', [...numbersFrom(1, 8), ...numbersFrom(16, 84)]);

/** The kanji that Windows adds to JIS X 0208 (FA40–FC4B of code page 932): 髙, 﨑 and others that names have. */
function ibmExtensions() {
  const decoder = new TextDecoder('shift_jis');
  const codePoints = [];
  for (let lead = 0xfa; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (!text.includes('\ufffd') && [...text].length === 1) codePoints.push(text.codePointAt(0));
    }
  }
  return codePoints.filter((codePoint) => codePoint >= 0x4e00);
}

export const CORE_SETS = {
  'sc-core': {
    description: 'GB2312, 通用规范汉字表 (8,105), shared blocks',
    codePoints: () => union(gb2312(), readCharacters('tongyong-guifan.txt'), sharedBlocks()),
  },
  'jp-core': {
    description: 'JIS X 0208, 常用漢字, 人名用漢字, IBM extensions of code page 932, shared blocks',
    codePoints: () =>
      union(
        jisX0208(),
        ibmExtensions(),
        readCharacters('joyo-kanji.txt'),
        readCharacters('jinmeiyo-kanji.txt'),
        sharedBlocks(),
      ),
  },
};
