const inFile = 1;
const inObjectStream = 2;

/** The cross-reference table (ISO 32000-1 §7.5.8), a line for each object. */
export class CrossReferences {
  /** Bytes of the fields of a line: its kind; the offset in the file, or the number of a stream; the place in that. */
  static readonly widths = [1, 4, 2];
  static readonly columns = 7;

  readonly size: number;
  private readonly kinds: Uint8Array;
  private readonly wheres: Uint32Array;
  private readonly places: Uint16Array;

  constructor(size: number) {
    this.size = size;
    this.kinds = new Uint8Array(size);
    this.wheres = new Uint32Array(size);
    this.places = new Uint16Array(size);
    // Object 0 heads the list of free objects (§7.5.4).
    this.places[0] = 0xffff;
  }

  setOffset(id: number, offset: number): void {
    this.kinds[id] = inFile;
    this.wheres[id] = offset;
  }

  setPacked(stream: number, objects: { id: number }[]): void {
    const { kinds, wheres, places } = this;
    for (const [place, { id }] of objects.entries()) {
      kinds[id] = inObjectStream;
      wheres[id] = stream;
      places[id] = place;
    }
  }

  /** With the PNG predictor Up (RFC 2083 §6.4), since neighbouring lines differ by a constant. */
  bytes(): Uint8Array {
    const { size, kinds, wheres, places } = this;
    const bytes = new Uint8Array(size * (CrossReferences.columns + 1));
    let kind = 0;
    let where = 0;
    let place = 0;
    for (let id = 0, at = 0; id < size; id++, at += CrossReferences.columns + 1) {
      bytes[at] = 2;
      bytes[at + 1] = kinds[id]! - kind;
      // Nearly always the same stream.
      if (wheres[id] !== where) {
        for (let shift = 24, column = at + 2; shift >= 0; shift -= 8, column++) {
          bytes[column] = (wheres[id]! >>> shift) - (where >>> shift);
        }
      }
      bytes[at + 6] = (places[id]! >>> 8) - (place >>> 8);
      bytes[at + 7] = places[id]! - place;
      kind = kinds[id]!;
      where = wheres[id]!;
      place = places[id]!;
    }
    return bytes;
  }
}
