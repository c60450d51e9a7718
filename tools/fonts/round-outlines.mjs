// Puts every point of every outline on a grid of two units (1/500 em): 0.01 mm at the size of a poster's headline,
// nothing on a page, and a tenth less to deflate in every file. docs/decisions/0007-rounded-outlines.md
const GRID = 2;

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;
const OVERLAP = 0x40;

const onGrid = (value) => Math.round(value / GRID) * GRID;

/** A TrueType font (Buffer) with rounded simple outlines; composite ones and all other tables stay. */
export function roundOutlines(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = [];
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = font.toString('latin1', at, at + 4);
    const offset = view.getUint32(at + 8);
    tables.push({ tag, data: Buffer.from(font.subarray(offset, offset + view.getUint32(at + 12))) });
  }
  const table = (tag) => tables.find((t) => t.tag === tag);
  const long = table('head').data.readInt16BE(50) === 1;
  const loca = table('loca').data;
  const count = table('maxp').data.readUInt16BE(4);
  const offsetOf = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  const glyphs = [];
  const newLoca = Buffer.alloc(4 * (count + 1));
  let total = 0;
  for (let i = 0; i < count; i++) {
    const source = table('glyf').data.subarray(offsetOf(i), offsetOf(i + 1));
    const glyph = roundGlyph(source);
    // A rasterizer sets the left edge where the bearing says, so the bearing goes with it.
    if (glyph.length > 0) moveBearing(table, i, glyph.readInt16BE(2) - source.readInt16BE(2));
    const padded = glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)]);
    glyphs.push(padded);
    total += padded.length;
    newLoca.writeUInt32BE(total, 4 * (i + 1));
  }
  table('glyf').data = Buffer.concat(glyphs);
  table('loca').data = newLoca;
  table('head').data.writeInt16BE(1, 50);
  return assemble(font.subarray(0, 12), tables);
}

function moveBearing(table, glyph, by) {
  const metrics = table('hhea').data.readUInt16BE(34);
  const at = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
  const { data } = table('hmtx');
  data.writeInt16BE(data.readInt16BE(at) + by, at);
}

function roundGlyph(glyph) {
  if (glyph.length === 0 || glyph.readInt16BE(0) < 0) return glyph;
  const { ends, points, overlaps } = readPoints(glyph);
  for (const point of points) {
    point.x = onGrid(point.x);
    point.y = onGrid(point.y);
  }
  return writeGlyph(ends, points, overlaps);
}

function readPoints(glyph) {
  const contours = glyph.readInt16BE(0);
  const ends = Array.from({ length: contours }, (_, i) => glyph.readUInt16BE(10 + 2 * i));
  let at = 10 + 2 * contours;
  at += 2 + glyph.readUInt16BE(at);
  const count = (ends.at(-1) ?? -1) + 1;
  const flags = [];
  while (flags.length < count) {
    const flag = glyph[at++];
    const repeats = flag & REPEAT ? glyph[at++] : 0;
    for (let r = 0; r <= repeats; r++) flags.push(flag);
  }
  const points = flags.map((flag) => ({ on: flag & ON_CURVE, x: 0, y: 0 }));
  const readAxis = (axis, short, same) => {
    let value = 0;
    flags.forEach((flag, i) => {
      if (flag & short) value += flag & same ? glyph[at++] : -glyph[at++];
      else if (!(flag & same)) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      points[i][axis] = value;
    });
  };
  readAxis('x', X_SHORT, X_SAME_OR_POSITIVE);
  readAxis('y', Y_SHORT, Y_SAME_OR_POSITIVE);
  return { ends, points, overlaps: (flags[0] ?? 0) & OVERLAP };
}

function writeGlyph(ends, points, overlaps) {
  const flags = [];
  const xs = [];
  const ys = [];
  const delta = (value, short, same, bytes) => {
    if (value === 0) return same;
    const size = Math.abs(value);
    if (size < 256) {
      bytes.push(size);
      return short | (value > 0 ? same : 0);
    }
    bytes.push((value >> 8) & 0xff, value & 0xff);
    return 0;
  };
  let before = { x: 0, y: 0 };
  points.forEach((point, i) => {
    let flag = point.on | (i === 0 ? overlaps : 0);
    flag |= delta(point.x - before.x, X_SHORT, X_SAME_OR_POSITIVE, xs);
    flag |= delta(point.y - before.y, Y_SHORT, Y_SAME_OR_POSITIVE, ys);
    flags.push(flag);
    before = point;
  });
  const packed = [];
  for (let i = 0; i < flags.length; ) {
    let run = 1;
    while (run < 256 && flags[i + run] === flags[i]) run++;
    if (run > 1) packed.push(flags[i] | REPEAT, run - 1);
    else packed.push(flags[i]);
    i += run;
  }
  const head = Buffer.alloc(10 + 2 * ends.length + 2);
  const of = (axis, pick) => (points.length === 0 ? 0 : pick(...points.map((point) => point[axis])));
  head.writeInt16BE(ends.length, 0);
  head.writeInt16BE(of('x', Math.min), 2);
  head.writeInt16BE(of('y', Math.min), 4);
  head.writeInt16BE(of('x', Math.max), 6);
  head.writeInt16BE(of('y', Math.max), 8);
  ends.forEach((end, i) => {
    head.writeUInt16BE(end, 10 + 2 * i);
  });
  return Buffer.concat([head, Buffer.from([...packed, ...xs, ...ys])]);
}

function assemble(header, tables) {
  const padded = (data) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
  const sum = (data) => {
    let value = 0;
    for (let i = 0; i < data.length; i += 4) value = (value + data.readUInt32BE(i)) >>> 0;
    return value;
  };
  const directory = Buffer.alloc(16 * tables.length);
  const head = tables.find(({ tag }) => tag === 'head').data;
  head.writeUInt32BE(0, 8);
  let offset = 12 + directory.length;
  const bodies = tables.map(({ tag, data }, i) => {
    const body = padded(data);
    directory.write(tag, 16 * i, 'latin1');
    directory.writeUInt32BE(sum(body), 16 * i + 4);
    directory.writeUInt32BE(offset, 16 * i + 8);
    directory.writeUInt32BE(data.length, 16 * i + 12);
    offset += body.length;
    return body;
  });
  const file = Buffer.concat([header, directory, ...bodies]);
  const headAt = directory.readUInt32BE(16 * tables.findIndex(({ tag }) => tag === 'head') + 8);
  file.writeUInt32BE((0xb1b0afba - sum(file)) >>> 0, headAt + 8);
  return file;
}
