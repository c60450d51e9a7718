import { CLASS_MASK, WIDE } from './break-classes.ts';
import * as LB from './line-break-classes.ts';
import { once } from './once.ts';

/** What may happen at a boundary. */
export const FORBIDDEN = 0;
export const ALLOWED = 1;
export const MANDATORY = 2;

/** Set beside the class: at loose, a break before this hyphen is allowed after an ideograph (CSS Text 3 §5.3). */
export const AFTER_ID = 128;

/** No class, and in no group: what stands before the text, and after it. */
const START = CLASS_MASK;
const WIDE_ID = LB.ID | WIDE;

/** The classes that rules name in groups, as one bit each in a 64-entry table. */
const G_BREAK = 1; // BK CR LF NL: no mark attaches to them (LB9), and SP ZW
const G_BEFORE_PI = 2; // LB15a
const G_AFTER_PF = 4; // LB15b
const G_BEFORE_HYPHEN = 8; // LB20a
const G_LETTER = 16; // AL HL
const G_IDEOGRAPH = 32; // ID EB EM
const G_AKSARA = 64; // AK DC AS
const G_HANGUL = 128; // JL JV JT H2 H3

const groups = once((): Uint8Array => {
  const table = new Uint8Array(64);
  const add = (bit: number, ...classes: number[]): void => {
    for (const c of classes) table[c] = (table[c] as number) | bit;
  };
  add(G_BREAK, LB.BK, LB.CR, LB.LF, LB.NL, LB.SP, LB.ZW);
  add(G_BEFORE_PI, LB.BK, LB.CR, LB.LF, LB.NL, LB.OP, LB.QU, LB.QUi, LB.QUf, LB.GL, LB.SP, LB.ZW);
  add(G_AFTER_PF, LB.SP, LB.GL, LB.WJ, LB.CL, LB.QU, LB.QUi, LB.QUf, LB.CP, LB.EX, LB.IS, LB.SY);
  add(G_AFTER_PF, LB.BK, LB.CR, LB.LF, LB.NL, LB.ZW);
  add(G_BEFORE_HYPHEN, LB.BK, LB.CR, LB.LF, LB.NL, LB.SP, LB.ZW, LB.CB, LB.GL);
  add(G_LETTER, LB.AL, LB.HL, LB.AI, LB.DC, LB.XA);
  add(G_IDEOGRAPH, LB.ID, LB.EB, LB.EM, LB.XP);
  add(G_AKSARA, LB.AK, LB.DC, LB.AS);
  add(G_HANGUL, LB.JL, LB.JV, LB.JT, LB.H2, LB.H3);
  return table;
});

/**
 * UAX #14 17.0 over classes that are already tailored: `out[i]` is the boundary before code point i.
 * One pass, a bounded look behind and ahead; the comments name the rules in their order.
 */
