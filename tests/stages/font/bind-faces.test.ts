import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFonts } from '../../../src/font/open-fonts.ts';
import type { BoundText, FaceRequest } from '../../../src/font/types.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { recordingHost } from './fonts-on-disk.ts';

const request = (text: string, lang: string, more: Partial<FaceRequest> = {}): FaceRequest => ({
  text,
  lang,
  weight: 'regular',
  path: 'holder.nameKanji',
  ...more,
});

async function bind(...requests: FaceRequest[]): Promise<{ bound: BoundText[]; reads: string[] }> {
  const host = recordingHost();
  const library = openFonts(host);
  await library.prepare(requests.map(({ text, ...lettering }) => ({ ...lettering, texts: [text] })));
  return {
    bound: requests.map((each) => library.bind(each)),
    reads: host.reads.map((path) => path.slice(6)).sort(),
  };
}

test('usual text opens only the faces that it is set in', async () => {
  const { bound, reads } = await bind(
    request('这个手机号码，我想解约。“直骨”', 'zh-Hans'),
    request('このお電話の解約', 'ja', { weight: 'bold' }),
  );
  expect(bound).toEqual([
    { runs: [{ text: '这个手机号码，我想解约。“直骨”', face: 'sc-regular' }], problems: [] },
    { runs: [{ text: 'このお電話の解約', face: 'jp-bold' }], problems: [] },
  ]);
  expect(reads).toEqual(['jp-bold.ttf', 'kerning.json', 'sc-regular.ttf']);
});

test.each([
  [
    '𠮷田',
    'ja',
    [
      { text: '𠮷', face: 'jp-extended' },
      { text: '田', face: 'jp-regular' },
    ],
  ],
  ['𠮟る', 'ja', [{ text: '𠮟る', face: 'jp-regular' }]],
  [
    '王龘',
    'zh-Hans',
    [
      { text: '王', face: 'sc-regular' },
      { text: '龘', face: 'sc-extended' },
    ],
  ],
  ['䶮', 'zh-Hans', [{ text: '䶮', face: 'sc-regular' }]],
  [
    '王龘',
    'ja',
    [
      { text: '王', face: 'jp-regular' },
      { text: '龘', face: 'sc-extended' },
    ],
  ],
  [
    '𠮷野家',
    'zh-Hans',
    [
      { text: '𠮷', face: 'jp-extended' },
      { text: '野家', face: 'sc-regular' },
    ],
  ],
  ['们', 'ja', [{ text: '们', face: 'sc-regular' }]],
])('%s in %s comes from the right files', async (text, lang, runs) => {
  const { bound } = await bind(request(text, lang));
  expect(bound[0]).toEqual({ runs, problems: [] });
});

test('a rare character of a bold text is taken from the regular extended file', async () => {
  const { bound, reads } = await bind(request('王龘', 'zh-Hans', { weight: 'bold' }));
  expect(bound[0]?.runs.map(({ face }) => face)).toEqual(['sc-bold', 'sc-extended']);
  expect(reads).toEqual(['kerning.json', 'sc-bold.ttf', 'sc-extended.ttf']);
});

test.each([
  ['en', 'ja', 'jp-regular'],
  ['en', 'zh-Hans', 'sc-regular'],
  ['en', undefined, 'sc-regular'],
  ['ja-Latn', 'zh-Hans', 'jp-regular'],
  ['ZH-hans', 'ja', 'sc-regular'],
])('text in %s inside %s is set in %s', async (lang, around, face) => {
  const { bound } = await bind(request('Wi-Fi (x)', lang, around === undefined ? {} : { around }));
  expect(bound[0]?.runs).toEqual([{ text: 'Wi-Fi (x)', face }]);
});

