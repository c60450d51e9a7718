import { expect, test } from 'vitest';
import { KERNED_COUNT } from '../../../src/font/types.ts';
import { breakLines } from '../../../src/line/break-lines.ts';
import type { TextFragment } from '../../../src/line/types.ts';
import type {
  FieldKind,
  Inline,
  ObjectInline,
  ParagraphStyle,
  TextInline,
} from '../../../src/style/types.ts';
import { paragraphStyle, SIZE, text, textOfLine } from '../../property/line-laws.ts';
import { fakeBinder, fakeMeasure } from '../../support/square-font.ts';

const set = (inlines: Inline[], more: Partial<ParagraphStyle> = {}) =>
  breakLines(inlines, paragraphStyle(more), fakeBinder, fakeMeasure);
const lines = (inlines: Inline[], ems: number, more: Partial<ParagraphStyle> = {}): string[] =>
  set(inlines, { measurePt: ems * SIZE, ...more }).lines.map(textOfLine);

function box(more: Partial<ObjectInline> = {}): ObjectInline {
  return {
    kind: 'object',
    widthPt: SIZE,
    heightPt: 8,
    depthPt: 2,
    drawing: { kind: 'confidence', level: 'low' },
    lang: 'zh-Hans',
    struct: null,
    glue: 'none',
    ...more,
  };
}

test('a short paragraph is one line, and an empty one none', () => {
  expect(lines([text('解约', 'zh-Hans')], 20)).toEqual(['解约']);
  expect(set([])).toEqual({ lines: [], problems: [] });
});

test('marks that meet lose the blank between them; at line edges they stand flush (R30, R32, R33)', () => {
  const { lines: found } = set([text('他说：“「好」。”', 'zh-Hans')]);
  const fragment = found[0]?.fragments[0] as TextFragment;
  expect(fragment.adjustEm).toEqual([0, 0, -0.5, -0.5, 0, 0, -0.5, -0.5, -0.5]);
  expect(found[0]?.widthPt).toBe(6.5 * SIZE);
  const opening = set([text('「解約」', 'ja')], { lang: 'ja' }).lines[0];
  expect(opening?.fragments[0]).toMatchObject({ xPt: -0.5 * SIZE, adjustEm: [0, 0, 0, -0.5] });
  expect(opening?.widthPt).toBe(3 * SIZE);
});

test('colons trim in zh, where they stand on the left, and not in ja (R31)', () => {
  expect(set([text('电话：「', 'zh-Hans')]).lines[0]?.widthPt).toBe(3.5 * SIZE);
  expect(set([text('電話：', 'ja')]).lines[0]?.widthPt).toBe(3 * SIZE);
  expect(set([text('电话：', 'zh-Hans')]).lines[0]?.widthPt).toBe(2.5 * SIZE);
});

test('a gap of an eighth between Han and Latin, none at line edges and beside marks (R36, R37)', () => {
  const { lines: found } = set([text('办理SIM卡（USIM）', 'zh-Hans')]);
  const fragment = found[0]?.fragments[0] as TextFragment;
  expect(fragment.adjustEm).toEqual([0, 0.125, 0, 0, 0.125, 0, 0, 0, 0, 0, 0, -0.5]);
  expect(set([text('SIM', 'zh-Hans')]).lines[0]).toMatchObject({ fragments: [{ xPt: 0, adjustEm: null }] });
  expect(set([text('办理SIM卡', 'zh-Hans')], { gapEm: 0 }).lines[0]?.fragments[0]).toMatchObject({
    adjustEm: null,
  });
});

test('the interpunct is half an em in zh-Hans, a full one in ja (R35)', () => {
  expect(set([text('列奥纳多・达', 'zh-Hans')]).lines[0]?.widthPt).toBe(5.5 * SIZE);
  expect(set([text('レオ・ナルド', 'ja')]).lines[0]?.widthPt).toBe(6 * SIZE);
});

test('an ideographic space vanishes at a line end', () => {
  const { lines: found } = set([text('来店　予約', 'ja')], { measurePt: 2.5 * SIZE, lang: 'ja' });
  expect(found.map((line) => [textOfLine(line), line.widthPt])).toEqual([
    ['来店　', 20],
    ['予約', 20],
  ]);
});