export function findBreaks(classes: Uint8Array, count: number, out: Uint8Array): void {
  const group = groups();
  const groupOf = (c: number): number => group[c] as number;
  // a: class before the boundary; a2: the one before it; base: the last that is not a space.
  let a: number = START;
  let a2: number = START;
  let aWide = false;
  let a2Wide = false;
  let base: number = START;
  let openingQuote = false;
  let endsInZwj = false;
  let number = 0;
  let indicators = 0;

  /** The first unit after `at`, which may be the end: marks that attach are passed over (LB9). */
  const unitAfter = (at: number): number => {
    let j = at + 1;
    if ((groupOf((classes[at] as number) & CLASS_MASK) & G_BREAK) === 0) {
      while (j < count && isMark((classes[j] as number) & CLASS_MASK)) j++;
    }
    return j;
  };
  const classAt = (at: number): number => (at < count ? (classes[at] as number) & CLASS_MASK : START);

  for (let i = 0; i < count; i++) {
    const value = classes[i] as number;
    // Most of a text: an ideograph after another (LB31), a letter after another (LB28). Neither opens anything.
    if (value === WIDE_ID && a === LB.ID && !endsInZwj) {
      out[i] = ALLOWED;
      a2 = a;
      a2Wide = aWide;
      aWide = true;
      continue;
    }
    if (value === LB.AL && a === LB.AL && !endsInZwj) {
      out[i] = FORBIDDEN;
      a2 = a;
      a2Wide = aWide;
      aWide = false;
      continue;
    }
    let b = value & CLASS_MASK;
    let bWide = (value & WIDE) !== 0;
    if (isMark(b)) {
      if (a !== START && (groupOf(a) & G_BREAK) === 0) {
        out[i] = FORBIDDEN; // LB9
        endsInZwj = b === LB.ZWJ;
        continue;
      }
      endsInZwj = b === LB.ZWJ;
      b = LB.AL; // LB10
      bWide = false;
      if (i > 0) out[i] = decide(i, b, bWide, value, false);
      advance(b, bWide);
      endsInZwj = (value & CLASS_MASK) === LB.ZWJ;
      continue;
    }
    if (i > 0) out[i] = decide(i, b, bWide, value, endsInZwj);
    advance(b, bWide);
    endsInZwj = false;
  }

  function advance(b: number, bWide: boolean): void {
    if (b === LB.QUi)
      openingQuote = a === START || (groupOf(a) & G_BEFORE_PI) !== 0; // LB15a, kept over spaces
    else if (b !== LB.SP) openingQuote = false;
    if (b === LB.NU) number = 1;
    else if (number === 1 && (b === LB.SY || b === LB.IS)) number = 1;
    else if (number === 1 && (b === LB.CL || b === LB.CP)) number = 2;
    else number = 0;
    indicators = b === LB.RI ? indicators + 1 : 0;
    a2 = a;
    a2Wide = aWide;
    a = b;
    aWide = bWide;
    if (b !== LB.SP) base = b;
  }

  function decide(i: number, b: number, bWide: boolean, value: number, afterZwj: boolean): number {
    if (a === LB.BK || a === LB.LF || a === LB.NL) return MANDATORY; // LB4, LB5
    if (a === LB.CR) return b === LB.LF ? FORBIDDEN : MANDATORY;
    if (b === LB.BK || b === LB.CR || b === LB.LF || b === LB.NL) return FORBIDDEN; // LB6
    if (b === LB.SP || b === LB.ZW) return FORBIDDEN; // LB7
    if (base === LB.ZW) return ALLOWED; // LB8
    if (afterZwj) return FORBIDDEN; // LB8a
    const inA = group[a] as number;
    const inB = group[b] as number;
    if (b === LB.WJ || a === LB.WJ) return FORBIDDEN; // LB11
    if (a === LB.GL) return FORBIDDEN; // LB12
    if (b === LB.GL && a !== LB.SP && a !== LB.BA && a !== LB.HY && a !== LB.HH) return FORBIDDEN; // LB12a
    if (b === LB.CL || b === LB.CP || b === LB.EX || b === LB.SY) return FORBIDDEN; // LB13
    if (base === LB.OP) return FORBIDDEN; // LB14
    if (base === LB.QUi && openingQuote) return FORBIDDEN; // LB15a
    if (b === LB.QUf) {
      const next = classAt(unitAfter(i));
      if (next === START || (groupOf(next) & G_AFTER_PF) !== 0) return FORBIDDEN; // LB15b
    }
    if (b === LB.IS) {
      if (a === LB.SP && classAt(unitAfter(i)) === LB.NU) return ALLOWED; // LB15c
      return FORBIDDEN; // LB15d
    }
    if (b === LB.NS && (base === LB.CL || base === LB.CP)) return FORBIDDEN; // LB16
    if (b === LB.B2 && base === LB.B2) return FORBIDDEN; // LB17
    if (a === LB.SP) return ALLOWED; // LB18
    if (b === LB.QU || b === LB.QUf || a === LB.QU || a === LB.QUi) return FORBIDDEN; // LB19
    if (b === LB.QUi) {
      const next = unitAfter(i); // LB19a
      if (!aWide || next === count || ((classes[next] as number) & WIDE) === 0) return FORBIDDEN;
    }
    if (a === LB.QUf && (!bWide || a2 === START || !a2Wide)) return FORBIDDEN; // LB19a
    if (b === LB.CB || a === LB.CB) return ALLOWED; // LB20
    const hyphen = a === LB.HY || a === LB.HH;
    if (hyphen && (inB & G_LETTER) !== 0 && (a2 === START || (groupOf(a2) & G_BEFORE_HYPHEN) !== 0))
      return FORBIDDEN; // LB20a
    if ((value & AFTER_ID) !== 0 && (inA & G_IDEOGRAPH) !== 0) return ALLOWED; // CSS Text 3 line-break: loose
    if (b === LB.BA || b === LB.HH || b === LB.HY || b === LB.NS || a === LB.BB) return FORBIDDEN; // LB21
    if (hyphen && a2 === LB.HL && b !== LB.HL) return FORBIDDEN; // LB21a
    if (a === LB.SY && b === LB.HL) return FORBIDDEN; // LB21b
    if (b === LB.IN) return FORBIDDEN; // LB22
    const letterA = (inA & G_LETTER) !== 0;
    const letterB = (inB & G_LETTER) !== 0;
    if ((letterA && b === LB.NU) || (a === LB.NU && letterB)) return FORBIDDEN; // LB23
    if (a === LB.PR && (inB & G_IDEOGRAPH) !== 0) return FORBIDDEN; // LB23a
    if ((inA & G_IDEOGRAPH) !== 0 && b === LB.PO) return FORBIDDEN;
    if ((a === LB.PR || a === LB.PO) && letterB) return FORBIDDEN; // LB24
    if (letterA && (b === LB.PR || b === LB.PO)) return FORBIDDEN;
    if (number > 0 && (b === LB.PO || b === LB.PR)) return FORBIDDEN; // LB25
    if (number === 1 && b === LB.NU) return FORBIDDEN;
    if ((a === LB.PO || a === LB.PR) && b === LB.OP) {
      const next = unitAfter(i);
      if (classAt(next) === LB.NU) return FORBIDDEN;
      if (classAt(next) === LB.IS && classAt(unitAfter(next)) === LB.NU) return FORBIDDEN;
    }
    if (b === LB.NU && (a === LB.PO || a === LB.PR || a === LB.HY || a === LB.IS)) return FORBIDDEN;
    if (a === LB.JL && (b === LB.JL || b === LB.JV || b === LB.H2 || b === LB.H3)) return FORBIDDEN; // LB26
    if ((a === LB.JV || a === LB.H2) && (b === LB.JV || b === LB.JT)) return FORBIDDEN;
    if ((a === LB.JT || a === LB.H3) && b === LB.JT) return FORBIDDEN;
    if ((inA & G_HANGUL) !== 0 && b === LB.PO) return FORBIDDEN; // LB27
    if (a === LB.PR && (inB & G_HANGUL) !== 0) return FORBIDDEN;
    if (letterA && letterB) return FORBIDDEN; // LB28
    if (a === LB.AP && (inB & G_AKSARA) !== 0) return FORBIDDEN; // LB28a
    if ((inA & G_AKSARA) !== 0 && (b === LB.VF || b === LB.VI)) return FORBIDDEN;
    if (a === LB.VI && (groupOf(a2) & G_AKSARA) !== 0 && (b === LB.AK || b === LB.DC)) return FORBIDDEN;
    if ((inA & G_AKSARA) !== 0 && (inB & G_AKSARA) !== 0 && classAt(unitAfter(i)) === LB.VF) return FORBIDDEN;
    if (a === LB.IS && letterB) return FORBIDDEN; // LB29
    if ((letterA || a === LB.NU) && b === LB.OP && !bWide) return FORBIDDEN; // LB30
    if (a === LB.CP && !aWide && (letterB || b === LB.NU)) return FORBIDDEN;
    if (a === LB.RI && b === LB.RI && indicators % 2 === 1) return FORBIDDEN; // LB30a
    if ((a === LB.EB || a === LB.XP || a === LB.XA) && b === LB.EM) return FORBIDDEN; // LB30b
    return ALLOWED; // LB31
  }
}

function isMark(c: number): boolean {
  return c === LB.CM || c === LB.ZWJ;
}
