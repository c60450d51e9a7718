/** Pair kerning of ASCII, taken by the font build from the GPOS table that the subset files no longer have. */
import type { Weight } from './types.ts';

/** fonts/kerning.json: by left character, `T-63 V-40`, units of 1/1000 em; SC and JP share their Latin. */
type KerningFile = Record<Weight, Record<string, string>>;

const COUNT = 0x7f;

/** By left and right character, units of 1/1000 em. */
export type KernTable = Int16Array;

export function readKerning(bytes: Uint8Array): Record<Weight, KernTable> {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as KerningFile;
  return { regular: fillTable(file.regular), bold: fillTable(file.bold) };
}

function fillTable(pairs: KerningFile[Weight]): KernTable {
  const table = new Int16Array(COUNT * COUNT);
  for (const [left, rights] of Object.entries(pairs)) {
    const row = COUNT * left.charCodeAt(0);
    for (const pair of rights.split(' ')) {
      table[row + pair.charCodeAt(0)] = Number(pair.slice(1));
    }
  }
  return table;
}

/** In em. */
export function kernOf(table: KernTable, left: number, right: number): number {
  return left < COUNT && right < COUNT ? (table[COUNT * left + right] as number) / 1000 : 0;
}
