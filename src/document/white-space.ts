/**
 * White space as CSS Text 3 §4.1 collapses it, and R26: a source line end between two wide
 * characters vanishes instead of becoming a space.
 */
import type { TreeElement, TreeText } from './types.ts';

/** Han, kana, full-width forms and CJK punctuation: East Asian width F or W (UAX #11), coarse but safe for line ends. */
const isWide = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60) ||
    code >= 0x20000
  );
};

const isSpace = (char: string): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f';

/** The usual text has none. */
const WHITE_SPACE = /[ \n\t\r\f]/;

/** Stands for an object, wide, so that a source line end beside it vanishes. */
const OBJECT = '\u3000';

/** Collapses the white space of one run of inline content, in place; spaces at its edges go. */
export function collapseWhiteSpace(block: TreeElement): void {
  const parts: (TreeText | null)[] = [];
  collectParts(block, parts);
  let before = '';
  let pending: { text: TreeText; lineEnd: boolean } | null = null;
  for (const text of parts) {
    if (text === null) {
      if (pending && before !== '' && !pending.lineEnd) pending.text.text += ' ';
      pending = null;
      before = OBJECT;
      continue;
    }
    const source = text.text;
    if (source !== '' && !WHITE_SPACE.test(source)) {
      if (pending) {
        const vanishes = before === '' || (pending.lineEnd && isWide(before) && isWide(source));
        if (!vanishes) pending.text.text += ' ';
        pending = null;
      }
      before = lastCharacter(source);
      continue;
    }
    text.text = '';
    let start = 0;
    for (let i = 0; i < source.length; i += 1) {
      const char = source[i] as string;
      if (!isSpace(char)) {
        if (pending) {
          const after = String.fromCodePoint(source.codePointAt(i) as number);
          const vanishes = before === '' || (pending.lineEnd && isWide(before) && isWide(after));
          if (!vanishes) pending.text.text += ' ';
          pending = null;
        }
        start = i;
        while (i < source.length && !isSpace(source[i] as string)) i += 1;
        text.text += source.slice(start, i);
        before = lastCharacter(source.slice(start, i));
        i -= 1;
      } else {
        pending ??= { text, lineEnd: false };
        if (char === '\n') pending.lineEnd = true;
      }
    }
  }
}

function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1);
}

/** Texts in order; null is an object: an element that is drawn and holds no text. */
function collectParts(element: TreeElement, parts: (TreeText | null)[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') parts.push(child);
    else if (child.children.length === 0 && child.name !== 'br') parts.push(null);
    else collectParts(child, parts);
  }
}
