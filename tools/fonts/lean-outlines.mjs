// Draws every outline with fewer points, all of them on a grid of two units (1/500 em): a fifth less to deflate in
// every file, and nothing that a page shows. docs/decisions/0007-lean-outlines.md
import { CurveFitter } from './fit-curves.mjs';
import { readGlyph, writeGlyph } from './glyph.mjs';

const GRID = 2;

/** Thousandths of an em between a curve and its source; a point on the grid is off by as much at most. */
const TOLERANCE = 1.5;

/** `tables`: tag → Buffer, changed in place. Composite outlines stay. */
export function leanOutlines(tables) {
  const long = tables.get('head').readInt16BE(50) === 1;
  const loca = tables.get('loca');
  const count = tables.get('maxp').readUInt16BE(4);
  const offsetOf = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  const fitter = new CurveFitter({ grid: GRID, tolerance: TOLERANCE });
  const glyphs = [];
  const newLoca = Buffer.alloc(4 * (count + 1));
  let total = 0;
  for (let i = 0; i < count; i++) {
    const source = tables.get('glyf').subarray(offsetOf(i), offsetOf(i + 1));
    const glyph = leanGlyph(source, fitter);
    // A rasterizer sets the left edge where the bearing says, so the bearing goes with it.
    if (glyph.length > 0) moveBearing(tables, i, glyph.readInt16BE(2) - source.readInt16BE(2));
    const padded = glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)]);
    glyphs.push(padded);
    total += padded.length;
    newLoca.writeUInt32BE(total, 4 * (i + 1));
  }
  tables.set('glyf', Buffer.concat(glyphs));
  tables.set('loca', newLoca);
  tables.get('head').writeInt16BE(1, 50);
}

function moveBearing(tables, glyph, by) {
  const metrics = tables.get('hhea').readUInt16BE(34);
  const at = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
  const data = tables.get('hmtx');
  data.writeInt16BE(data.readInt16BE(at) + by, at);
}

function leanGlyph(source, fitter) {
  const glyph = readGlyph(source);
  if (glyph === null) return source;
  return writeGlyph({ ...glyph, contours: glyph.contours.map((contour) => fitter.fit(contour)) });
}