test('a boundary between languages is decided by both', () => {
  const mixed = [text('请说「', 'zh-Hans'), text('はい', 'ja'), text('」。再见', 'zh-Hans')];
  expect(lines(mixed, 3.5)).toEqual(['请说', '「はい」。', '再见']);
  const small = [text('カ', 'ja'), text('ット', 'zh-Hans'), text('する', 'ja')];
  expect(lines(small, 3)).toEqual(['カット', 'する']);
});

test.each<[FieldKind, string, string[]]>([
  ['phone', '090-1234-5678', ['电话', '090-1234-5678']],
  ['postcode', '169-0075', ['电话169-0075']],
  ['amount', '1,100円', ['电话1,100円']],
  ['email', 'a.b-c@example.com', ['电话', 'a.b-c@example.com']],
  ['serial', 'AB-12/CD-34/EF', ['电话', 'AB-12/CD-34/EF']],
  ['url', 'https://example.jp/abc/cd?c', ['电话https://', 'example.jp/abc/', 'cd?c']],
  ['date', '2027年3月28日', ['电话2027年3月', '28日']],
  ['name', '有效期限的内容门店', ['电话有效期限的内', '容门店']],
  ['nowrap', '有效期限的内容', ['电话', '有效期限的内容']],
])('a %s field breaks only where it may (R15–R18)', (field, content, expected) => {
  expect(lines([text('电话', 'zh-Hans'), text(content, 'zh-Hans', { field })], 8.6)).toEqual(expected);
});

test('a number keeps its unit, a time its two halves', () => {
  expect(lines([text('大约需要12分', 'zh-Hans')], 5.7)).toEqual(['大约需要', '12分']);
  expect(lines([text('営業9：00から', 'ja')], 4.2, { lang: 'ja' })).toEqual(['営業', '9：00', 'から']);
});

test('a lone letter stays with the word that it begins where no line more comes of it', () => {
  expect(lines([text('注销需要d账号', 'zh-Hans')], 5)).toEqual(['注销需要', 'd账号']);
  expect(lines([text('注销需要', 'zh-Hans'), text('d账号', 'zh-Hans')], 5)).toEqual(['注销需要', 'd账号']);
  expect(lines([text('契約はAプラン', 'ja')], 4, { lang: 'ja' })).toEqual(['契約は', 'Aプラン']);
  expect(lines([text('换一张SIM卡片', 'zh-Hans')], 5)).toEqual(['换一张SIM', '卡片']);
  expect(lines([text('一二三5G网络', 'zh-Hans')], 4.2)).toEqual(['一二三5G', '网络']);
  expect(lines([text('需要d账号积分', 'zh-Hans')], 4)).toHaveLength(2);
});

test('dashes and six dots do not start a zh line at strict (R11)', () => {
  expect(lines([text('一二三四——五六', 'zh-Hans')], 4)).toEqual(['一二三', '四——', '五六']);
  expect(lines([text('一二三四……五六', 'zh-Hans')], 4)).toEqual(['一二三', '四……', '五六']);
});

test('no character is left alone on the last line where another break exists (R48)', () => {
  expect(lines([text('一二三四五六七八九。', 'zh-Hans')], 8)).toEqual(['一二三四五六七', '八九。']);
  expect(lines([text('一二三四五六七八九', 'ja')], 4, { lang: 'ja' })).toEqual([
    '一二三四',
    '五六七',
    '八九',
  ]);
});

test('text without a break is cut in an emergency, and said so', () => {
  const result = set([text('AAAAAAAAAAAA', 'en')], { measurePt: 3 * SIZE });
  expect(result.lines.map(textOfLine)).toEqual(['AAAAAA', 'AAAAAA']);
  expect(result.lines.map((line) => line.break)).toEqual(['emergency', 'end']);
  expect(result.problems).toEqual([
    { severity: 'warning', code: 'emergency-break', path: '', values: { text: 'AAAAAA' } },
  ]);
});

test('an emergency cut avoids digits and marks', () => {
  expect(lines([text('ABC12、', 'ja')], 2.5, { lang: 'ja' })).toEqual(['ABC', '12、']);
});

test('one line only: too wide is a Problem, with how much', () => {
  const result = set([text('一二三四五', 'zh-Hans')], { measurePt: 4 * SIZE, wrap: 'none' });
  expect(result.lines.length).toBe(1);
  expect(result.problems).toEqual([
    { severity: 'error', code: 'text-too-wide', path: '', values: { text: '一二三四五', excess: 10 } },
  ]);
});

