/** Writes the TrueType program that a PDF embeds: the glyphs it uses and the tables that ISO 32000-1, 9.9 asks for. */
import { isComposite, outlineBytes, readComponents } from './outlines.ts';
import { bytesOf, type HintTag, type Tables, tableOf } from './true-type-tables.ts';

const HINT_TAGS: readonly HintTag[] = ['cvt ', 'fpgm', 'prep'];

/** Offsets of the short `loca` are halved into 16 bits. */
const LONGEST_FOR_SHORT_LOCA = 2 * 0xffff;

const CHECKSUM_OF_FILE = 0xb1b0afba;

/** A glyph that draws another one and is wider by thousandths of an em. */
export interface Widened {
  base: number;
  wider: number;
}

/** A font, of whose outlines few may have been read. */
export interface OutlineSource {
  outlineBytes(outline: number): Uint8Array;
}

/** Outlines by new index; glyph 0 stays empty, since .notdef is never drawn. */
export function writeProgram(
  source: Tables,
  used: readonly number[],
  widened: ReadonlyMap<number, Widened> = new Map(),
  font: OutlineSource = { outlineBytes: (outline) => outlineBytes(source, outline) },
): Uint8Array {
  const { outlines, glyphs } = gatherGlyphs(used, font);
  for (const [cid, { base }] of widened) glyphs[cid] = repeatGlyph(glyphs[base] as Uint8Array, base);
  const { loca, glyf, isShort } = writeGlyphs(glyphs);
  const { hmtx, metricCount } = writeMetrics(source, outlines, widened);

  const head = copyOf(source, 'head');
  head.setUint32(8, 0);
  head.setInt16(50, isShort ? 0 : 1);
  const hhea = copyOf(source, 'hhea');
  hhea.setUint16(34, metricCount);
  const maxp = copyOf(source, 'maxp');
  maxp.setUint16(4, outlines.length);
  if (widened.size > 0) setCompositeLimits(maxp);

  const tables = new Map<string, Uint8Array>([
    ['glyf', glyf],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', bytesOf(maxp)],
  ]);
  for (const tag of HINT_TAGS) {
    const table = source.get(tag);
    if (table !== undefined) tables.set(tag, bytesOf(table));
  }
  return writeTables(tables);
}

/** The library's fonts are shared, so a table is copied before a number in it is changed. */
function copyOf(source: Tables, tag: 'head' | 'hhea' | 'maxp'): DataView {
  const copy = new Uint8Array(bytesOf(tableOf(source, tag)));
  return new DataView(copy.buffer);
}

/** Components of composite glyphs go behind the CIDs, so that no CID moves. */
function gatherGlyphs(
  used: readonly number[],
  font: OutlineSource,
): { outlines: number[]; glyphs: Uint8Array[] } {
  const outlines = [...used];
  const glyphs: Uint8Array[] = [];
  const places = new Map<number, number>();
  for (let i = 0; i < outlines.length; i++) {
    const glyph = i === 0 ? new Uint8Array(0) : font.outlineBytes(outlines[i] as number);
    if (!isComposite(glyph)) {
      glyphs.push(glyph);
      continue;
    }
    const copy = new Uint8Array(glyph);
    const view = new DataView(copy.buffer);
    for (const { offset, outline } of readComponents(glyph)) {
      let place = places.get(outline);
      if (place === undefined) {
        place = outlines.length;
        places.set(outline, place);
        outlines.push(outline);
      }
      view.setUint16(offset, place);
    }
    glyphs.push(copy);
  }
  return { outlines, glyphs };
}

/** Where maxp keeps the limits of composite glyphs (OpenType, `maxp`): points, contours, components, depth. */
function setCompositeLimits(maxp: DataView): void {
  const atLeast = (offset: number, value: number): void =>
    maxp.setUint16(offset, Math.max(maxp.getUint16(offset), value));
  atLeast(10, maxp.getUint16(6));
  atLeast(12, maxp.getUint16(8));
  atLeast(28, 1);
  atLeast(30, 1);
}

/** Both arguments are offsets, in a byte each (`ARGS_ARE_XY_VALUES`). */
const OFFSETS_IN_BYTES = 0x0002;

/** The glyph as the one component of a composite: its header, then flags, index and no offset. */
function repeatGlyph(glyph: Uint8Array, index: number): Uint8Array {
  // A space has no outline to repeat.
  if (glyph.length === 0) return glyph;
  const copy = new Uint8Array(16);
  copy.set(glyph.subarray(0, 10));
  // A count of contours below 0, as of every composite.
  copy[0] = 0xff;
  copy[1] = 0xff;
  copy[11] = OFFSETS_IN_BYTES;
  copy[12] = index >> 8;
  copy[13] = index;
  return copy;
}

