/** Pair kerning of ASCII, taken by the font build from the GPOS table that the subset files no longer have. */
import { KERNED_COUNT, type Weight } from './types.ts';

/** fonts/kerning.json: by left character, `T-63 V-40`, units of 1/1000 em; SC and JP share their Latin. */
type KerningFile = Record<Weight, Record<string, string>>;

export function readKerning(bytes: Uint8Array): Record<Weight, Int16Array> {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as KerningFile;
  return { regular: fillTable(file.regular), bold: fillTable(file.bold) };
}

function fillTable(pairs: KerningFile[Weight]): Int16Array {
  const table = new Int16Array(KERNED_COUNT * KERNED_COUNT);
  for (const [left, rights] of Object.entries(pairs)) {
    const row = KERNED_COUNT * left.charCodeAt(0);
    for (const pair of rights.split(' ')) {
      table[row + pair.charCodeAt(0)] = Number(pair.slice(1));
    }
  }
  return table;
}
