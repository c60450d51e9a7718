import type { FaceId } from '../font/types.ts';
import { isChinese } from './language.ts';
import type { RubyPart, TextRun } from './paragraph.ts';
import { PLAIN, roleOf } from './punctuation.ts';
import { NARROW, spacingClassOf, WIDE_SPACING } from './spacing-classes.ts';
import type { TextFragment, TextMeasure } from './types.ts';

/** The em box of an ideograph stands 0.88 em above the baseline and 0.12 em below it (Noto, OpenType `ideo`). */
const ABOVE_EM = 0.88;
const BELOW_EM = 0.12;

/** Latin letters reach further below the baseline: j, q and g of pinyin stay clear of their base (R62). */
const LATIN_BELOW_EM = 0.3;

/** U+2022, the emphasis dot of both languages (R63). */
const DOT = '\u2022';
const DOT_SIZE = 0.5;

export function emphasisDotWidth(face: FaceId, sizePt: number, measure: TextMeasure): number {
  return measure.advanceEm(face, DOT.charCodeAt(0)) * DOT_SIZE * sizePt;
}

/** The reading over its base, the em boxes touching (R56), on the middle of the base. Readings of Chinese are pinyin. */
export function placeReading(run: TextRun, ruby: RubyPart, middlePt: number): TextFragment[] {
  const { reading, readingLang, sizePt, betweenPt, group } = ruby;
  let widthPt = -betweenPt;
  for (const { advancesPt } of reading) for (const advance of advancesPt) widthPt += advance + betweenPt;
  let xPt = middlePt - widthPt / 2;
  const belowEm = isChinese(run.system) ? LATIN_BELOW_EM : BELOW_EM;
  return reading.map(({ text, face, advancesPt }) => {
    const fragment: TextFragment = {
      kind: 'text',
      xPt,
      risePt: ABOVE_EM * run.sizePt + belowEm * sizePt,
      text,
      face,
      sizePt,
      lang: readingLang,
      struct: run.struct,
      adjustEm: betweenPt === 0 ? null : advancesPt.map(() => betweenPt / sizePt),
      role: 'ruby-text',
      rubyGroup: group,
    };
    for (const advance of advancesPt) xPt += advance + betweenPt;
    return fragment;
  });
}

/** R63: above in ja, below in zh, on letters and digits of every script, on no mark. */
export function emphasisMark(
  run: TextRun,
  cp: number,
  glyphPt: number,
  advancePt: number,
): TextFragment | null {
  const spacing = spacingClassOf(cp, run.system);
  if ((spacing !== WIDE_SPACING && spacing !== NARROW) || roleOf(cp, run.system) !== PLAIN) return null;
  const sizePt = DOT_SIZE * run.sizePt;
  const below = isChinese(run.system);
  return {
    kind: 'text',
    xPt: glyphPt + (advancePt - run.dotPt) / 2,
    risePt: below ? -(BELOW_EM * run.sizePt + ABOVE_EM * sizePt) : ABOVE_EM * run.sizePt + BELOW_EM * sizePt,
    text: DOT,
    face: run.face,
    sizePt,
    lang: run.lang,
    struct: null,
    adjustEm: null,
    role: 'emphasis',
    rubyGroup: 0,
  };
}
