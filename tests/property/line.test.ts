import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from '../../src/line/break-lines.ts';
import { lineBreakOpportunities } from '../../src/line/opportunity.ts';
import type { Inline } from '../../src/style/types.ts';
import { fakeBinder, fakeMeasure } from '../support/square-font.ts';
import {
  NEVER_FIRST,
  NEVER_LAST,
  paragraphStyle,
  rightEdge,
  SIZE,
  text,
  textOfInlines,
  textOfLine,
  widestRoom,
} from './line-laws.ts';

const SEED = 20261122;
const set = (inlines: Inline[], more = {}) =>
  breakLines(inlines, paragraphStyle(more), fakeBinder, fakeMeasure);

/** Bilingual paragraphs as forms have them: font switches beside every kind of mark. */
const SAMPLES: Inline[][] = [
  [
    text('办理解约前，请先备份“通话记录”（重要）。门店会问：“还有余款吗？”——可以回答', 'zh-Hans'),
    text('「残債の有無を教えてください」', 'ja'),
    text('；如果对方说“', 'zh-Hans'),
    text('本日は分かりません', 'ja'),
    text('”，就请他写在纸上……然后离开。', 'zh-Hans'),
  ],
  [
    text(
      '『解約』のお手続き（ドコモショップ 高田馬場店）：ご契約者本人が、在留カード・パスポート等をお持ちのうえ',
      'ja',
    ),
    text('（本人到店）', 'zh-Hans'),
    text('ご来店ください！？ キャッシュカード、ちょっとしたメモ々も。', 'ja'),
  ],
  [
    text(
      '2027年3月28日前，费用上限为1,100日元（约50％）。查询 https://www.example.jp/mobile/cancel?id=1 或致电',
      'zh-Hans',
    ),
    text('0120-800-000', 'zh-Hans', { field: 'phone' }),
    text('，工作日9:00～20:00，e-mail：', 'zh-Hans'),
    text('someone@example.com', 'en', { field: 'email' }),
    text('。', 'zh-Hans'),
  ],
];
const WIDTHS = Array.from({ length: 200 }, (_, i) => 12 * SIZE + i * 2.3);

test('200 widths from 12 em up: no forbidden start or end, nothing lost, nothing outside the measure', () => {
  for (const inlines of SAMPLES) {
    for (const measurePt of WIDTHS) {
      for (const align of ['start', 'justify'] as const) {
        const { lines, problems } = set(inlines, { measurePt, align });
        expect(lines.map(textOfLine).join('')).toBe(textOfInlines(inlines));
        const emergencies = lines.filter((line) => line.break === 'emergency').length;
        expect(problems.map((p) => p.code)).toEqual(Array(emergencies).fill('emergency-break'));
        lines.forEach((line, i) => {
          const content = textOfLine(line).trimEnd();
          expect(rightEdge(line)).toBeLessThanOrEqual(measurePt + 0.01);
          expect(line.widthPt).toBeLessThanOrEqual(measurePt + 0.01);
          expect(widestRoom(line)).toBeLessThanOrEqual(0.14 + 1e-9);
          if (i > 0 && lines[i - 1]?.break === 'normal') expect(NEVER_FIRST).not.toContain(content[0]);
          if (line.break === 'normal') expect(NEVER_LAST).not.toContain(content.at(-1));
        });
      }
    }
  }
});

test('an emergency break stands only on a line without a legal one', () => {
  const alphabet = fc.constantFrom(...'解约手続き、。（）「」“”12aB%… ');
  const content = fc.string({ unit: alphabet, minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(content, fc.integer({ min: 1, max: 12 }), (sample, ems) => {
      const inlines = [text(sample, 'ja')];
      const { lines, problems } = set(inlines, { measurePt: ems * SIZE, lang: 'ja' });
      expect(lines.map(textOfLine).join('')).toBe(sample);
      expect(problems.filter((p) => p.code === 'emergency-break').length).toBe(
        lines.filter((line) => line.break === 'emergency').length,
      );
      const legal = new Set(lineBreakOpportunities(sample, { lang: 'ja', strictness: 'strict' }));
      let offset = 0;
      for (const line of lines) {
        const end = offset + textOfLine(line).length;
        if (line.break === 'emergency') {
          for (let at = offset + 1; at < end; at++) expect(legal.has(at)).toBe(false);
        }
        if (line.break === 'normal') expect(legal.has(end)).toBe(true);
        offset = end;
      }
    }),
    { seed: SEED, numRuns: 400 },
  );
});

test('runs split at places that say nothing give the same lines', () => {
  const whole = SAMPLES[0]?.[0];
  if (whole?.kind !== 'text') throw new Error('the first sample starts with text');
  const content = whole.text;
  const expected = set([whole], { measurePt: 13.4 * SIZE });
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: content.length - 1 }), { maxLength: 8 }), (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), content.length];
      const parts = edges.slice(1).map((end, i) => text(content.slice(edges[i], end), 'zh-Hans'));
      expect(set(parts, { measurePt: 13.4 * SIZE })).toEqual(expected);
    }),
    { seed: SEED, numRuns: 100 },
  );
});

test('no line more in a wider measure', () => {
  for (const inlines of SAMPLES) {
    let fewest = Number.POSITIVE_INFINITY;
    for (const measurePt of WIDTHS) {
      const { length } = set(inlines, { measurePt }).lines;
      expect(length).toBeLessThanOrEqual(fewest);
      fewest = length;
    }
  }
});

test('the same twice: nothing is kept from one paragraph to the next', () => {
  const inlines = SAMPLES[1] as Inline[];
  const first = set(inlines);
  set(SAMPLES[2] as Inline[], { align: 'justify' });
  expect(set(inlines)).toEqual(first);
});
