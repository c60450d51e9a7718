/** The container of a TrueType file, and the few header fields that drawing needs. */

export type TableTag =
  | 'head'
  | 'hhea'
  | 'OS/2'
  | 'post'
  | 'name'
  | 'cmap'
  | 'hmtx'
  | 'maxp'
  | 'loca'
  | 'glyf';

/** Hints, which the font build drops; kept where a file has them. */
export type HintTag = 'cvt ' | 'fpgm' | 'prep';

export type Tables = ReadonlyMap<string, DataView>;

/** Views into `bytes`: nothing is copied, so nothing of it may be written to. */
export function readTables(bytes: Uint8Array): Tables {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  const count = file.getUint16(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    const offset = file.getUint32(entry + 8);
    const length = file.getUint32(entry + 12);
    tables.set(readAscii(file, entry, 4), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

export function tableOf(tables: Tables, tag: TableTag): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no ${tag} table`);
  return table;
}

export function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function readAscii(view: DataView, offset: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(offset + i));
  return text;
}

/** Name 6 in its Windows form (UTF-16BE); PostScript names are ASCII, so the low bytes suffice. */
export function readPostscriptName(name: DataView): string {
  const count = name.getUint16(2);
  const storage = name.getUint16(4);
  for (let i = 0; i < count; i++) {
    const record = 6 + 12 * i;
    if (name.getUint16(record) !== 3 || name.getUint16(record + 6) !== 6) continue;
    const length = name.getUint16(record + 8);
    return readAscii(name, storage + name.getUint16(record + 10), length).replaceAll('\0', '');
  }
  throw new Error('The font has no PostScript name');
}
