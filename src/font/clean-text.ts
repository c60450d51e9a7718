/** What is taken out of a text, or composed in it, before it gets faces. Never NFC: it would change names. */
import { isBreakControl, isInvisible, isVariationSelector } from './invisible.ts';

/** U+3099 and U+309A, the combining voicing marks: the faces have the composed kana. */
export const isVoicingMark = (codePoint: number): boolean => codePoint === 0x3099 || codePoint === 0x309a;

/** True where `cleanText`, or the variation sequences, could change something. */
export function needsCleaning(codePoint: number): boolean {
  return isVoicingMark(codePoint) || (isInvisible(codePoint) && !isBreakControl(codePoint));
}

/** Leaves break controls in, and variation selectors that directly follow a visible character. */
export function cleanText(text: string): string {
  let clean = '';
  let previous = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const follows = previous !== '' && !isInvisible(previous.codePointAt(0) as number);
    if (isVoicingMark(codePoint) && follows) {
      const composed = (previous + character).normalize('NFC');
      if (composed.length === 1) {
        clean = clean.slice(0, -previous.length) + composed;
        previous = composed;
        continue;
      }
    }
    const keep = isVariationSelector(codePoint)
      ? follows
      : !isInvisible(codePoint) || isBreakControl(codePoint);
    if (!keep) continue;
    clean += character;
    previous = character;
  }
  return clean;
}
