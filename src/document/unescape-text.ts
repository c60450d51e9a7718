/** What escaping makes of characters, and numbers of others. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** Null where a reference is not one of ours. */
export function unescapeText(text: string): string | null {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(/&[^;]*;?/g, (reference) => {
    const character = REFERENCES[reference] ?? numbered(reference);
    if (character === undefined) known = false;
    return character ?? '';
  });
  return known ? plain : null;
}

/** Decimal, where HTML takes the number as it is: below are controls and what it reads as windows-1252. */
function numbered(reference: string): string | undefined {
  if (!/^&#[1-9]\d{2,4};$/.test(reference)) return undefined;
  const codePoint = Number(reference.slice(2, -1));
  return codePoint >= 0xa0 && codePoint < 0xd800 ? String.fromCharCode(codePoint) : undefined;
}
