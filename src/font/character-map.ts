/** The cmap table: code points (format 12) and variation sequences (format 14) to glyphs. */

const GROUP_SIZE = 12;

/** Offset of the first subtable of a format; Noto repeats the same one for several platforms. */
export function findSubtable(cmap: DataView, format: number): number | null {
  const count = cmap.getUint16(2);
  for (let i = 0; i < count; i++) {
    const offset = cmap.getUint32(8 + 8 * i);
    if (cmap.getUint16(offset) === format) return offset;
  }
  return null;
}

/** Glyph of a code point in a subtable of format 12, 0 where there is none. */
export function readGlyph(cmap: DataView, subtable: number, codePoint: number): number {
  const groups = subtable + 16;
  const count = cmap.getUint32(subtable + 12);
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cmap.getUint32(groups + GROUP_SIZE * middle + 4) < codePoint) low = middle + 1;
    else high = middle;
  }
  if (low === count) return 0;
  const group = groups + GROUP_SIZE * low;
  const start = cmap.getUint32(group);
  return codePoint < start ? 0 : cmap.getUint32(group + 8) + codePoint - start;
}

const uint24 = (view: DataView, offset: number): number =>
  (view.getUint16(offset) << 8) | view.getUint8(offset + 2);

/** Index of the last record whose code point is not above `codePoint`, or -1. */
function findRecord(cmap: DataView, records: number, size: number, count: number, codePoint: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uint24(cmap, records + size * middle) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Glyph of base + selector in a subtable of format 14; `base` where the plain glyph stands for it, null where unknown. */
export function readVariation(
  cmap: DataView,
  subtable: number,
  codePoint: number,
  selector: number,
): number | 'base' | null {
  const selectorCount = cmap.getUint32(subtable + 6);
  const index = findRecord(cmap, subtable + 10, 11, selectorCount, selector);
  const record = subtable + 10 + 11 * index;
  if (index < 0 || uint24(cmap, record) !== selector) return null;

  const defaults = cmap.getUint32(record + 3);
  if (defaults !== 0) {
    const ranges = subtable + defaults;
    const i = findRecord(cmap, ranges + 4, 4, cmap.getUint32(ranges), codePoint);
    const range = ranges + 4 + 4 * i;
    if (i >= 0 && codePoint <= uint24(cmap, range) + cmap.getUint8(range + 3)) return 'base';
  }
  const others = cmap.getUint32(record + 7);
  if (others !== 0) {
    const mappings = subtable + others;
    const i = findRecord(cmap, mappings + 4, 5, cmap.getUint32(mappings), codePoint);
    const mapping = mappings + 4 + 5 * i;
    if (i >= 0 && uint24(cmap, mapping) === codePoint) return cmap.getUint16(mapping + 3);
  }
  return null;
}
