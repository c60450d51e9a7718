import { KERNED_COUNT } from '../font/types.ts';
import type { ParagraphStyle } from '../style/types.ts';
import { setBlank } from './blanks.ts';
import { JAPANESE, OTHER, SIMPLIFIED, type WritingSystem } from './language.ts';
import type { Paragraph } from './paragraph.ts';
import {
  CLOSING,
  CLOSING_NARROW,
  continuesSentence,
  EXCLAMATION,
  MIDDLE,
  OPENING,
  OPENING_NARROW,
  PLAIN,
  roleOf,
  SOFT_HYPHEN,
  STOP,
  trimsClosingBefore,
  trimsOpeningAfter,
} from './punctuation.ts';
import { hasGap, NARROW, NONE, passOn, spacingClassOf, WIDE_SPACING } from './spacing-classes.ts';
import type { TextMeasure } from './types.ts';

const SPACE = 0x20;
/** No character above it is blank. */
const IDEOGRAPHIC_SPACE = 0x3000;

/** 1 for the digits and letters of ASCII: narrow, and no marks. */
const ALPHANUMERIC = new Uint8Array(KERNED_COUNT).fill(1, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);

/** A mark is full-width where the face gives it a whole em; Noto JP sets curly quotes narrower. */
const FULL_EM = 0.99;

const EM_DASH = 0x2014;
/** The blank at both ends of its glyph in Noto, and a little to overlap: two of them are one stroke (R11, R35). */
const DASH_JOIN_EM = 0.1;

/** Sets blanks and kerning, trims marks that meet or stand at line edges (R30–R33), puts the CJK–Latin gaps (R36–R39). */
export function fillSpacing(paragraph: Paragraph, style: ParagraphStyle, measure: TextMeasure): void {
  const { codePoints, runs, advancePt, leftPt, rightPt, startPt, endPt, gapPt, plain } = paragraph;
  const { gapEm } = style;
  let lastRole = PLAIN;
  let lastHalf = 0;
  let lastClass = NONE;
  let lastSize = 0;
  let lastSystem: WritingSystem = OTHER;
  for (const run of runs) {
    if (run.kind !== 'text') {
      lastRole = PLAIN;
      lastClass = NONE;
      continue;
    }
    const { start, end, sizePt, system } = run;
    const half = sizePt / 2;
    const kernPairs = measure.kernPairs?.(run.face) ?? null;
    for (let i = start; i < end; i++) {
      const cp = codePoints[i] as number;
      plain[i] = 1;
      // Ideographs and kana letters between their like: nearly all of a text.
      const isLetter =
        cp >= 0x4e00 ? cp <= 0x9fff : cp >= 0x3041 && (cp <= 0x3096 || (cp >= 0x30a1 && cp <= 0x30fa));
      if (isLetter && lastRole === PLAIN && lastClass !== NARROW) {
        lastClass = WIDE_SPACING;
        lastSize = sizePt;
        lastSystem = system;
        continue;
      }
      let isKerned = false;
      if (cp > SPACE && cp < KERNED_COUNT) {
        const next = i + 1 < end ? (codePoints[i + 1] as number) : SPACE;
        // Before a space, as after it, nothing is kerned.
        if (kernPairs !== null && next > SPACE && next < KERNED_COUNT) {
          const thousandths = kernPairs[KERNED_COUNT * cp + next] as number;
          if (thousandths !== 0) {
            rightPt[i] = endPt[i] = -(thousandths / 1000) * sizePt;
            plain[i] = 0;
            isKerned = true;
          }
        }
        // Digits and letters of a word.
        if (!isKerned && lastRole === PLAIN && lastClass !== WIDE_SPACING && ALPHANUMERIC[cp] === 1) {
          lastClass = NARROW;
          lastSize = sizePt;
          lastSystem = system;
          continue;
        }
      } else if (cp <= IDEOGRAPHIC_SPACE) setBlank(paragraph, i, run, style, measure);
      if (cp === SOFT_HYPHEN) {
        lastRole = PLAIN;
        continue;
      }
      const spacing = isLetter ? WIDE_SPACING : spacingClassOf(cp, system);
      let role = isLetter ? PLAIN : roleOf(cp, system);
      if (role !== PLAIN || lastRole !== PLAIN) {
        if ((advancePt[i] as number) < FULL_EM * sizePt) role = narrow(role);
        if (role === OPENING) {
          plain[i] = 0;
          startPt[i] = half;
          if (trimsOpeningAfter(lastRole)) leftPt[i] = half;
        } else if (role === CLOSING || role === STOP) {
          plain[i] = 0;
          endPt[i] = half;
        } else if (role === EXCLAMATION && system === SIMPLIFIED) {
          // Their ink stands on the left: half an em at a line end (R33), and two of them in one em (R35).
          plain[i] = 0;
          endPt[i] = half;
          if (lastRole === EXCLAMATION && rightPt[i - 1] === 0) {
            plain[i - 1] = 0;
            rightPt[i - 1] = rightPt[i] = half;
          }
        } else if (role === MIDDLE && system === SIMPLIFIED && isInterpunct(cp)) {
          // GB/T 15834 5.1.8 (R35): half an em, always.
          plain[i] = 0;
          leftPt[i] = rightPt[i] = startPt[i] = endPt[i] = half / 2;
        }
        if ((lastRole === CLOSING || lastRole === STOP) && trimsClosingBefore(role)) {
          plain[i - 1] = 0;
          rightPt[i - 1] = lastHalf;
        }
        // R34: as a gap, so that none stands at a line edge.
        if (lastRole === EXCLAMATION && lastSystem === JAPANESE && startsSentence(cp, role, spacing)) {
          plain[i] = 0;
          gapPt[i] = lastSize;
        }
        lastRole = role;
        lastHalf = half;
      }
      if (cp === EM_DASH && i > 0 && codePoints[i - 1] === EM_DASH && lastSize === sizePt) {
        plain[i - 1] = 0;
        rightPt[i - 1] = DASH_JOIN_EM * lastSize;
      }
      if (spacing !== lastClass && lastClass !== NONE && gapEm > 0 && hasGap(lastClass, spacing)) {
        plain[i] = 0;
        gapPt[i] = gapEm * Math.min(sizePt, lastSize);
      }
      lastClass = spacing <= WIDE_SPACING ? spacing : passOn(lastClass, spacing);
      lastSize = sizePt;
      lastSystem = system;
    }
  }
}

/** After an exclamation or a question; a bracket has room of its own, and some kana only go on with a sentence. */
function startsSentence(codePoint: number, role: number, spacing: number): boolean {
  return (
    role === PLAIN && (spacing === WIDE_SPACING || spacing === NARROW) && !continuesSentence().has(codePoint)
  );
}

/** U+00B7 between the parts of a name, and U+30FB where it stands for it. */
function isInterpunct(codePoint: number): boolean {
  return codePoint === 0xb7 || codePoint === 0x30fb;
}

/** What a mark is whose glyph has no blank half. */
function narrow(role: number): number {
  switch (role) {
    case OPENING:
    case OPENING_NARROW:
      return OPENING_NARROW;
    case CLOSING:
    case CLOSING_NARROW:
      return CLOSING_NARROW;
    default:
      return PLAIN;
  }
}
