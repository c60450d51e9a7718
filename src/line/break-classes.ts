import data from '../../data/typography/line-break.json' with { type: 'json' };
import * as LB from './line-break-classes.ts';

/** Set in the table beside the class: East Asian Width is F, W or H (`$EastAsian` of UAX #14). */
export const WIDE = 64;
export const CLASS_MASK = 63;

export const BMP = 0x10000;

/** Code point → class, with WIDE added: a byte each in the BMP, runs above it. */
export interface ClassTable {
  bmp: Uint8Array;
  starts: Int32Array;
  values: Uint8Array;
}

/** Runs of code points from U+0000, as the tables in data/typography tell them. */
export interface Runs {
  starts: Int32Array;
  values: Uint8Array;
}

/** Decodes `10A2BC`: lengths in base 36, none meaning 1, before the letter of the run. */
export function decodeRuns(text: string, valueOfLetter: Uint8Array): Runs {
  const starts = new Int32Array(text.length);
  const values = new Uint8Array(text.length);
  let count = 0;
  let start = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) length = length * 36 + code - 87;
    else if (code >= 48 && code <= 57) length = length * 36 + code - 48;
    else {
      starts[count] = start;
      values[count++] = valueOfLetter[code] as number;
      start += length || 1;
      length = 0;
    }
  }
  return { starts: starts.subarray(0, count), values: values.subarray(0, count) };
}

/** Writes the runs to a byte for each code point, 0 being there already; the first run that begins after the table. */
export function fillRuns(table: Uint8Array, { starts, values }: Runs): number {
  let i = 0;
  for (; (starts[i] as number) < table.length; i++) {
    const value = values[i] as number;
    if (value === 0) continue;
    const start = starts[i] as number;
    const end = Math.min(table.length, starts[i + 1] ?? table.length);
    // Nearly all runs are shorter than what calling `fill` is worth.
    if (end - start > 20) table.fill(value, start, end);
    else for (let cp = start; cp < end; cp++) table[cp] = value;
  }
  return i;
}

/** Value of the run that holds a code point. */
export function lookUpRun({ starts, values }: Runs, codePoint: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return values[low] as number;
}

/** `['AAL', 'BwID']` → the value of each letter. */
export function readLetters(classes: string[], valueFor: (name: string) => number | undefined): Uint8Array {
  const valueOfLetter = new Uint8Array(256);
  for (const entry of classes) {
    const value = valueFor(entry.slice(1));
    if (value === undefined) throw new Error(`A table of data/typography names an unknown class: ${entry}`);
    valueOfLetter[entry.charCodeAt(0)] = value;
  }
  return valueOfLetter;
}

export function decodeClassTable(): ClassTable {
  const values: Record<string, number> = LB;
  const letters = readLetters(data.classes, (name) => {
    if (name.startsWith('w')) return (values[name.slice(1)] ?? Number.NaN) | WIDE;
    return values[name];
  });
  const runs = decodeRuns(data.ranges, letters);
  const bmp = new Uint8Array(BMP);
  const above = fillRuns(bmp, runs) - 1;
  return { bmp, starts: runs.starts.subarray(above), values: runs.values.subarray(above) };
}

export function lookUpClass(table: ClassTable, codePoint: number): number {
  return codePoint < BMP ? (table.bmp[codePoint] as number) : lookUpRun(table, codePoint);
}
