/** The container of a TrueType file, and the few header fields that drawing needs. */

import type { FontFile } from './font-file.ts';

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

/** Where each table stands in the file. */
export type Directory = ReadonlyMap<string, { offset: number; length: number }>;

export function readDirectory(file: FontFile): Directory {
  const directory = new Map<string, { offset: number; length: number }>();
  const count = viewOf(file.read(0, 12)).getUint16(4);
  const entries = viewOf(file.read(12, 16 * count));
  for (let entry = 0; entry < 16 * count; entry += 16) {
    const place = { offset: entries.getUint32(entry + 8), length: entries.getUint32(entry + 12) };
    directory.set(readAscii(entries, entry, 4), place);
  }
  return directory;
}

/** Views: nothing of them may be written to. */
export function readTables(file: FontFile, leftOut?: TableTag, directory = readDirectory(file)): Tables {
  const tables = new Map<string, DataView>();
  for (const [tag, { offset, length }] of directory) {
    if (tag !== leftOut) tables.set(tag, viewOf(file.read(offset, length)));
  }
  return tables;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function tableOf(tables: Tables, tag: TableTag): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no ${tag} table`);
  return table;
}

export function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function readAscii(view: DataView, offset: number, length: number): string {
  return String.fromCharCode(...bytesOf(view).subarray(offset, offset + length));
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
