import { beforeAll, expect, test } from 'vitest';
import { breakLines } from '../../src/line/break-lines.ts';
import { listParagraphs } from '../../src/line/set-lines.ts';
import type { Line } from '../../src/line/types.ts';
import type { Inline, ParagraphBox } from '../../src/style/types.ts';
import { EXAMPLES } from '../integration/support/examples.ts';
import { DOCUMENTS, Setter } from '../integration/support/set-case.ts';

// Written by hand from JIS X 4051 §4.3 and 6.1 and GB/T 15834 §5.1, so that a fault in data/typography shows.
const NO_START = {
  both: '\u3001\u3002\uFF0C\uFF0E\u30FB\u00B7\uFF1A\uFF1B\uFF1F\uFF01)\uFF09\u3015\uFF3D\uFF5D\u3009\u300B\u300D\u300F\u3011\u3017]},.:;!?%\u2026\u3005',
  ja: '\u30FC\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5\u30F6\u309D\u309E\u30FD\u30FE',
  zh: '\u2019\u201D',
};
const NO_END = {
  both: '(\uFF08\u3014\uFF3B\uFF5B\u3008\u300A\u300C\u300E\u3010\u3016[{',
  zh: '\u2018\u201C',
};
const WIDTHS = 200;
const NARROWEST_EM = 12;

const setter = new Setter();
const paragraphs: ParagraphBox[] = [];

beforeAll(async () => {
  const seen = new Set<string>();
  for (const { input } of EXAMPLES)
    for (const document of DOCUMENTS) {
      const { styled } = await setter.set(input, document);
      for (const box of listParagraphs(styled!.flow)) {
        const key = JSON.stringify(box.inlines, (name, value) => (name === 'struct' ? undefined : value));
        if (seen.has(key) || box.style.wrap === 'none') continue;
        seen.add(key);
        if (textOf(box.inlines).length > NARROWEST_EM) paragraphs.push(box);
      }
    }
}, 120_000);

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'ruby') return inline.parts.map(({ base }) => base).join('');
      return inline.kind === 'object' ? '\uFFFC' : '';
    })
    .join('');
}

interface Ends {
  text: string;
  firstLang: string;
  lastLang: string;
}

/** What stands in a line, readings left out. */
function readLine(line: Line): Ends {
  const shown = line.fragments.filter(
    (fragment) => fragment.kind === 'object' || fragment.role === 'text' || fragment.role === 'ruby-base',
  );
  const text = shown.map((fragment) => (fragment.kind === 'text' ? fragment.text : '\uFFFC')).join('');
  return { text, firstLang: shown[0]?.lang ?? '', lastLang: shown.at(-1)?.lang ?? '' };
}

const isIn = (
  sets: Partial<Record<'both' | 'ja' | 'zh', string>>,
  character: string,
  lang: string,
): boolean =>
  Boolean(sets.both?.includes(character) || (lang.startsWith('ja') ? sets.ja : sets.zh)?.includes(character));

const squeeze = (text: string): string => text.replace(/[\s\u200B\u00AD]/gu, '');

test('at two hundred widths no line of any example begins or ends with a mark that may not', {
  timeout: 120_000,
}, () => {
  expect(paragraphs.length).toBeGreaterThan(150);
  const faults = new Set<string>();
  for (const box of paragraphs) {
    const hasField = box.inlines.some((inline) => inline.kind === 'text' && inline.field !== undefined);
    const whole = squeeze(textOf(box.inlines));
    let widest = Number.POSITIVE_INFINITY;
    for (let n = 0; n < WIDTHS; n++) {
      const measurePt = Math.round((NARROWEST_EM + n / 6) * box.sizePt * 100) / 100;
      // Wider than the text: one line, whatever the width.
      if (measurePt > widest) break;
      const { lines } = breakLines(
        box.inlines,
        { ...box.style, measurePt },
        setter.fonts,
        setter.fonts.measure,
      );
      if (lines.length === 1) widest = measurePt;
      const read = lines.map(readLine);
      const found = squeeze(read.map(({ text }) => text).join(''));
      if (found !== whole) faults.add(`lost or added at ${measurePt} pt: ${whole} → ${found}`);
      lines.forEach((line, index) => {
        const { text, firstLang, lastLang } = read[index]!;
        const before = lines[index - 1];
        const first = [...text][0] ?? '';
        const last = [...text.trimEnd()].at(-1) ?? '';
        if (before?.break === 'normal' && isIn(NO_START, first, firstLang))
          faults.add(`begins with ${first}: ${text}`);
        if (line.break === 'normal' && isIn(NO_END, last, lastLang)) faults.add(`ends with ${last}: ${text}`);
        // Two ideographs side by side can always be parted, but in a field that forbids it.
        if (line.break === 'emergency' && !hasField && /\p{Script=Han}{2}/u.test(text))
          faults.add(`emergency though a break is allowed: ${text}`);
        if (line.widthPt > measurePt + 0.01 && lines.length > 1 && line.break === 'normal')
          faults.add(
            `${Math.round((line.widthPt - measurePt) * 100) / 100} pt too wide at ${measurePt} pt: ${text}`,
          );
      });
    }
  }
  expect([...faults]).toEqual([]);
});
