import data from '../../data/typography/forms.json' with { type: 'json' };
import type { FieldKind, ParagraphStyle } from '../style/types.ts';
import { CLASS_MASK, WIDE } from './break-classes.ts';
import { tailorClasses } from './css-classes.ts';
import { isChinese } from './language.ts';
import { FIRST_LETTER, LAST_LETTER } from './letters.ts';
import * as LB from './line-break-classes.ts';
import { once } from './once.ts';
import { numberRuns, type Paragraph, type Run } from './paragraph.ts';
import { SOFT_HYPHEN } from './punctuation.ts';
import { ALLOWED, FORBIDDEN, findBreaks } from './uax14.ts';

const sets = once(() => {
  const read = (name: string): Set<number> => {
    const entry = data.sets.find((set) => set.name === name);
    if (entry === undefined) throw new Error(`forms.json lacks the set ${name}`);
    return new Set(Array.from(entry.characters, (c) => c.codePointAt(0) as number));
  };
  return {
    units: read('units'),
    counters: read('counters-before-units'),
    afterInUrl: read('url-break-after'),
    notAtStart: read('not-at-line-start-zh'),
    notAtEnd: read('not-at-line-end-zh'),
  };
});

/** Stands for what is left out of a long address; never alone on a line. */
const ELLIPSIS = 0x2026;

/** Times of day are set with it: 9 : 00 is one thing. */
const FULLWIDTH_COLON = 0xff1a;

/** The breaks of running text, then what forms forbid on top: fields, units, glued objects (R11, R15–R19, R24). */
export function fillBreaks(paragraph: Paragraph, style: ParagraphStyle): void {
  const { count, codePoints, runs, breaks, classes } = paragraph;
  numberRuns(paragraph);
  const systems = new Uint8Array(count);
  for (const { start, end, system } of runs) systems.fill(system, start, end);
  tailorClasses(codePoints, count, systems, style.strictness, classes);
  findBreaks(classes, count, breaks);
  const isStrict = style.strictness === 'strict';
  let last: Run | null = null;
  for (const run of runs) {
    const { start, end } = run;
    if (last !== null) bindCells(paragraph, start, last, run, isStrict);
    last = run;
    if (run.kind === 'text' && run.field === null && run.ruby === null) {
      bindCharacters(paragraph, start, end, isStrict);
      continue;
    }
    for (let i = start + 1; i < end; i++) bindCells(paragraph, i, run, run, isStrict);
  }
  showHyphens(paragraph);
}

/** The common path: characters of one run. No form binds one ideograph or kana to another but after a number. */
function bindCharacters(paragraph: Paragraph, start: number, end: number, isStrict: boolean): void {
  const { codePoints, breaks } = paragraph;
  for (let i = start + 1; i < end; i++) {
    if (breaks[i] !== ALLOWED) continue;
    const a = codePoints[i - 1] as number;
    const b = codePoints[i] as number;
    const isPlain =
      a >= FIRST_LETTER &&
      a <= LAST_LETTER &&
      b >= FIRST_LETTER &&
      b <= LAST_LETTER &&
      (i < 2 || (codePoints[i - 2] as number) >= FIRST_LETTER);
    if (!isPlain && isBoundByForms(paragraph, i, isStrict)) breaks[i] = FORBIDDEN;
  }
}

/** The boundary before cell i, which may part two runs. */
function bindCells(paragraph: Paragraph, i: number, before: Run, after: Run, isStrict: boolean): void {
  const { codePoints, breaks } = paragraph;
  if (before.kind === 'text' && before.field === 'url' && before.inline === after.inline) {
    // R17: an address breaks where it may and nowhere else; UAX #14 has no opportunity after a full stop.
    const a = codePoints[i - 1] as number;
    breaks[i] = breaksInField('url', a, codePoints[i] as number, 0) ? ALLOWED : FORBIDDEN;
  }
  if (breaks[i] !== ALLOWED) return;
  if (isBoundByRuns(paragraph, i, before, after) || isBoundByForms(paragraph, i, isStrict)) {
    breaks[i] = FORBIDDEN;
  }
}

function isBoundByRuns({ codePoints, classes }: Paragraph, i: number, before: Run, after: Run): boolean {
  if (before.kind === 'text' && before.inline === after.inline) {
    // A base is never parted from the rest of its reading (R57).
    if (before.ruby !== null && after.kind === 'text' && before.ruby === after.ruby) return true;
    if (before.field !== null) {
      const a = codePoints[i - 1] as number;
      return !breaksInField(before.field, a, codePoints[i] as number, classes[i - 1] as number);
    }
  }
  return (
    (before.kind === 'object' && (before.glue === 'after' || before.glue === 'both')) ||
    (after.kind === 'object' && (after.glue === 'before' || after.glue === 'both'))
  );
}

/** What stands together in forms whatever run it is of: number and unit, times of day, marks of strict Chinese. */
function isBoundByForms(
  { count, codePoints, classes, runs, runOf }: Paragraph,
  i: number,
  isStrict: boolean,
): boolean {
  const { units, counters, notAtStart, notAtEnd } = sets();
  const a = codePoints[i - 1] as number;
  const b = codePoints[i] as number;
  if (isNumber(classes, i - 1)) {
    if (units.has(b)) return true;
    if (counters.has(b) && i + 1 < count && units.has(codePoints[i + 1] as number)) return true;
  }
  if (counters.has(a) && i > 1 && isNumber(classes, i - 2) && units.has(b)) return true;
  if (a === FULLWIDTH_COLON && i > 1 && isNumber(classes, i - 2) && isNumber(classes, i)) {
    return true;
  }
  if (!isStrict) return false;
  if (notAtStart.has(b) && isChinese((runs[runOf[i] as number] as Run).system)) return true;
  return notAtEnd.has(a) && isChinese((runs[runOf[i - 1] as number] as Run).system);
}

function isNumber(classes: Uint8Array, at: number): boolean {
  return ((classes[at] as number) & CLASS_MASK) === LB.NU;
}

/** A soft hyphen, odd for what is cut off it, is drawn where a line may end after it. */
function showHyphens({ count, codePoints, breaks, endPt, odd, oddCount }: Paragraph): void {
  for (let k = 0; k < oddCount; k++) {
    const cell = odd[k] as number;
    if (codePoints[cell] === SOFT_HYPHEN && cell + 1 < count && breaks[cell + 1] === ALLOWED) endPt[cell] = 0;
  }
}

function breaksInField(field: FieldKind, a: number, b: number, classBefore: number): boolean {
  switch (field) {
    case 'url': {
      const { afterInUrl } = sets();
      return afterInUrl.has(a) && !afterInUrl.has(b) && b !== ELLIPSIS;
    }
    case 'date':
      // R18: between the parts of a date, never before the sign of a part nor inside a number.
      return (classBefore & WIDE) !== 0 && !sets().units.has(b);
    case 'name':
      // Where it must: `mark-phrases.ts` keeps its words together.
      return true;
    default:
      return false;
  }
}