test('an object wider than its line is a Problem as well', () => {
  const { problems } = set([text('一', 'ja'), box({ widthPt: 60 })], { measurePt: 50 });
  expect(problems.map((p) => p.code)).toEqual(['text-too-wide']);
});

test('boxes are atoms: glue binds them, marks never start a line after them', () => {
  expect(lines([text('一二三', 'zh-Hans'), box({ glue: 'after' }), text('四五六', 'zh-Hans')], 4)).toEqual([
    '一二三',
    '四五六',
  ]);
  const glued = set([text('一二三', 'zh-Hans'), box({ glue: 'after' }), text('四五六', 'zh-Hans')], {
    measurePt: 4 * SIZE,
  });
  expect(glued.lines[1]?.fragments[0]?.kind).toBe('object');
  const marked = set([text('一二三', 'zh-Hans'), box(), text('，四', 'zh-Hans')], { measurePt: 4 * SIZE });
  expect(marked.lines[1]?.fragments.map((f) => f.kind)).toEqual(['object', 'text']);
});

test('a space vanishes at a line end; a writing line takes what is left', () => {
  const gap: Inline = { kind: 'space', widthPt: 10, breakable: true };
  const { lines: found } = set([text('一二三', 'zh-Hans'), gap, text('四五', 'zh-Hans')], { measurePt: 30 });
  expect(found.map((line) => line.widthPt)).toEqual([30, 20]);
  const filled = set([text('姓名：', 'zh-Hans'), box({ fill: true, widthPt: 20 })], { measurePt: 100 })
    .lines[0];
  expect(filled?.fragments[1]).toMatchObject({ xPt: 30, widthPt: 70 });
});

test('<br> breaks, twice makes an empty line', () => {
  const br: Inline = { kind: 'break' };
  const { lines: found } = set([text('一', 'ja'), br, br, text('二', 'ja')]);
  expect(found.map((line) => [textOfLine(line), line.break])).toEqual([
    ['一', 'mandatory'],
    ['', 'mandatory'],
    ['二', 'end'],
  ]);
});

test('alignment moves the line, the last one too', () => {
  const end = set([text('一二', 'ja')], { align: 'end', measurePt: 50 }).lines[0];
  expect(end?.fragments[0]).toMatchObject({ xPt: 30 });
  const center = set([text('一二', 'ja')], { align: 'center', measurePt: 50 }).lines[0];
  expect(center?.fragments[0]).toMatchObject({ xPt: 15 });
});

test('neighbouring runs with the same look are one fragment; a new tag starts another', () => {
  expect(set([text('一', 'ja'), text('二', 'ja')]).lines[0]?.fragments.length).toBe(1);
  expect(set([text('一', 'ja'), text('二', 'ja', { struct: 2 })]).lines[0]?.fragments.length).toBe(2);
});

test('zero-width controls guide breaks and are not printed', () => {
  expect(lines([text('AB\u200bCD', 'en')], 1.2)).toEqual(['AB', 'CD']);
  expect(lines([text('一\u2060二三', 'ja')], 2, { lang: 'ja' })).toEqual(['一二', '三']);
});

test('a soft hyphen is drawn where the line ends with it, within the measure, and nowhere else (R19)', () => {
  const word = [text('con\u00adtract\u00ad holders\u00ad', 'en')];
  const { lines: found } = set(word, { measurePt: 3.6 * SIZE });
  expect(found.map((line) => [textOfLine(line), line.break, line.widthPt])).toEqual([
    ['con\u00ad', 'hyphen', 2 * SIZE],
    ['tract ', 'normal', 2.5 * SIZE],
    ['holders', 'end', 3.5 * SIZE],
  ]);
  expect(set(word, { measurePt: 20 * SIZE }).lines.map(textOfLine)).toEqual(['contract holders']);
  // The hyphen counts: `con-` is 2 em wide.
  expect(set([text('con\u00adtract', 'en')], { measurePt: 1.9 * SIZE }).lines[0]?.break).toBe('emergency');
});

