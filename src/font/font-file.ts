/** The tables and the outlines of what templates and data hold, which stand first, in one read (tools/fonts/printed-first.mjs). */
export const BLOCK_BYTES = 0x60000;

/** The bytes of a font, of which a document needs the tables and few of the outlines: read in parts, each once. */
export class FontFile {
  readonly #readPart: (offset: number, length: number) => Uint8Array;
  readonly #blocks = new Map<number, Uint8Array>();

  /** `readPart` may give less than the length at the end of the file. */
  constructor(readPart: (offset: number, length: number) => Uint8Array) {
    this.#readPart = readPart;
  }

  static whole(bytes: Uint8Array): FontFile {
    return new FontFile((offset, length) => bytes.subarray(offset, offset + length));
  }

  /** A view: copy it before changing it. */
  read(offset: number, length: number): Uint8Array {
    const start = offset - (offset % BLOCK_BYTES);
    // What reaches over a block's end is read on its own.
    if (offset + length > start + BLOCK_BYTES) return this.#readPart(offset, length);
    let block = this.#blocks.get(start);
    if (block === undefined) {
      const bytes = this.#readPart(start, BLOCK_BYTES);
      // Node's Buffer takes longer for each part of it.
      block = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
      this.#blocks.set(start, block);
    }
    return block.subarray(offset - start, offset - start + length);
  }
}
