import { writingSystemOf } from './language.ts';
import {
  CLOSING,
  OPENING,
  PLAIN,
  type Role,
  roleOf,
  STOP,
  trimsClosingBefore,
  trimsOpeningAfter,
} from './punctuation.ts';
import { hasGap, MARK, NONE, spacingClassOf } from './spacing-classes.ts';
import type { Spacing } from './types.ts';

/** CSS Text 4 `text-autospace`: an eighth of an ideograph. */
export const NATURAL_GAP_EM = 0.125;

/** Trimming of full-width marks that meet, and the CJK–Latin gaps, inside a line. */
export function characterSpacing(text: string, options: { lang: string }): Spacing {
  const system = writingSystemOf(options.lang);
  const codePoints = Array.from(text, (character) => character.codePointAt(0) as number);
  const roles = codePoints.map((cp) => roleOf(cp, system));
  const widthsEm = roles.map((role, i) => {
    if (role === OPENING) return trimsOpeningAfter((roles[i - 1] ?? PLAIN) as Role) ? 0.5 : 1;
    if (role === CLOSING || role === STOP)
      return trimsClosingBefore((roles[i + 1] ?? PLAIN) as Role) ? 0.5 : 1;
    return 1;
  });
  const gaps: Spacing['gaps'] = [];
  let last = NONE;
  for (let i = 0; i < codePoints.length; i++) {
    const current = spacingClassOf(codePoints[i] as number, system);
    if (current === MARK) continue;
    if (hasGap(last, current)) gaps.push({ before: i, em: NATURAL_GAP_EM });
    last = current;
  }
  return { widthsEm, gaps };
}
