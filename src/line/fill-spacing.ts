import { JAPANESE, OTHER, SIMPLIFIED, type WritingSystem } from './language.ts';
import type { Paragraph, Run } from './paragraph.ts';
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
import { ALLOWED } from './uax14.ts';

/** A mark is full-width where the face gives it a whole em; Noto JP sets curly quotes narrower. */
const FULL_EM = 0.99;

/** Trims marks that meet or stand at line edges (R30–R33) and puts the CJK–Latin gaps (R36–R39). */
export function fillSpacing(paragraph: Paragraph, gapEm: number): void {
  const { count, codePoints, runs, runOf, advancePt, leftPt, rightPt, startPt, endPt, gapPt, breaks } =
    paragraph;
  let lastRole = PLAIN;
  let lastHalf = 0;
  let lastClass = NONE;
  let lastSize = 0;
  let lastSystem: WritingSystem = OTHER;
  for (let i = 0; i < count; i++) {
    endPt[i] = rightPt[i] as number;
    const run = runs[runOf[i] as number] as Run;
    if (run.kind !== 'text') {
      lastRole = PLAIN;
      lastClass = NONE;
      continue;
    }
    const cp = codePoints[i] as number;
    const spacing = spacingClassOf(cp, run.system);
    if (cp === SOFT_HYPHEN) {
      if (breaks[i + 1] === ALLOWED) endPt[i] = 0;
      lastRole = PLAIN;
      continue;
    }
    let role = roleOf(cp, run.system);
    if (role !== PLAIN || lastRole !== PLAIN) {
      const half = run.sizePt / 2;
      if ((advancePt[i] as number) < FULL_EM * run.sizePt) role = narrow(role);
      if (role === OPENING) {
        startPt[i] = half;
        if (trimsOpeningAfter(lastRole)) leftPt[i] = half;
      } else if (role === CLOSING || role === STOP) endPt[i] = half;
      else if (role === MIDDLE && run.system === SIMPLIFIED && isInterpunct(cp)) {
        // GB/T 15834 5.1.8 (R35): half an em, always.
        leftPt[i] = rightPt[i] = startPt[i] = endPt[i] = half / 2;
      }
      if ((lastRole === CLOSING || lastRole === STOP) && trimsClosingBefore(role)) rightPt[i - 1] = lastHalf;
      // R34: as a gap, so that none stands at a line edge.
      if (lastRole === EXCLAMATION && lastSystem === JAPANESE && startsSentence(cp, role, spacing)) {
        gapPt[i] = lastSize;
      }
      lastRole = role;
      lastHalf = half;
    }
    if (gapEm > 0 && hasGap(lastClass, spacing)) gapPt[i] = gapEm * Math.min(run.sizePt, lastSize);
    lastClass = passOn(lastClass, spacing);
    lastSize = run.sizePt;
    lastSystem = run.system;
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
