import { type Strictness, tailorClasses } from './css-classes.ts';
import { writingSystemOf } from './language.ts';
import { FORBIDDEN, findBreaks } from './uax14.ts';

/**
 * UTF-16 offsets at which `text` may be wrapped, mandatory breaks included: UAX #14 17.0, the strictness levels
 * of CSS Text 3 and curly quotes as brackets in zh and ja (R22, R23). What forms add is the line stage's.
 */
export function lineBreakOpportunities(
  text: string,
  options: { lang: string; strictness?: Strictness },
): number[] {
  const codePoints = new Int32Array(text.length);
  const offsets = new Int32Array(text.length);
  let count = 0;
  for (let offset = 0; offset < text.length; count++) {
    const cp = text.codePointAt(offset) as number;
    codePoints[count] = cp;
    offsets[count] = offset;
    offset += cp > 0xffff ? 2 : 1;
  }
  const systems = new Uint8Array(count).fill(writingSystemOf(options.lang));
  const classes = tailorClasses(codePoints, count, systems, options.strictness ?? 'strict');
  const breaks = new Uint8Array(count);
  findBreaks(classes, count, breaks);
  const found: number[] = [];
  for (let i = 1; i < count; i++) if (breaks[i] !== FORBIDDEN) found.push(offsets[i] as number);
  return found;
}
