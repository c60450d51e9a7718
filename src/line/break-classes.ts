import data from '../../data/typography/line-break.json' with { type: 'json' };

/**
 * Line_Break classes of UAX #14 17.0 after LB1; QUi and QUf are quotation marks of category Pi and Pf,
 * XP and XA unassigned pictographs that are else ID and AL, DC is the dotted circle.
 */
export const LB = {
  AL: 0,
  CM: 1,
  BA: 2,
  LF: 3,
  BK: 4,
  CR: 5,
  SP: 6,
  EX: 7,
  QU: 8,
  PR: 9,
  PO: 10,
  OP: 11,
  CP: 12,
  IS: 13,
  HY: 14,
  SY: 15,
  NU: 16,
  CL: 17,
  NL: 18,
  GL: 19,
  AI: 20,
  QUi: 21,
  BB: 22,
  QUf: 23,
  HH: 24,
  HL: 25,
  JL: 26,
  JV: 27,
  JT: 28,
  NS: 29,
  AK: 30,
  VI: 31,
  AS: 32,
  ID: 33,
  VF: 34,
  ZW: 35,
  ZWJ: 36,
  B2: 37,
  IN: 38,
  WJ: 39,
  DC: 40,
  EB: 41,
  CJ: 42,
  H2: 43,
  H3: 44,
  CB: 45,
  AP: 46,
  XP: 47,
  RI: 48,
  EM: 49,
  XA: 50,
} as const;

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
  const letters = readLetters(data.classes, (name) => {
    if (name.startsWith('w')) return (LB[name.slice(1) as keyof typeof LB] ?? Number.NaN) | WIDE;
    return LB[name as keyof typeof LB];
  });
  const runs = decodeRuns(data.ranges, letters);
  const bmp = new Uint8Array(BMP);
  const above = fillRuns(bmp, runs) - 1;
  return { bmp, starts: runs.starts.subarray(above), values: runs.values.subarray(above) };
}

export function lookUpClass(table: ClassTable, codePoint: number): number {
  return codePoint < BMP ? (table.bmp[codePoint] as number) : lookUpRun(table, codePoint);
}
