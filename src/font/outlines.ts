/** Outlines in glyf, found through loca. */
import { bytesOf, type Tables, tableOf } from './true-type-tables.ts';

const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Where outlines stand in glyf. */
export class OutlinePlaces {
  /** Of the outline that was found last: no object for each. */
  start = 0;
  end = 0;
  readonly #loca: DataView;
  readonly #isShort: boolean;

  constructor(tables: Tables) {
    this.#loca = tableOf(tables, 'loca');
    this.#isShort = tableOf(tables, 'head').getInt16(50) === 0;
  }

  /** An outline ends where the next one starts; that of a space at its own start. */
  find(outline: number): void {
    const loca = this.#loca;
    if (this.#isShort) {
      this.start = 2 * loca.getUint16(2 * outline);
      this.end = 2 * loca.getUint16(2 * outline + 2);
    } else {
      this.start = loca.getUint32(4 * outline);
      this.end = loca.getUint32(4 * outline + 4);
    }
  }
}

/** A view into the font: copy it before changing it. */
export function outlineBytes(tables: Tables, outline: number): Uint8Array {
  const places = new OutlinePlaces(tables);
  places.find(outline);
  return bytesOf(tableOf(tables, 'glyf')).subarray(places.start, places.end);
}

/** A negative count of contours marks a composite: its first byte has the top bit set. */
export function isComposite(glyph: Uint8Array): boolean {
  return (glyph[0] ?? 0) >= 0x80;
}

/** Components of a composite outline, each with the place of its index in the bytes; none for a simple one. */
export function readComponents(glyph: Uint8Array): { offset: number; outline: number }[] {
  const components: { offset: number; outline: number }[] = [];
  if (!isComposite(glyph)) return components;
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  let offset = 10;
  let flags = MORE_COMPONENTS;
  while ((flags & MORE_COMPONENTS) !== 0) {
    flags = view.getUint16(offset);
    components.push({ offset: offset + 2, outline: view.getUint16(offset + 2) });
    offset += (flags & ARGS_ARE_WORDS) !== 0 ? 8 : 6;
    if ((flags & HAS_SCALE) !== 0) offset += 2;
    else if ((flags & HAS_TWO_SCALES) !== 0) offset += 4;
    else if ((flags & HAS_MATRIX) !== 0) offset += 8;
  }
  return components;
}
