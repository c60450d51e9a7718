// A simple glyph of the glyf table (OpenType), read into contours and written from them.
const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;
const OVERLAP = 0x40;

/** Contours of points { on, x, y }; null for an empty or a composite glyph. */
export function readGlyph(glyph) {
  if (glyph.length === 0 || glyph.readInt16BE(0) < 0) return null;
  const count = glyph.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, i) => glyph.readUInt16BE(10 + 2 * i));
  const pointCount = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + glyph.readUInt16BE(at);
  const flags = [];
  while (flags.length < pointCount) {
    const flag = glyph[at++];
    const repeats = flag & REPEAT ? glyph[at++] : 0;
    for (let r = 0; r <= repeats; r++) flags.push(flag);
  }
  const points = flags.map((flag) => ({ on: (flag & ON_CURVE) !== 0, x: 0, y: 0 }));
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
  const contours = ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1] + 1, end + 1));
  return { contours, overlaps: ((flags[0] ?? 0) & OVERLAP) !== 0 };
}

/** Flags are not packed by REPEAT: deflate packs a run of them better. */
export function writeGlyph({ contours, overlaps }) {
  const points = contours.flat();
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
    let flag = (point.on ? ON_CURVE : 0) | (overlaps && i === 0 ? OVERLAP : 0);
    flag |= delta(point.x - before.x, X_SHORT, X_SAME_OR_POSITIVE, xs);
    flag |= delta(point.y - before.y, Y_SHORT, Y_SAME_OR_POSITIVE, ys);
    flags.push(flag);
    before = point;
  });
  const head = Buffer.alloc(10 + 2 * contours.length + 2);
  const of = (axis, pick) => (points.length === 0 ? 0 : pick(...points.map((point) => point[axis])));
  head.writeInt16BE(contours.length, 0);
  head.writeInt16BE(of('x', Math.min), 2);
  head.writeInt16BE(of('y', Math.min), 4);
  head.writeInt16BE(of('x', Math.max), 6);
  head.writeInt16BE(of('y', Math.max), 8);
  let end = -1;
  contours.forEach((contour, i) => {
    end += contour.length;
    head.writeUInt16BE(end, 10 + 2 * i);
  });
  return Buffer.concat([head, Buffer.from([...flags, ...xs, ...ys])]);
}
