import data from '../../data/typography/forms.json' with { type: 'json' };
import type { FieldKind, ParagraphStyle } from '../style/types.ts';
import { CLASS_MASK, LB, WIDE } from './break-classes.ts';
import { tailorClasses } from './css-classes.ts';
import { isChinese } from './language.ts';
import { once } from './once.ts';
import type { Paragraph, Run } from './paragraph.ts';
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

/** The breaks of running text, then what forms forbid on top: fields, units, glued objects (R11, R15–R20, R24). */
export function fillBreaks(paragraph: Paragraph, style: ParagraphStyle): void {
  const { count, codePoints, runs, runOf, breaks } = paragraph;
  const systems = new Uint8Array(count);
  for (let i = 0; i < count; i++) systems[i] = (runs[runOf[i] as number] as Run).system;
  const classes = tailorClasses(codePoints, count, systems, style.strictness);
  paragraph.classes = classes;
  findBreaks(classes, count, breaks);
  const { units, counters, notAtStart, notAtEnd } = sets();
  for (let i = 1; i < count; i++) {
    const before = runs[runOf[i - 1] as number] as Run;
    const after = runs[runOf[i] as number] as Run;
    const a = codePoints[i - 1] as number;
    const b = codePoints[i] as number;
    // R17: an address breaks where it may and nowhere else; UAX #14 has no opportunity after a full stop.
    if (before.kind === 'text' && before.field === 'url' && before.inline === after.inline) {
      breaks[i] = breaksInField('url', a, b, 0) ? ALLOWED : FORBIDDEN;
    }
    if (breaks[i] !== ALLOWED) continue;
    let forbid = false;
    if (before === after && before.kind === 'text' && before.field === null) {
      // The common path: two characters of one run.
    } else if (before.inline === after.inline && before.kind === 'text' && before.field !== null) {
      forbid = !breaksInField(before.field, a, b, classes[i - 1] as number);
    } else {
      forbid =
        (before.kind === 'object' && (before.glue === 'after' || before.glue === 'both')) ||
        (after.kind === 'object' && (after.glue === 'before' || after.glue === 'both')) ||
        (after.kind === 'text' && after.risePt > 0);
    }
    const isNumber = (at: number): boolean => ((classes[at] as number) & CLASS_MASK) === LB.NU;
    if (isNumber(i - 1)) {
      if (units.has(b)) forbid = true;
      if (counters.has(b) && i + 1 < count && units.has(codePoints[i + 1] as number)) forbid = true;
    }
    if (a === FULLWIDTH_COLON && i > 1 && isNumber(i - 2) && isNumber(i)) forbid = true;
    if (style.strictness === 'strict') {
      if (isChinese(systems[i] as number) && notAtStart.has(b)) forbid = true;
      if (isChinese(systems[i - 1] as number) && notAtEnd.has(a)) forbid = true;
    }
    if (forbid) breaks[i] = FORBIDDEN;
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
    default:
      return false;
  }
}
