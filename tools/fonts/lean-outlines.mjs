// Draws every outline with fewer points, all of them on a grid of two units (1/500 em): a fifth less to deflate in
// every file, and nothing that a page shows. docs/decisions/0007-lean-outlines.md
import { CurveFitter } from './fit-curves.mjs';
import { readGlyph, writeGlyph } from './glyph.mjs';

const GRID = 2;

/** Thousandths of an em between a curve and its source; a point on the grid is off by as much at most. */
const TOLERANCE = 1.5;

/** A TrueType font (Buffer) with leaner simple outlines; composite ones and all other tables stay. */
export function leanOutlines(font) {
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
  const fitter = new CurveFitter({ grid: GRID, tolerance: TOLERANCE });
  const glyphs = [];
  const newLoca = Buffer.alloc(4 * (count + 1));
  let total = 0;
  for (let i = 0; i < count; i++) {
    const source = table('glyf').data.subarray(offsetOf(i), offsetOf(i + 1));
    const glyph = leanGlyph(source, fitter);
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

function leanGlyph(source, fitter) {
  const glyph = readGlyph(source);
  if (glyph === null) return source;
  return writeGlyph({ ...glyph, contours: glyph.contours.map((contour) => fitter.fit(contour)) });
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
