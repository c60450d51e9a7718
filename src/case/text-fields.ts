/** What a field of plain text may hold: one line of printable characters, no emoji. */

/** Longer than any name or shop: a longer text is a paste that went wrong. */
export const LONGEST_TEXT = 120;

// ASCII, kana and unified ideographs: what nearly all names are made of, told without tables of Unicode.
const COMMON = /^[ -~\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]*$/;

// Controls, line separators, private use, unassigned code points and lone surrogates; pictures (UTS #51) that
// stand as emoji by themselves or by a following U+FE0F. Text symbols such as the trade mark sign stay.
const unsupportedIn = (text: string): RegExpExecArray | null =>
  /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\uFFFD]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u{1F000}-\u{1FAFF}]/u.exec(
    text,
  );

/** What ends a line or jumps in it: by its code point; null in one plain line. */
export function findLineBreak(text: string): string | null {
  const [found] = /[\t\n\v\f\r\u0085\u2028\u2029]/u.exec(text) ?? [];
  return found === undefined ? null : nameOf(found);
}

/** The first character that can't be printed, as `U+1F600`; null when all can. */
export function findUnsupported(text: string): string | null {
  if (COMMON.test(text)) return null;
  const found = unsupportedIn(text)?.[0];
  return found === undefined ? null : nameOf(found);
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
