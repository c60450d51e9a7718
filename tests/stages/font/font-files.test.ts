import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFont } from './fonts-on-disk.ts';
import { parseProgram } from './parse-program.ts';

const fonts = new URL('../../../fonts/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', fonts), 'utf8'));
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const files: {
  file: string;
  sha256: string;
  bytes: number;
  codePoints: { count: number; sha256: string };
}[] = manifest.files;

test('the six files are those of the manifest, byte for byte', () => {
  expect(files.map(({ file }) => file).sort()).toEqual(
    [
      'jp-bold.ttf',
      'jp-extended.ttf',
      'jp-regular.ttf',
      'sc-bold.ttf',
      'sc-extended.ttf',
      'sc-regular.ttf',
    ].sort(),
  );
  for (const entry of [...files, manifest.kerning]) {
    const data = readFileSync(new URL(entry.file, fonts));
    expect([entry.file, data.length, sha256(data)]).toEqual([entry.file, entry.bytes, entry.sha256]);
  }
});

test.each(files)('$file maps the code points that the manifest counts', ({ file, codePoints }) => {
  const mapped = [
    ...parseProgram(readFont(file.replace('.ttf', '')))
      .codePoints()
      .keys(),
  ];
  expect(mapped.length).toBe(codePoints.count);
  expect(sha256(mapped.map((codePoint) => `${codePoint.toString(16)}\n`).join(''))).toBe(codePoints.sha256);
});

test.each(['sc', 'jp'])(
  '%s: core and extended share no code point, both weights have the same core',
  (language) => {
    const regular = parseProgram(readFont(`${language}-regular`)).codePoints();
    const bold = parseProgram(readFont(`${language}-bold`)).codePoints();
    const extended = parseProgram(readFont(`${language}-extended`)).codePoints();
    expect([...bold.keys()]).toEqual([...regular.keys()]);
    expect([...extended.keys()].filter((codePoint) => regular.has(codePoint))).toEqual([]);
  },
);

test.each(files)('$file has no table that the page is not set with', ({ file }) => {
  const { tags } = parseProgram(readFont(file.replace('.ttf', '')));
  expect(tags.sort()).toEqual(
    ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'].sort(),
  );
});

test.each(['sc-regular', 'sc-bold', 'jp-regular', 'jp-bold'])('%s: digits are tabular', (face) => {
  const program = parseProgram(readFont(face));
  const glyphs = program.codePoints();
  const advances = [...'0123456789'].map((d) => program.metric(glyphs.get(d.charCodeAt(0)) ?? 0).advance);
  expect(advances[0]).toBeGreaterThan(500);
  expect(new Set(advances).size).toBe(1);
});

test.each(['SC', 'JP'])('the licence of Noto Sans %s stands beside the files', (language) => {
  const text = readFileSync(new URL(`OFL-NotoSans${language}.txt`, fonts), 'utf8');
  expect(text).toMatch(/^Copyright .*Reserved Font Name 'Source'/);
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
});

test.each([
  ['sc', 'tongyong-guifan', 8105],
  ['jp', 'joyo-kanji', 2140],
  ['jp', 'jinmeiyo-kanji', 863],
])('the %s core has all of %s', (language, list, count) => {
  const text = readFileSync(new URL(`../tools/fonts/sets/${list}.txt`, fonts), 'utf8');
  const wanted = [...text.replaceAll(/^#.*$|\n/gm, '')];
  expect(wanted).toHaveLength(count);
  const core = parseProgram(readFont(`${language}-regular`)).codePoints();
  expect(wanted.filter((character) => !core.has(character.codePointAt(0) ?? 0))).toEqual([]);
});
