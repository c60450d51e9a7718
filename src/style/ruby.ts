import type { TreeElement } from '../document/types.ts';
import { addText } from './add-text.ts';
import type { StyledPath } from './cascade.ts';
import { textOf } from './plain-text.ts';
import type { Inline, Language, StructId } from './types.ts';

/** `予<rt>よ</rt>約<rt>やく</rt>`: base and reading in turn. */
export function addRuby(
  node: TreeElement,
  path: StyledPath,
  struct: StructId,
  lang: Language,
  out: Inline[],
): void {
  const parts: { base: string; reading: string }[] = [];
  let base = '';
  let readingLang = lang;
  for (const child of node.children) {
    if (child.kind === 'text') base += child.text;
    else if (child.name === 'rt') {
      readingLang = child.lang ?? lang;
      parts.push({ base: base.trim(), reading: textOf(child).trim() });
      base = '';
    }
  }
  const { fontSizePt: sizePt, bold } = path.style;
  const weight = bold ? 'bold' : 'regular';
  if (!path.style.ruby || parts.length === 0) {
    const text = parts.map((part) => part.base).join('') + base;
    addText({ kind: 'text', text, lang, weight, sizePt, struct }, out);
    return;
  }
  const set = mergeLongReadings(parts);
  const mode = set.length > 1 ? 'jukugo' : [...(set[0]?.base ?? '')].length > 1 ? 'group' : 'mono';
  out.push({
    kind: 'ruby',
    parts: set,
    mode,
    lang,
    readingLang,
    weight,
    sizePt,
    rubySizePt: sizePt / 2,
    struct,
  });
  if (base.trim() !== '') out.push({ kind: 'text', text: base, lang, weight, sizePt, struct });
}

/**
 * A compound whose characters each have room for their reading is set character by character; where one reading is
 * longer than its base, the compound takes its reading as a whole (JLREQ §3.3.7), or its bases would be torn apart.
 */
function mergeLongReadings(parts: { base: string; reading: string }[]): { base: string; reading: string }[] {
  const fits = parts.every(({ base, reading }) => [...reading].length <= 2 * [...base].length);
  if (fits || parts.some(({ reading }) => startsLatin(reading))) return parts;
  return [
    { base: parts.map((part) => part.base).join(''), reading: parts.map((part) => part.reading).join('') },
  ];
}

/** The tables of Unicode take half a millisecond to open: only for what is neither plain Latin nor kana. */
const startsLatin = (reading: string): boolean =>
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(reading) ||
  (!/^[\u3041-\u3096\u30a1-\u30ff]/.test(reading) && /^[\p{Script=Latin}\p{M}]/u.test(reading));
