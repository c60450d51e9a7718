import data from '../../data/typography/punctuation.json' with { type: 'json' };
import { isChinese, SIMPLIFIED, TRADITIONAL, type WritingSystem } from './language.ts';
import { once } from './once.ts';

/** How the blank half of a full-width mark behaves, by its role and the language of its run (R29–R31). */
export const PLAIN = 0;
/** Blank on the left. */
export const OPENING = 1;
/** Blank on the right: brackets and commas. */
export const CLOSING = 2;
/** Blank on the right; a full stop keeps its blank where a comma gives it up (R33, R43). */
export const STOP = 3;
/** Blank on both sides, a quarter each; U+3000, which has no ink at all, acts like one on its neighbours. */
export const MIDDLE = 4;
/** Full-width exclamation and question marks: a full em everywhere (R29). */
export const EXCLAMATION = 5;
/** Brackets without a blank: they make full-width ones give up theirs. */
export const OPENING_NARROW = 6;
export const CLOSING_NARROW = 7;
export const IDEOGRAPHIC_SPACE = 8;

/** A break may stand after it; only there it is drawn. */
export const SOFT_HYPHEN = 0xad;

const COMMA = 9;
const COLON = 10;
const OPENING_QUOTE = 11;
const CLOSING_QUOTE = 12;

const ROLE_CODES: Record<string, number> = {
  opening: OPENING,
  closing: CLOSING,
  'opening-quote': OPENING_QUOTE,
  'closing-quote': CLOSING_QUOTE,
  stop: STOP,
  comma: COMMA,
  colon: COLON,
  exclamation: EXCLAMATION,
  'middle-dot': MIDDLE,
  'ideographic-space': IDEOGRAPHIC_SPACE,
  'opening-narrow': OPENING_NARROW,
  'closing-narrow': CLOSING_NARROW,
};

/** Marks below U+FF60 fit in two pages; the rest of the BMP has none. */
function readRoles(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const role of data.roles) {
    const code = ROLE_CODES[role.name];
    if (code === undefined) throw new Error(`punctuation.json names an unknown role: ${role.name}`);
    for (const part of role.codePoints.split(' ')) {
      const [first = '', last = first] = part.split('-');
      table.fill(code, Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);
    }
  }
  return table;
}

/** Not by `once`: it is asked for each mark. */
let roles: Uint8Array | undefined;

/** Kana that begin no sentence: after them an exclamation is in the middle of one. */
export const continuesSentence = once(
  () => new Set(data.continuesSentence.codePoints.split(' ').map((code) => Number.parseInt(code, 16))),
);

/** Role in a run of this language. Where a face is known, a mark narrower than an em has no blank: the caller's. */
export function roleOf(codePoint: number, system: WritingSystem): number {
  if (codePoint > 0xffff || (codePoint >= 0x3040 && codePoint < 0xff00 && codePoint !== 0x30fb)) return PLAIN;
  roles ??= readRoles();
  const role = roles[codePoint] as number;
  switch (role) {
    case STOP:
      return system === TRADITIONAL ? MIDDLE : STOP;
    case COMMA:
      return system === TRADITIONAL ? MIDDLE : CLOSING;
    case COLON:
      return system === SIMPLIFIED ? CLOSING : MIDDLE;
    case OPENING_QUOTE:
      return isChinese(system) ? OPENING : OPENING_NARROW;
    case CLOSING_QUOTE:
      return isChinese(system) ? CLOSING : CLOSING_NARROW;
    default:
      return role;
  }
}

/** CSS Text 4 #fullwidth-collapsing: whether an opening mark gives up its blank after this one. */
export function trimsOpeningAfter(previous: number): boolean {
  switch (previous) {
    case OPENING:
    case OPENING_NARROW:
    case CLOSING:
    case STOP:
    case MIDDLE:
    case IDEOGRAPHIC_SPACE:
      return true;
    default:
      return false;
  }
}

/** Whether a closing mark gives up its blank before this one. */
export function trimsClosingBefore(next: number): boolean {
  switch (next) {
    case CLOSING:
    case CLOSING_NARROW:
    case STOP:
    case MIDDLE:
    case IDEOGRAPHIC_SPACE:
      return true;
    default:
      return false;
  }
}
