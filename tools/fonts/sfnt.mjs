// What the build and its check read of a TrueType file.

export const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Tables as views into `bytes`, by tag. */
export function readTables(bytes) {
  const view = viewOf(bytes);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const offset = view.getUint32(entry + 8);
    tables.set(
      String.fromCharCode(...bytes.subarray(entry, entry + 4)),
      viewOf(bytes.subarray(offset, offset + view.getUint32(entry + 12))),
    );
  }
  return tables;
}

export const glyphCount = (tables) => tables.get('maxp').getUint16(4);

function* subtables(cmap, format) {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(8 + 8 * i);
    if (cmap.getUint16(at) === format) yield at;
  }
}

/** Code points of the format 12 subtable, which Noto always has, in ascending order. */
export function mappedCodePoints(tables) {
  const cmap = tables.get('cmap');
  const codePoints = [];
  for (const at of subtables(cmap, 12)) {
    for (let i = 0; i < cmap.getUint32(at + 12); i++) {
      const group = at + 16 + 12 * i;
      for (let c = cmap.getUint32(group); c <= cmap.getUint32(group + 4); c++) codePoints.push(c);
    }
    return codePoints;
  }
  throw new Error('no cmap subtable of format 12');
}

const uint24 = (view, at) => (view.getUint16(at) << 8) | view.getUint8(at + 2);

/** Variation sequences of the format 14 subtable: selector → how many keep the base glyph, how many change it. */
export function variationSequences(tables) {
  const cmap = tables.get('cmap');
  const found = {};
  for (const at of subtables(cmap, 14)) {
    for (let i = 0; i < cmap.getUint32(at + 6); i++) {
      const record = at + 10 + 11 * i;
      const same = cmap.getUint32(record + 3);
      const other = cmap.getUint32(record + 7);
      let sameGlyph = 0;
      for (let k = 0; same !== 0 && k < cmap.getUint32(at + same); k++) {
        sameGlyph += 1 + cmap.getUint8(at + same + 4 + 4 * k + 3);
      }
      const ownGlyph = other === 0 ? 0 : cmap.getUint32(at + other);
      const selector = uint24(cmap, record).toString(16).toUpperCase().padStart(4, '0');
      found[`U+${selector}`] = { sameGlyph, ownGlyph };
    }
  }
  return found;
}
