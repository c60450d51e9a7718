/** Characters that are read but never drawn (Default_Ignorable_Code_Point of Unicode, and line feed). */

export const SOFT_HYPHEN = 0xad;

/** Zero-width space, word joiner, soft hyphen, line feed: line breaking reads them, so binding leaves them in. */
export function isBreakControl(codePoint: number): boolean {
  return codePoint === 0x200b || codePoint === 0x2060 || codePoint === SOFT_HYPHEN || codePoint === 0x0a;
}

/** FE00–FE0F and the ideographic ones of plane 14. */
export function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** Text or emoji presentation (VS15, VS16): no outline hangs on it here. */
export function isPresentationSelector(codePoint: number): boolean {
  return codePoint === 0xfe0e || codePoint === 0xfe0f;
}

export function isInvisible(codePoint: number): boolean {
  if (codePoint < 0xad) return codePoint === 0x0a;
  if (codePoint < 0x2000) {
    return (
      codePoint === SOFT_HYPHEN ||
      codePoint === 0x34f ||
      codePoint === 0x61c ||
      codePoint === 0x115f ||
      codePoint === 0x1160 ||
      codePoint === 0x17b4 ||
      codePoint === 0x17b5 ||
      (codePoint >= 0x180b && codePoint <= 0x180f)
    );
  }
  if (codePoint < 0x3000) {
    return (
      (codePoint >= 0x200b && codePoint <= 0x200f) ||
      (codePoint >= 0x202a && codePoint <= 0x202e) ||
      (codePoint >= 0x2060 && codePoint <= 0x206f)
    );
  }
  if (codePoint < 0xfe00) return codePoint === 0x3164;
  return (
    codePoint <= 0xfe0f ||
    codePoint === 0xfeff ||
    codePoint === 0xffa0 ||
    (codePoint >= 0xfff0 && codePoint <= 0xfff8) ||
    (codePoint >= 0x1bca0 && codePoint <= 0x1bca3) ||
    (codePoint >= 0x1d173 && codePoint <= 0x1d17a) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}
