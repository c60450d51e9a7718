/** A TrueType font read for comparison, from the OpenType specification and independent of src/font. */
export class FontProgram {
  private readonly tables = new Map<string, Buffer>();

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < file.readUInt16BE(4); i++) {
      const entry = 12 + 16 * i;
      const start = file.readUInt32BE(entry + 8);
      const tag = file.toString('latin1', entry, entry + 4);
      this.tables.set(tag, file.subarray(start, start + file.readUInt32BE(entry + 12)));
    }
  }

  private table(tag: string): Buffer {
    const table = this.tables.get(tag);
    if (!table) throw new Error(`no table ${tag}`);
    return table;
  }

  get glyphCount(): number {
    return this.table('maxp').readUInt16BE(4);
  }

  get unitsPerEm(): number {
    return this.table('head').readUInt16BE(18);
  }

  /** PostScript name (name id 6, Windows, UTF-16). */
  get name(): string {
    const table = this.table('name');
    const strings = table.readUInt16BE(4);
    for (let i = 0; i < table.readUInt16BE(2); i++) {
      const record = 6 + 12 * i;
      if (table.readUInt16BE(record) !== 3 || table.readUInt16BE(record + 6) !== 6) continue;
      const start = strings + table.readUInt16BE(record + 10);
      return Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8)))
        .swap16()
        .toString('utf16le');
    }
    throw new Error('no PostScript name');
  }

  private offset(glyph: number): number {
    const loca = this.table('loca');
    const isLong = this.table('head').readInt16BE(50) === 1;
    return isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  }

  private description(glyph: number): Buffer {
    return this.table('glyf').subarray(this.offset(glyph), this.offset(glyph + 1));
  }

  outline(glyph: number): Buffer {
    const bytes = this.description(glyph);
    // Padding differs between files with short and long offsets.
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    return bytes.subarray(0, end);
  }

  /** The glyph that a composite repeats where it stands; null for an outline of its own. */
  repeated(glyph: number): number | null {
    const bytes = this.description(glyph);
    if (bytes.length === 0 || bytes.readInt16BE(0) >= 0) return null;
    // ARGS_ARE_XY_VALUES alone: one component, no scale, both offsets in a byte each, here 0.
    if (bytes.readUInt16BE(10) !== 2 || bytes.readUInt16BE(14) !== 0 || bytes.length !== 16) {
      throw new Error(`glyph ${glyph} does more than repeat another`);
    }
    return bytes.readUInt16BE(12);
  }

  advance(glyph: number): number {
    const count = this.table('hhea').readUInt16BE(34);
    return this.table('hmtx').readUInt16BE(4 * Math.min(glyph, count - 1));
  }

  /** Glyph of a character, or of a base with its variation selector; 0 where there is none. */
  glyphOf(text: string): number {
    const [base, selector] = Array.from(text, (character) => character.codePointAt(0)!);
    return (selector && this.sequenceGlyph(base!, selector)) || this.characterGlyph(base!);
  }

  has(text: string): boolean {
    return this.glyphOf(text) !== 0;
  }

  private subtable(format: number): Buffer | null {
    const cmap = this.table('cmap');
    for (let i = 0; i < cmap.readUInt16BE(2); i++) {
      const start = cmap.readUInt32BE(4 + 8 * i + 4);
      if (cmap.readUInt16BE(start) === format) return cmap.subarray(start);
    }
    return null;
  }

  private characterGlyph(codePoint: number): number {
    const table = this.subtable(12)!;
    for (let i = 0; i < table.readUInt32BE(12); i++) {
      const group = 16 + 12 * i;
      const first = table.readUInt32BE(group);
      if (codePoint < first || codePoint > table.readUInt32BE(group + 4)) continue;
      return table.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  }

  private sequenceGlyph(base: number, selector: number): number {
    const table = this.subtable(14);
    if (!table) return 0;
    for (let i = 0; i < table.readUInt32BE(6); i++) {
      const record = 10 + 11 * i;
      if (table.readUIntBE(record, 3) !== selector) continue;
      const start = table.readUInt32BE(record + 7);
      if (start === 0) return 0;
      for (let j = 0; j < table.readUInt32BE(start); j++) {
        const mapping = start + 4 + 5 * j;
        if (table.readUIntBE(mapping, 3) === base) return table.readUInt16BE(mapping + 3);
      }
    }
    return 0;
  }

  /** What readers forgive, and a print machine may not: tables whose lengths do not fit the number of glyphs. */
  problems(): string[] {
    const found: string[] = [];
    const count = this.glyphCount;
    const isLong = this.table('head').readInt16BE(50) === 1;
    if (this.table('loca').length !== (count + 1) * (isLong ? 4 : 2)) found.push('length of loca');
    if (this.offset(count) !== this.table('glyf').length) found.push('end of glyf');
    for (let glyph = 0; glyph < count; glyph++) {
      if (this.offset(glyph) > this.offset(glyph + 1)) found.push(`loca falls at ${glyph}`);
    }
    const metrics = this.table('hhea').readUInt16BE(34);
    if (this.table('hmtx').length !== 4 * metrics + 2 * (count - metrics)) found.push('length of hmtx');
    return found;
  }
}
