import lists from '../../data/typography/line-break-css.json' with { type: 'json' };
import { BMP, CLASS_MASK, type ClassTable, decodeClassTable, lookUpClass, WIDE } from './break-classes.ts';
import { OTHER, type WritingSystem } from './language.ts';
import * as LB from './line-break-classes.ts';
import { once } from './once.ts';
import { AFTER_ID } from './uax14.ts';

export type Strictness = 'strict' | 'normal' | 'loose';

interface CssSets {
  cjkHyphens: Set<number>;
  hyphens: Set<number>;
  iterationMarks: Set<number>;
  /** Centred marks, suffixes and prefixes: they lose their bonds together, at loose in zh and ja. */
  bonded: Set<number>;
}

function readSet(name: string): number[] {
  const entry = lists.sets.find((set) => set.name === name);
  if (entry === undefined) throw new Error(`line-break-css.json lacks the set ${name}`);
  const found: number[] = [];
  for (const part of entry.codePoints.split(' ')) {
    const [first = '', last = first] = part.split('-');
    for (let cp = Number.parseInt(first, 16); cp <= Number.parseInt(last, 16); cp++) found.push(cp);
  }
  return found;
}

const cssSets = once(
  (): CssSets => ({
    cjkHyphens: new Set(readSet('cjk-hyphens')),
    hyphens: new Set(readSet('hyphens')),
    iterationMarks: new Set(readSet('iteration-marks')),
    bonded: new Set([...readSet('centred-marks'), ...readSet('suffixes'), ...readSet('prefixes')]),
  }),
);

const classTable: () => ClassTable = once(decodeClassTable);

/** Class of UAX #14 with WIDE, before any tailoring. */
export function classOf(codePoint: number): number {
  return lookUpClass(classTable(), codePoint);
}

/**
 * The classes that UAX #14 works on, each tailored by the language of its own character: a boundary between
 * two languages is thereby decided by both sides. Written to `classes` where one is given.
 */
export function tailorClasses(
  codePoints: Int32Array,
  count: number,
  systems: Uint8Array,
  strictness: Strictness,
  classes: Uint8Array = new Uint8Array(count),
): Uint8Array {
  const table = classTable();
  const { bmp } = table;
  for (let i = 0; i < count; i++) {
    const cp = codePoints[i] as number;
    let value = cp < BMP ? (bmp[cp] as number) : lookUpClass(table, cp);
    const untailored = value & CLASS_MASK;
    // Plain letters, digits, spaces and ideographs have no tailoring: the common path.
    if (cp < 0x80 || untailored === LB.ID || untailored === LB.AL) {
      classes[i] = value;
      continue;
    }
    const system = systems[i] as WritingSystem;
    const kept = value & WIDE;
    switch (untailored) {
      case LB.AI:
        value = kept | LB.AL;
        break;
      case LB.CJ:
        value = kept | (strictness === 'strict' ? LB.NS : LB.ID);
        break;
      case LB.IN:
        if (strictness === 'loose') value = kept | LB.ID;
        break;
      case LB.QUi:
      case LB.QUf:
        if (system !== OTHER) value = quoteClass(codePoints, i, count, value, table);
        break;
      default:
        if (strictness !== 'strict') value = loosen(value, cp, system, strictness);
    }
    classes[i] = value;
  }
  return classes;
}

/** The tailorings of normal and loose that name characters one by one. */
function loosen(value: number, cp: number, system: WritingSystem, strictness: Strictness): number {
  const sets = cssSets();
  const ideograph = (value & WIDE) | LB.ID;
  if (sets.cjkHyphens.has(cp)) return system === OTHER ? value : ideograph;
  if (strictness !== 'loose') return value;
  if (sets.hyphens.has(cp)) return value | AFTER_ID;
  if (sets.iterationMarks.has(cp)) return ideograph;
  return system !== OTHER && sets.bonded.has(cp) ? ideograph : value;
}

/**
 * R22, R23: a curly quote in zh or ja text is a bracket by its shape where the character on its outer side is East
 * Asian, a closing one also after East Asian text; between Latin letters it stays a quotation mark, for an
 * apostrophe must not part its word.
 */
function quoteClass(
  codePoints: Int32Array,
  i: number,
  count: number,
  value: number,
  table: ClassTable,
): number {
  const isWide = (at: number): boolean =>
    at >= 0 && at < count && (lookUpClass(table, codePoints[at] as number) & WIDE) !== 0;
  const kept = value & WIDE;
  if ((value & CLASS_MASK) === LB.QUi) return isWide(i - 1) ? kept | LB.OP : value;
  return isWide(i + 1) || isWide(i - 1) ? kept | LB.CL : value;
}
