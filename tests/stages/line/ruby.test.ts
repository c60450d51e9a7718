import { expect, test } from 'vitest';
import { breakLines } from '../../../src/line/break-lines.ts';
import type { Line, TextFragment } from '../../../src/line/types.ts';
import type { Inline, ParagraphStyle, RubyInline } from '../../../src/style/types.ts';
import { paragraphStyle, rightEdge, SIZE, text, textOfLine } from '../../property/line-laws.ts';
import { fakeBinder, fakeMeasure } from '../../support/square-font.ts';

function ruby(mode: RubyInline['mode'], ...parts: [string, string][]): RubyInline {
  return {
    kind: 'ruby',
    parts: parts.map(([base, reading]) => ({ base, reading })),
    mode,
    lang: 'ja',
    readingLang: 'ja',
    weight: 'regular',
    sizePt: SIZE,
    rubySizePt: SIZE / 2,
    struct: 1,
  };
}

const set = (inlines: Inline[], more: Partial<ParagraphStyle> = {}): Line[] =>
  breakLines(inlines, paragraphStyle({ lang: 'ja', ...more }), fakeBinder, fakeMeasure).lines;

/** `base@x` and `reading@x`, in em of the base. */
function places(line: Line | undefined): string[] {
  return (line?.fragments ?? []).map((f) => {
    const { text: content, xPt } = f as TextFragment;
    return `${content}@${Math.round((xPt / SIZE) * 1000) / 1000}`;
  });
}

test('mono ruby stands over the middle of its base, em boxes touching, and moves no line (R56, R57)', () => {
  const [line] = set([text('の', 'ja'), ruby('mono', ['解', 'かい'], ['約', 'やく'], ['日', 'び'])]);
  expect(places(line)).toEqual(['の@0', '解@1', '約@2', '日@3', 'かい@1', 'やく@2', 'び@3.25']);
  const reading = line?.fragments[4] as TextFragment;
  expect(reading).toMatchObject({ sizePt: 5, role: 'ruby-text', rubyGroup: 1, struct: 1 });
  expect(reading.risePt).toBeCloseTo(0.88 * 10 + 0.12 * 5);
  expect(line?.fragments[1]).toMatchObject({ role: 'ruby-base', rubyGroup: 1, risePt: 0 });
  expect(line?.fragments[2]).toMatchObject({ role: 'ruby-base', rubyGroup: 2 });
});

test('a wide reading overhangs kana by one em of its own at most, kanji never (R59)', () => {
  const overKana = set([text('は', 'ja'), ruby('mono', ['承', 'うけたまわ']), text('り', 'ja')])[0];
  // Reading 2.5 em over a base of 1 em: half an em on each kana, a quarter of an em of room on each side.
  expect(places(overKana)).toEqual(['は@0', '承@1.25', 'り@2.5', 'うけたまわ@0.5']);
  const overKanji = set([text('本', 'ja'), ruby('mono', ['承', 'うけたまわ']), text('本', 'ja')])[0];
  expect(places(overKanji)).toEqual(['本@0', '承@1.75', '本@3.5', 'うけたまわ@1']);
});

test('two readings over one kana do not meet (R59)', () => {
  const line = set([
    text('は', 'ja'),
    ruby('mono', ['承', 'うけたまわ']),
    text('り', 'ja'),
    ruby('mono', ['承', 'うけたまわ']),
  ])[0];
  const readings = (line?.fragments ?? []).filter(
    (f) => f.kind === 'text' && f.role === 'ruby-text',
  ) as TextFragment[];
  const [first, second] = readings;
  expect((first?.xPt ?? 0) + 2.5 * SIZE).toBeLessThan(second?.xPt ?? 0);
});

