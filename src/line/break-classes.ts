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

const BMP = 0x10000;

/** `codePoint` → class, with WIDE added. */
export interface ClassTable {
  bmp: Uint8Array;
  /** Starts of the runs above the BMP, ascending, and the value of each. */
  starts: Int32Array;
  values: Uint8Array;
}

/** Calls back for each run of `text`: lengths in base 36 before the letter of the run, none meaning 1. */
export function forEachRun(text: string, visit: (start: number, end: number, letter: string) => void): void {
  let start = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) length = length * 36 + code - 48;
    else if (code >= 97 && code <= 122) length = length * 36 + code - 87;
    else {
      const end = start + (length || 1);
      visit(start, end, text[i] as string);
      start = end;
      length = 0;
    }
  }
}

/** The runs of two layers laid over each other: a byte a code point in the BMP, a list of runs above it. */
export function decodeClassTable(): ClassTable {
  const classOf = new Map<string, number>();
  for (const entry of data.classes) {
    const id = LB[entry.slice(1) as keyof typeof LB];
    if (id === undefined) throw new Error(`line-break.json names an unknown class: ${entry}`);
    classOf.set(entry[0] as string, id);
  }
  const bmp = new Uint8Array(BMP);
  const starts: number[] = [];
  const values: number[] = [];
  forEachRun(data.ranges, (start, end, letter) => {
    const value = classOf.get(letter) ?? LB.AL;
    if (start < BMP) bmp.fill(value, start, Math.min(end, BMP));
    if (end > BMP) {
      starts.push(Math.max(start, BMP));
      values.push(value);
    }
  });
  const split = (at: number): number => {
    let index = starts.findLastIndex((start) => start <= at);
    if (starts[index] !== at) {
      starts.splice(index + 1, 0, at);
      values.splice(index + 1, 0, values[index] as number);
      index++;
    }
    return index;
  };
  forEachRun(data.wide, (start, end, letter) => {
    if (letter !== data.wideLetter) return;
    for (let cp = start; cp < Math.min(end, BMP); cp++) bmp[cp] = (bmp[cp] as number) | WIDE;
    if (end <= BMP) return;
    const from = split(Math.max(start, BMP));
    const to = end < 0x110000 ? split(end) : starts.length;
    for (let i = from; i < to; i++) values[i] = (values[i] as number) | WIDE;
  });
  return { bmp, starts: Int32Array.from(starts), values: Uint8Array.from(values) };
}

export function lookUpClass(table: ClassTable, codePoint: number): number {
  if (codePoint < BMP) return table.bmp[codePoint] as number;
  let low = 0;
  let high = table.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.starts[middle] as number) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return table.values[low] as number;
}
