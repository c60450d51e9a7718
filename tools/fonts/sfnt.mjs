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

/** The same as Buffers of their own, to be changed. */
export function copyTables(font) {
  return new Map(
    [...readTables(font)].map(([tag, { buffer, byteOffset, byteLength }]) => [
      tag,
      Buffer.from(new Uint8Array(buffer, byteOffset, byteLength)),
    ]),
  );
}

/** A font with the header of another of as many tables. The outlines come last: a reader needs the rest first. */
export function writeFont(header, tables) {
  const padded = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  const sum = (data) => {
    let value = 0;
    for (let i = 0; i < data.length; i += 4) value = (value + data.readUInt32BE(i)) >>> 0;
    return value;
  };
  tables.get('head').writeUInt32BE(0, 8);
  const tags = [...tables.keys()].sort();
  const inOrder = [...tags.filter((tag) => tag !== 'glyf'), 'glyf'];
  const directory = Buffer.alloc(16 * tags.length);
  const bodies = [];
  let offset = 12 + directory.length;
  let headAt = 0;
  for (const tag of inOrder) {
    const data = tables.get(tag);
    const body = padded(data);
    const entry = 16 * tags.indexOf(tag);
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(sum(body), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    if (tag === 'head') headAt = offset;
    offset += body.length;
    bodies.push(body);
  }
  const file = Buffer.concat([header, directory, ...bodies]);
  file.writeUInt32BE((0xb1b0afba - sum(file)) >>> 0, headAt + 8);
  return file;
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