test('at line edges a reading stays inside the measure (R60)', () => {
  const line = set([ruby('mono', ['承', 'うけたまわ']), text('る', 'ja')])[0];
  expect(places(line)).toEqual(['承@0.75', 'る@2', 'うけたまわ@0']);
  const atEnd = set([text('る', 'ja'), ruby('mono', ['承', 'うけたまわ'])])[0];
  expect(rightEdge(atEnd as Line)).toBeCloseTo(3 * SIZE);
  expect(atEnd?.widthPt).toBeCloseTo(3 * SIZE);
});

test('group ruby: the shorter of the two is spaced 1:2:1, and never broken (R58)', () => {
  const [line] = set([ruby('group', ['時雨前', 'しぐれ'])]);
  const reading = line?.fragments[1] as TextFragment;
  expect(places(line)).toEqual(['時雨前@0', 'しぐれ@0.25']);
  expect(reading.adjustEm).toEqual([1, 1, 1]);
  const [wide] = set([text('一', 'ja'), ruby('group', ['東京', 'とうきょうと']), text('一', 'ja')]);
  expect(places(wide)).toEqual(['一@0', '東京@1.25', '一@4', 'とうきょうと@1']);
  expect(wide?.fragments[1]).toMatchObject({ adjustEm: [0.5, 0.25] });
  expect(
    set([text('一二三', 'ja'), ruby('group', ['東京', 'とうきょう'])], { measurePt: 45 }).map(textOfLine),
  ).toEqual(['一二三', '東京']);
});

test('jukugo ruby breaks between its kanji, and each part is then mono ruby (R61)', () => {
  const word = ruby('jukugo', ['取', 'とり'], ['扱', 'あつか'], ['書', 'しょ']);
  expect(places(set([word])[0])).toEqual(['取@0', '扱@1.25', '書@2.5', 'とり@0', 'あつか@1', 'しょ@2.5']);
  const broken = set([word, text('を', 'ja')], { measurePt: 26 });
  expect(broken.map(textOfLine)).toEqual(['取扱', '書を']);
  expect(broken.every((line) => rightEdge(line) <= 26.01)).toBe(true);
});

test('pinyin stands apart by a quarter of its em (R62)', () => {
  const pinyin: RubyInline = {
    ...ruby('mono', ['装', 'zhuang'], ['床', 'chuang']),
    lang: 'zh-Hans',
    readingLang: 'zh-Latn-pinyin',
  };
  const readings = (set([pinyin])[0]?.fragments ?? []).filter(
    (f) => f.kind === 'text' && f.role === 'ruby-text',
  ) as TextFragment[];
  const [first, second] = readings;
  expect((second?.xPt ?? 0) - ((first?.xPt ?? 0) + 6 * 0.5 * 5)).toBeCloseTo(0.25 * 5);
  // Their descenders stay clear of the base, which reaches 0.88 em up.
  expect(first?.risePt).toBeCloseTo(0.88 * SIZE + 0.3 * 5);
});

test('emphasis: dots over ja, under zh, on no mark (R63)', () => {
  const dots = (line: Line | undefined): TextFragment[] =>
    (line?.fragments ?? []).filter((f): f is TextFragment => f.kind === 'text' && f.role === 'emphasis');
  const ja = dots(set([text('必ず、', 'ja', { emphasis: true })])[0]);
  expect(ja.map((d) => [d.xPt, d.sizePt, d.struct])).toEqual([
    [2.5, 5, null],
    [12.5, 5, null],
  ]);
  expect(ja[0]?.risePt).toBeGreaterThan(0.88 * SIZE);
  const zh = dots(set([text('必须', 'zh-Hans', { emphasis: true })])[0]);
  expect(zh[0]?.risePt).toBeLessThan(-0.12 * SIZE);
});

test('justified lines do not stretch under one reading (R46)', () => {
  const inlines = [ruby('group', ['今日', 'きょうび']), text('一二三四五六七', 'ja')];
  const [line] = set(inlines, { align: 'justify', measurePt: 5.15 * SIZE });
  expect(places(line)).toEqual(['今日@0', '一二三@2.05', 'きょうび@0']);
  expect(line?.widthPt).toBeCloseTo(5.15 * SIZE);
});
