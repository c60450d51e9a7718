import { expect, test } from 'vitest';
import { type Adjustment, shrinkLine, stretchLine } from '../../../src/line/adjust-line.ts';
import { breakLines } from '../../../src/line/break-lines.ts';
import { collectGlue } from '../../../src/line/glue.ts';
import { sumParagraph } from '../../../src/line/line-sums.ts';
import { prepareParagraph } from '../../../src/line/prepare.ts';
import { paragraphStyle, rightEdge, SIZE, text, textOfLine } from '../../property/line-laws.ts';
import { fakeBinder, fakeMeasure } from '../../support/square-font.ts';

/** What each character of one line gives (left and right) and takes, in em; only those that change. */
function changes(
  content: string,
  lang: string,
  adjust: (glue: ReturnType<typeof collectGlue>, end: number) => Adjustment | null,
): Record<string, number> | null {
  const paragraph = prepareParagraph(
    [text(content, lang)],
    paragraphStyle({ lang }),
    fakeBinder,
    fakeMeasure,
  );
  sumParagraph(paragraph);
  const adjustment = adjust(collectGlue(paragraph, lang), paragraph.count);
  if (adjustment === null) return null;
  const found: Record<string, number> = {};
  Array.from(content).forEach((character, i) => {
    const { leftPt, rightPt, afterPt } = adjustment;
    const em = ((afterPt[i] as number) - (leftPt[i] as number) - (rightPt[i] as number)) / SIZE;
    if (em !== 0) found[character] = Math.round(em * 1000) / 1000;
  });
  return found;
}

const shrink = (content: string, lang: string, ems: number) =>
  changes(content, lang, (glue, end) => shrinkLine(glue, 0, end, ems * SIZE));
const stretch = (content: string, lang: string, ems: number) =>
  changes(content, lang, (glue, end) => stretchLine(glue, 0, end, ems * SIZE));

test('shrink in zh: middle dot, brackets, commas, full stops last (R44)', () => {
  const full = '一，二（三）四・五。六';
  // In ja the dot has blank to give; in zh-Hans it stands on half an em already (R35).
  expect(shrink(full, 'zh-Hans', 0.4)).toEqual({ '（': -0.2, '）': -0.2 });
  expect(shrink('一・二（三）四', 'ja', 0.4)).toEqual({ '・': -0.4 });
  expect(shrink(full, 'zh-Hans', 1.4)).toEqual({ '（': -0.5, '）': -0.5, '，': -0.4 });
  expect(shrink(full, 'zh-Hans', 1.7)).toMatchObject({ '，': -0.5, '。': -0.2 });
});

test('shrink in ja: brackets and commas together, the blank after a full stop never (R43)', () => {
  const line = '一、二（三）四。五';
  expect(shrink(line, 'ja', 0.3)).toEqual({ '、': -0.1, '（': -0.1, '）': -0.1 });
  expect(shrink(line, 'ja', 5)).toEqual({ '、': -0.5, '（': -0.5, '）': -0.5 });
});

test('stretch: the gap first, up to 0.14 in all, then between Han up to 0.12, all equal (R45)', () => {
  expect(stretch('一二A三四', 'zh-Hans', 0.03)).toEqual({ 二: 0.015, A: 0.015 });
  expect(stretch('一二A三四', 'zh-Hans', 0.19)).toEqual({ 一: 0.08, 二: 0.015, A: 0.015, 三: 0.08 });
  // A word space of half an em, as this font has it, is at its widest.
  expect(stretch('一二 三四', 'zh-Hans', 0.1)).toEqual({ 一: 0.05, 三: 0.05 });
});

test('a word space in ja: a third of an em, no less than a quarter, no more than a half (R41)', () => {
  expect(shrink('a b', 'ja', 1)).toEqual({ ' ': -0.083 });
  expect(stretch('a b', 'ja', 0.1)).toEqual({ ' ': 0.1 });
  expect(stretch('a b', 'ja', 0.17)).toBeNull();
});

test('what would tear characters apart is not done at all: the line stays short (R45)', () => {
  expect(stretch('一二三', 'ja', 0.24)).toEqual({ 一: 0.12, 二: 0.12 });
  expect(stretch('一二三', 'ja', 0.25)).toBeNull();
});

test('nothing stretches beside marks and inside Latin words (R46)', () => {
  expect(stretch('一（二）三、四五ABC', 'ja', 0.1)).toEqual({ 四: 0.085, 五: 0.015 });
});

test('a justified paragraph: full lines but the last, which is natural (R42)', () => {
  const content = '办理解约前，请先备份通话记录（重要），然后携带证件前往门店；店员会核对姓名。';
  for (let ems = 9; ems < 16; ems += 0.05) {
    const measurePt = ems * SIZE;
    const style = paragraphStyle({ align: 'justify', measurePt });
    const { lines } = breakLines([text(content, 'zh-Hans')], style, fakeBinder, fakeMeasure);
    expect(lines.map(textOfLine).join('')).toBe(content);
    for (const line of lines) {
      expect(rightEdge(line)).toBeLessThanOrEqual(measurePt + 0.01);
      expect(rightEdge(line)).toBeCloseTo(line.widthPt, 3);
    }
    const full = lines.slice(0, -1).filter((line) => line.widthPt > measurePt - 0.01);
    expect(full.length).toBeGreaterThanOrEqual((lines.length - 1) / 3);
  }
});
