import data from '../../data/typography/line-break.json' with { type: 'json' };
import * as LB from './line-break-classes.ts';

/** Set in the table beside the class: East Asian Width is F, W or H (`$EastAsian` of UAX #14). */
export const WIDE = 64;
export const CLASS_MASK = 63;

export const BMP = 0x10000;

/** Code point → class, with WIDE added: a byte each in the BMP, runs above it. */
export interface ClassTable extends Runs {
  bmp: Uint8Array;
}

/** Runs of code points, ascending: where each starts, and what its code points have. */
export interface Runs {
  starts: number[];
  values: number[];
}

/**
 * Decodes `10A2BC`: lengths in base 36, none meaning 1, before the letter of the run. Runs that begin within `direct`,
 * which holds zeros, are written to it, a byte a code point; what is above it is given back, from a run that holds its
 * first code point on.
 */
export function decodeRuns(text: string, valueOfLetter: Uint8Array, direct: Uint8Array): Runs {
  const starts: number[] = [];
  const values: number[] = [];
  const size = direct.length;
  const textEnd = text.length;
  let start = 0;
  let length = 0;
  for (let i = 0; i < textEnd; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) length = length * 36 + code - 87;
    else if (code >= 48 && code <= 57) length = length * 36 + code - 48;
    else {
      const value = valueOfLetter[code] as number;
      const end = start + (length || 1);
      if (start < size && value !== 0) fillRun(direct, value, start, Math.min(size, end));
      if (end > size) {
        starts.push(start);
        values.push(value);
      }
      start = end;
      length = 0;
    }
  }
  return { starts, values };
}

function fillRun(table: Uint8Array, value: number, start: number, end: number): void {
  // Nearly all runs are shorter than what calling `fill` is worth.
  if (end - start > 20) table.fill(value, start, end);
  else for (let cp = start; cp < end; cp++) table[cp] = value;
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
  const numbers: Record<string, number> = LB;
  const letters = readLetters(data.classes, (name) => {
    if (name.startsWith('w')) return (numbers[name.slice(1)] ?? Number.NaN) | WIDE;
    return numbers[name];
  });
  const bmp = new Uint8Array(BMP);
  const { starts, values } = decodeRuns(data.ranges, letters, bmp);
  return { bmp, starts, values };
}

export function lookUpClass(table: ClassTable, codePoint: number): number {
  return codePoint < BMP ? (table.bmp[codePoint] as number) : lookUpRun(table, codePoint);
}