test('an em after an exclamation in ja, where a sentence begins and not at a line edge (R34)', () => {
  const gaps = (content: string, lang: string, ems = 20) =>
    set([text(content, lang)], { lang, measurePt: ems * SIZE }).lines.map((line) => line.widthPt / SIZE);
  expect(gaps('本当？はい', 'ja')).toEqual([6]);
  expect(gaps('本当？はい', 'zh-Hans')).toEqual([5]);
  for (const solid of ['本当？」はい', '本当？！。', '本当？と聞', '本当？（注）', '本当？　はい']) {
    expect(gaps(solid, 'ja')[0], solid).toBeLessThanOrEqual(Array.from(solid).length);
  }
  expect(gaps('本当？はい', 'ja', 3)).toEqual([3, 2]);
});

test('a word space in ja is a third of an em, in zh that of the face (R41)', () => {
  expect(set([text('eSIM card', 'ja')], { lang: 'ja' }).lines[0]?.widthPt).toBeCloseTo((4 + 1 / 3) * SIZE);
  expect(set([text('a b', 'en')], { lang: 'ja' }).lines[0]?.widthPt).toBeCloseTo((1 + 1 / 3) * SIZE);
  expect(set([text('a b', 'zh-Hans')]).lines[0]?.widthPt).toBe(1.5 * SIZE);
});

test('two dashes are one stroke (R11, R35)', () => {
  const fragment = set([text('前——请', 'zh-Hans')]).lines[0]?.fragments[0];
  expect(fragment).toMatchObject({ adjustEm: [0, -0.1, 0, 0] });
});

test('an interpunct does not start a zh line (R5)', () => {
  expect(lines([text('列奥纳多·达', 'zh-Hans')], 4)).toEqual(['列奥纳', '多·达']);
});

test('the first line is indented, and an opener stands flush after the indent (R32, R50)', () => {
  const { lines: found } = set([text('（一）二三四五', 'zh-Hans')], { measurePt: 4 * SIZE, indentPt: SIZE });
  expect(found.map((line) => [textOfLine(line), line.fragments[0]?.xPt, line.widthPt])).toEqual([
    ['（一）', 0.5 * SIZE, 3 * SIZE],
    ['二三四五', 0, 4 * SIZE],
  ]);
});

test('exclamations in zh-Hans: half an em at a line end, two in one em, three in two (R33, R35)', () => {
  const widths = (content: string, lang = 'zh-Hans') =>
    (set([text(content, lang)], { lang }).lines[0]?.widthPt ?? 0) / SIZE;
  expect(['真！', '真？！好', '真！！！好', '真！！！！好'].map((content) => widths(content))).toEqual([
    1.5, 3, 4, 4,
  ]);
  expect(widths('真？！', 'ja')).toBe(3);
});

test('kerning is part of the adjustment, and of the width', () => {
  const pairs = new Int16Array(KERNED_COUNT * KERNED_COUNT);
  pairs[KERNED_COUNT * 'T'.charCodeAt(0) + 'o'.charCodeAt(0)] = -100;
  const kerned = { ...fakeMeasure, kernPairs: () => pairs };
  const { lines: found } = breakLines([text('Tokyo', 'en')], paragraphStyle(), fakeBinder, kerned);
  expect(found[0]?.fragments[0]).toMatchObject({ adjustEm: [-0.1, 0, 0, 0, 0] });
  expect(found[0]?.widthPt).toBeCloseTo(2.4 * SIZE);
  // Nothing outside ASCII is: no pair is looked up behind the table.
  const [mixed] = breakLines([text('TのT', 'ja')], paragraphStyle({ gapEm: 0 }), fakeBinder, kerned).lines;
  expect(mixed?.fragments[0]).toMatchObject({ adjustEm: null });
});

test('glue to the text before, or to both sides', () => {
  const around = (glue: ObjectInline['glue']): string[][] =>
    set([text('一二三四', 'zh-Hans'), box({ glue }), text('五六', 'zh-Hans')], {
      measurePt: 4 * SIZE,
    }).lines.map((line) => line.fragments.map((f) => (f.kind === 'text' ? f.text : '□')));
  expect(around('before')).toEqual([['一二三'], ['四', '□', '五六']]);
  expect(around('none')).toEqual([['一二三四'], ['□', '五六']]);
});