function writeGlyphs(glyphs: readonly Uint8Array[]): {
  loca: Uint8Array;
  glyf: Uint8Array;
  isShort: boolean;
} {
  let total = 0;
  for (const glyph of glyphs) total += glyph.length + (glyph.length & 1);
  const isShort = total <= LONGEST_FOR_SHORT_LOCA;
  const glyf = new Uint8Array(total);
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * (isShort ? 2 : 4)));
  let offset = 0;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i] as Uint8Array;
    glyf.set(glyph, offset);
    offset += glyph.length + (glyph.length & 1);
    if (isShort) loca.setUint16(2 * (i + 1), offset / 2);
    else loca.setUint32(4 * (i + 1), offset);
  }
  return { loca: bytesOf(loca), glyf, isShort };
}

/** Glyphs at the end that share one advance need only their left side bearing. */
function writeMetrics(
  source: Tables,
  outlines: readonly number[],
  widened: ReadonlyMap<number, Widened>,
): { hmtx: Uint8Array; metricCount: number } {
  const metrics = tableOf(source, 'hmtx');
  const sourceCount = tableOf(source, 'hhea').getUint16(34);
  const unitsPerEm = tableOf(source, 'head').getUint16(18);
  const count = outlines.length;
  const hmtx = new DataView(new ArrayBuffer(4 * count));
  for (let i = 0; i < count; i++) {
    const outline = outlines[i] as number;
    // Both numbers at once: the advance and the bearing.
    if (outline < sourceCount) hmtx.setInt32(4 * i, metrics.getInt32(4 * outline));
    else {
      hmtx.setUint16(4 * i, metrics.getUint16(4 * (sourceCount - 1)));
      hmtx.setInt16(4 * i + 2, metrics.getInt16(4 * sourceCount + 2 * (outline - sourceCount)));
    }
  }
  for (const [cid, { wider }] of widened) {
    hmtx.setUint16(4 * cid, hmtx.getUint16(4 * cid) + Math.round((wider * unitsPerEm) / 1000));
  }
  let metricCount = count;
  while (metricCount > 1 && hmtx.getUint16(4 * metricCount - 8) === hmtx.getUint16(4 * metricCount - 4)) {
    metricCount--;
  }
  for (let i = metricCount; i < count; i++) hmtx.setInt16(2 * (metricCount + i), hmtx.getInt16(4 * i + 2));
  return { hmtx: bytesOf(hmtx).subarray(0, 2 * (metricCount + count)), metricCount };
}

function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  let offset = 12 + 16 * tags.length;
  let total = offset;
  for (const table of tables.values()) total += padded(table.length);

  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tags.length - power));
  let headOffset = 0;
  let sum = 0;
  const words = new Int32Array(file.buffer);
  for (const [i, tag] of tags.entries()) {
    const table = tables.get(tag) as Uint8Array;
    const entry = 12 + 16 * i;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    file.set(table, offset);
    const own = sumOf(words, offset, padded(table.length));
    sum += own;
    view.setUint32(entry + 4, own);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    if (tag === 'head') headOffset = offset;
    offset += padded(table.length);
  }
  sum += sumOf(words, 0, 12 + 16 * tags.length);
  view.setUint32(headOffset + 8, (CHECKSUM_OF_FILE - sum) >>> 0);
  return file;
}

const padded = (length: number): number => (length + 3) & ~3;

/** So many bytes in a lane of 16 bits, and so many lanes of 24 bits in a small integer, cannot overflow. */
const WORDS_IN_LANES = 128;

/**
 * The sum of a table's words, which are big-endian (OpenType, "Calculating checksums"). The machine's are little-endian:
 * what stands in each of their four bytes is added up apart, two bytes at a time.
 */
function sumOf(words: Int32Array, offset: number, length: number): number {
  let sum = 0;
  const end = (offset + length) / 4;
  for (let start = offset / 4; start < end; start += WORDS_IN_LANES) {
    const stop = Math.min(end, start + WORDS_IN_LANES);
    let evenBytes = 0;
    let withoutFirst = 0;
    for (let i = start; i < stop; i++) {
      const word = words[i] as number;
      evenBytes += word & 0xff00ff;
      withoutFirst += word >>> 8;
    }
    const third = evenBytes >>> 16;
    const oddBytes = withoutFirst - 256 * third;
    sum = (sum + (evenBytes << 24) + ((oddBytes & 0xffff) << 16) + (third << 8) + (oddBytes >>> 16)) | 0;
  }
  return sum >>> 0;
}
