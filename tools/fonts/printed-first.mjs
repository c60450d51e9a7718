// Puts the outlines of some characters before all others, and the outlines last in the file, so that what a document
// draws lies together. A glyph's number is its place, so the map of characters and the metrics are written anew; the
// map keeps the subtables that are read (formats 12 and 14).
import { viewOf } from './sfnt.mjs';

/** `tables`: tag → Buffer, changed in place. `codePoints` that the font lacks are passed over. */
export function printedFirst(tables, codePoints) {
  const cmap = viewOf(tables.get('cmap'));
  const map = readMap(cmap);
  const count = tables.get('maxp').readUInt16BE(4);
  const order = [0];
  const seen = new Set(order);
  const take = (glyph) => {
    if (glyph === undefined || seen.has(glyph)) return;
    seen.add(glyph);
    order.push(glyph);
  };
  for (const codePoint of codePoints) take(map.get(codePoint));
  for (let glyph = 0; glyph < count; glyph++) take(glyph);
  const place = new Map(order.map((glyph, index) => [glyph, index]));
  reorderOutlines(tables, order);
  reorderMetrics(tables, order);
  tables.set('cmap', writeMap(map, place, cmap));
}

function subtable(cmap, format) {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(8 + 8 * i);
    if (cmap.getUint16(at) === format) return at;
  }
  return null;
}

function readMap(cmap) {
  const at = subtable(cmap, 12);
  const map = new Map();
  for (let i = 0; i < cmap.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const first = cmap.getUint32(group);
    for (let c = first; c <= cmap.getUint32(group + 4); c++)
      map.set(c, cmap.getUint32(group + 8) + c - first);
  }
  return map;
}

function reorderOutlines(tables, order) {
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  if (tables.get('head').readInt16BE(50) !== 1) throw new Error('the long form of loca was expected');
  const outlines = order.map((glyph) =>
    glyf.subarray(loca.readUInt32BE(4 * glyph), loca.readUInt32BE(4 * glyph + 4)),
  );
  if (outlines.some((outline) => outline.length > 0 && outline.readInt16BE(0) < 0)) {
    throw new Error('a composite outline names others by number');
  }
  let offset = 0;
  outlines.forEach((outline, i) => {
    offset += outline.length;
    loca.writeUInt32BE(offset, 4 * (i + 1));
  });
  tables.set('glyf', Buffer.concat(outlines));
}

/** Every glyph gets both its numbers: those that shared an advance no longer stand together. */
function reorderMetrics(tables, order) {
  const hhea = tables.get('hhea');
  const old = tables.get('hmtx');
  const full = hhea.readUInt16BE(34);
  const metrics = Buffer.alloc(4 * order.length);
  order.forEach((glyph, i) => {
    metrics.writeUInt16BE(old.readUInt16BE(4 * Math.min(glyph, full - 1)), 4 * i);
    const bearing = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full);
    metrics.writeInt16BE(old.readInt16BE(bearing), 4 * i + 2);
  });
  hhea.writeUInt16BE(order.length, 34);
  tables.set('hmtx', metrics);
}

function writeMap(map, place, cmap) {
  const characters = writeCharacters(map, place);
  const variations = writeVariations(cmap, place);
  const records = [[3, 10, characters], ...(variations ? [[0, 5, variations]] : [])].sort(
    ([a], [b]) => a - b,
  );
  const head = Buffer.alloc(4 + 8 * records.length);
  head.writeUInt16BE(records.length, 2);
  let offset = head.length;
  records.forEach(([platform, encoding, table], i) => {
    head.writeUInt16BE(platform, 4 + 8 * i);
    head.writeUInt16BE(encoding, 6 + 8 * i);
    head.writeUInt32BE(offset, 8 + 8 * i);
    offset += table.length;
  });
  return Buffer.concat([head, ...records.map(([, , table]) => table)]);
}

function writeCharacters(map, place) {
  const groups = [];
  for (const [codePoint, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const now = place.get(glyph);
    const last = groups[groups.length - 1];
    if (last && codePoint === last.end + 1 && now === last.glyph + last.end + 1 - last.start)
      last.end = codePoint;
    else groups.push({ start: codePoint, end: codePoint, glyph: now });
  }
  const table = Buffer.alloc(16 + 12 * groups.length);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(groups.length, 12);
  groups.forEach(({ start, end, glyph }, i) => {
    table.writeUInt32BE(start, 16 + 12 * i);
    table.writeUInt32BE(end, 20 + 12 * i);
    table.writeUInt32BE(glyph, 24 + 12 * i);
  });
  return table;
}

/** As it was, with the glyphs of its own mappings renumbered. */
function writeVariations(cmap, place) {
  const at = subtable(cmap, 14);
  if (at === null) return null;
  const table = Buffer.from(new Uint8Array(cmap.buffer, cmap.byteOffset + at, cmap.getUint32(at + 2)));
  for (let i = 0; i < table.readUInt32BE(6); i++) {
    const others = table.readUInt32BE(10 + 11 * i + 7);
    if (others === 0) continue;
    for (let k = 0; k < table.readUInt32BE(others); k++) {
      const glyph = others + 4 + 5 * k + 3;
      table.writeUInt16BE(place.get(table.readUInt16BE(glyph)), glyph);
    }
  }
  return table;
}