test('a solidus does not end a zh line at strict (R24)', () => {
  expect(lines([text('本人／代理', 'zh-Hans')], 3)).toEqual(['本人', '／代理']);
  expect(lines([text('本人／代理', 'ja')], 3, { lang: 'ja' })).toEqual(['本人／', '代理']);
});

test('an unbroken base with its reading stays whole in an emergency', () => {
  const base: Inline = {
    kind: 'ruby',
    parts: [{ base: '電話番号', reading: 'でんわばんごう' }],
    mode: 'group',
    lang: 'ja',
    readingLang: 'ja',
    weight: 'regular',
    sizePt: SIZE,
    rubySizePt: SIZE / 2,
    struct: 1,
  };
  const { problems, lines: found } = set([base], { measurePt: 2 * SIZE, lang: 'ja' });
  expect(found.map(textOfLine)).toEqual(['電話番号']);
  expect(problems.map((p) => p.code)).toEqual(['text-too-wide']);
});

test('a page number that nobody replaced is our mistake', () => {
  const number: Inline = { kind: 'page-number', which: 'total', lang: 'ja', weight: 'regular', sizePt: SIZE };
  expect(() => set([number])).toThrow('page number');
});

test('a line that is chosen is never called too wide, whatever the rounding of its width', () => {
  // Nine characters of 7.95 pt are 0.0055 pt more than this: between the two tolerances.
  const inlines = [{ ...text('解約手続き書類確認'.repeat(3), 'ja'), sizePt: 7.95 }];
  for (let thousandths = 540; thousandths <= 552; thousandths++) {
    const measurePt = 71 + thousandths / 1000;
    const { lines: set, problems } = breakLines(
      inlines,
      paragraphStyle({ lang: 'ja', measurePt }),
      fakeBinder,
      fakeMeasure,
    );
    expect(problems, String(measurePt)).toEqual([]);
    for (const { widthPt } of set) expect(widthPt).toBeLessThan(measurePt + 0.01);
  }
});

test('a number, its counter and its unit are one (R16)', () => {
  for (const counter of ['か', 'ヶ', 'カ', 'ケ'])
    for (const wrap of ['normal', 'phrase'] as const)
      for (let ems = 5; ems < 16; ems++) {
        const { lines: set } = breakLines(
          [text(`契約から12${counter}月以内の解約に`, 'ja')],
          paragraphStyle({ lang: 'ja', wrap, measurePt: ems * SIZE }),
          fakeBinder,
          fakeMeasure,
        );
        const whole = set.map(textOfLine).some((line) => line.includes(`12${counter}月`));
        expect(whole, `${counter} at ${ems} em`).toBe(true);
      }
});

test('a paragraph of hundreds of pages is longer than 32 bits of units', () => {
  const { lines: set, problems } = breakLines(
    [text('一'.repeat(215_000), 'zh-Hans')],
    paragraphStyle({ measurePt: 20 * SIZE }),
    fakeBinder,
    fakeMeasure,
  );
  expect(problems).toEqual([]);
  expect(set).toHaveLength(10_750);
});

test('a gap or a break between two texts is a space to readers, and moves nothing', () => {
  const texts = (inlines: Inline[]): unknown[][] =>
    set(inlines).lines.map(({ fragments }) =>
      fragments.map((found) =>
        found.kind === 'text' ? [found.text, found.xPt / SIZE, found.struct] : found.kind,
      ),
    );
  const gap: Inline = { kind: 'space', widthPt: 2 * SIZE, breakable: true };
  const inner: Inline = { ...(text('解約', 'ja') as TextInline), struct: 7 };
  expect(texts([text('解约', 'zh-Hans'), gap, inner, gap, text('是', 'zh-Hans')])).toEqual([
    [
      ['解约 ', 0, 1],
      ['解約', 4, 7],
      [' ', 6, 1],
      ['是', 8, 1],
    ],
  ]);
  expect(texts([text('解约', 'zh-Hans'), { kind: 'break' }, text('是', 'zh-Hans')])).toEqual([
    [['解约 ', 0, 1]],
    [['是', 0, 1]],
  ]);
  // What has a space already gets no other, and a box is no text.
  expect(texts([text('a ', 'zh-Hans'), gap, text('b', 'zh-Hans')])[0]?.[0]).toEqual(['a ', 0, 1]);
  expect(texts([box(), gap, text('b', 'zh-Hans')])[0]).toHaveLength(2);
});