test.each(['☐', '☑', '😀'])('%s is in no face: an error that names it and the place', async (character) => {
  const { bound } = await bind(request(`a${character}b${character}`, 'ja'));
  const codePoint = `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;
  expect(bound[0]).toEqual({
    runs: [{ text: 'ab', face: 'jp-regular' }],
    problems: [
      {
        severity: 'error',
        code: 'missing-glyph',
        path: 'holder.nameKanji',
        values: { character, codePoint },
      },
    ],
  });
});

test('curly quotes are proportional in Latin text and as apostrophes, full in Chinese (R65)', async () => {
  const faces = async (text: string, lang: string) => {
    const { bound } = await bind({ ...request(text, lang), around: 'zh-Hans' });
    return bound[0]?.runs.map((run) => `${run.text} ${run.face}`);
  };
  expect(await faces('说“是”', 'zh-Hans')).toEqual(['说“是” sc-regular']);
  expect(await faces('“Best”奖', 'zh-Hans')).toEqual(['“Best”奖 sc-regular']);
  expect(await faces('O’Brien说', 'zh-Hans')).toEqual(['O sc-regular', '’ jp-regular', 'Brien说 sc-regular']);
  expect(await faces('“it”', 'en')).toEqual(['“ jp-regular', 'it sc-regular', '” jp-regular']);
  expect(await faces('“O’Brien”', 'ja')).toEqual(['“O’Brien” jp-regular']);
});

test('what is never drawn is taken out, what line breaking reads stays in', async () => {
  const { bound } = await bind(request('\ufeff解\u200b約\u2060\u200e書\u00ad類\n\u202e欄\u200d', 'ja'));
  expect(bound[0]).toEqual({
    runs: [{ text: '解\u200b約\u2060書\u00ad類\n欄', face: 'jp-regular' }],
    problems: [],
  });
});

test('voicing marks are composed with kana; nothing else is normalised', async () => {
  const { bound } = await bind(request('か\u3099は\u309aト\u3099\ufa19﨑髙⼀', 'ja'));
  expect(bound[0]?.runs).toEqual([{ text: 'がぱド\ufa19﨑髙⼀', face: 'jp-regular' }]);
});

test('a sequence of the face stays, another loses its selector with a warning', async () => {
  const { bound } = await bind(
    request('亜\u{e0100}侮\ufe00', 'ja'),
    request('葛\u{e01ef}飾葛\u{e01ef}', 'ja'),
    request('✓\ufe0f\ufe00解', 'zh-Hans'),
  );
  expect(bound[0]).toEqual({ runs: [{ text: '亜\u{e0100}侮\ufe00', face: 'jp-regular' }], problems: [] });
  expect(bound[1]).toEqual({
    runs: [{ text: '葛飾葛', face: 'jp-regular' }],
    problems: [
      {
        severity: 'warning',
        code: 'variation-not-in-font',
        path: 'holder.nameKanji',
        values: { character: '葛', codePoint: 'U+845B U+E01EF' },
      },
    ],
  });
  expect(bound[2]).toEqual({ runs: [{ text: '✓解', face: 'sc-regular' }], problems: [] });
});

test('binding before loading is our own mistake', () => {
  expect(() => openFonts(recordingHost()).bind(request('解', 'ja'))).toThrow(/jp-regular is not loaded/);
});

test('files are read once, also when two documents ask at the same time', async () => {
  const host = recordingHost();
  const library = openFonts(host);
  await Promise.all([library.load(['jp-regular']), library.load(['jp-regular', 'sc-bold'])]);
  await library.load(['sc-bold']);
  expect(host.reads.sort()).toEqual(['fonts/jp-regular.ttf', 'fonts/kerning.json', 'fonts/sc-bold.ttf']);
});

test('a file that could not be read is asked for again', async () => {
  const host = recordingHost();
  let failures = 1;
  const library = openFonts({
    ...host,
    readFile: (path) =>
      path.endsWith('.ttf') && failures-- > 0 ? Promise.reject(new Error('gone')) : host.readFile(path),
  });
  await expect(library.load(['jp-bold'])).rejects.toThrow('gone');
  await library.load(['jp-bold']);
  expect(library.font('jp-bold').postscriptName).toBe('NotoSansJP-Bold');
});

test.each(['jp-bold.ttf', 'kerning.json'])(
  '%s too, where the host fails before it is waited for',
  async (name) => {
    const { readFile, readPart, ...host } = nodeHost();
    let failures = 1;
    const mayFail = (path: string): void => {
      if (path.endsWith(name) && failures-- > 0) throw new Error('gone');
    };
    const library = openFonts({
      ...host,
      readFile(path) {
        mayFail(path);
        return readFile(path);
      },
      readPart(path, offset, length) {
        mayFail(path);
        return readPart!(path, offset, length);
      },
    });
    await expect(library.load(['jp-bold'])).rejects.toThrow('gone');
    await library.load(['jp-bold']);
    expect(library.font('jp-bold').postscriptName).toBe('NotoSansJP-Bold');
  },
);

test('runs together are the text, whatever it is made of', async () => {
  const library = openFonts(recordingHost());
  await library.load(['sc-regular', 'sc-extended', 'jp-regular', 'jp-extended']);
  const character = fc.constantFrom(...'解约約a1 。“龘𠮷们の䶮');
  fc.assert(
    fc.property(fc.array(character), fc.constantFrom('ja', 'zh-Hans'), (characters, lang) => {
      const text = characters.join('');
      const { runs, problems } = library.bind(request(text, lang));
      expect(problems).toEqual([]);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      runs.forEach((run, i) => {
        expect(run.face).not.toBe(runs[i - 1]?.face);
        for (const each of run.text) expect(library.font(run.face).layout(each).glyphs).toHaveLength(1);
      });
    }),
    { seed: 20270115 },
  );
});
