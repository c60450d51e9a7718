/** Pair kerning of ASCII, taken by the font build from the GPOS table that the subset files no longer have. */
import type { Weight } from './types.ts';

/** fonts/kerning.json: by left character, `T-63 V-40`, units of 1/1000 em; SC and JP share their Latin. */
type KerningFile = Record<Weight, Record<string, string>>;

const FIRST = 0x21;
const COUNT = 0x7e - FIRST + 1;

export type KernTable = Float64Array;

export function readKerning(bytes: Uint8Array): Record<Weight, KernTable> {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as KerningFile;
  return { regular: fillTable(file.regular), bold: fillTable(file.bold) };
}

function fillTable(pairs: KerningFile[Weight]): KernTable {
  const table = new Float64Array(COUNT * COUNT);
  for (const [left, rights] of Object.entries(pairs)) {
    const row = COUNT * (left.charCodeAt(0) - FIRST);
    for (const pair of rights.split(' ')) {
      table[row + pair.charCodeAt(0) - FIRST] = Number(pair.slice(1)) / 1000;
    }
  }
  return table;
}

export function kernOf(table: KernTable, left: number, right: number): number {
  const row = left - FIRST;
  const column = right - FIRST;
  if (row < 0 || row >= COUNT || column < 0 || column >= COUNT) return 0;
  return table[COUNT * row + column] as number;
}
