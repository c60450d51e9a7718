import { writingSystemOf } from './language.ts';
import {
  CLOSING,
  OPENING,
  PLAIN,
  roleOf,
  STOP,
  trimsClosingBefore,
  trimsOpeningAfter,
} from './punctuation.ts';
import { hasGap, NONE, passOn, spacingClassOf } from './spacing-classes.ts';
import type { Spacing } from './types.ts';

/** CSS Text 4 `text-autospace`: an eighth of an ideograph. */
export const NATURAL_GAP_EM = 0.125;

/** Trimming of full-width marks that meet, and the CJK–Latin gaps, inside a line. */
export function characterSpacing(text: string, options: { lang: string }): Spacing {
  const system = writingSystemOf(options.lang);
  const widthsEm: number[] = [];
  const gaps: Spacing['gaps'] = [];
  let lastRole = PLAIN;
  let lastClass = NONE;
  for (const character of text) {
    const cp = character.codePointAt(0) as number;
    const index = widthsEm.length;
    const role = roleOf(cp, system);
    widthsEm.push(role === OPENING && trimsOpeningAfter(lastRole) ? 0.5 : 1);
    if ((lastRole === CLOSING || lastRole === STOP) && trimsClosingBefore(role)) widthsEm[index - 1] = 0.5;
    lastRole = role;
    const current = spacingClassOf(cp, system);
    if (hasGap(lastClass, current)) gaps.push({ before: index, em: NATURAL_GAP_EM });
    lastClass = passOn(lastClass, current);
  }
  return { widthsEm, gaps };
}
