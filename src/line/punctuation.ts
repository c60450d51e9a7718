import data from '../../data/typography/punctuation.json' with { type: 'json' };
import { CHINESE, type WritingSystem } from './language.ts';
import { once } from './once.ts';

/** How the blank half of a full-width mark behaves, by its role and the language of its run (R29–R31). */
export const PLAIN = 0;
/** Blank on the left. */
export const OPENING = 1;
/** Blank on the right: brackets and commas. */
export const CLOSING = 2;
/** Blank on the right; a full stop keeps its blank where a comma gives it up (R33, R43). */
export const STOP = 3;
/** Blank on both sides, a quarter each. */
export const MIDDLE = 4;
/** U+3000: no ink, and marks beside it give up their blank. */
export const BLANK = 5;
/** Full-width exclamation and question marks: trimmed at line ends in zh only. */
export const EXCLAMATION = 6;
export type Role = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const COLON = 7;

const ROLE_CODES: Record<string, number> = {
  opening: OPENING,
  'opening-quote': OPENING,
  closing: CLOSING,
  'closing-quote': CLOSING,
  stop: STOP,
  comma: CLOSING,
  colon: COLON,
  exclamation: EXCLAMATION,
  'middle-dot': MIDDLE,
  'ideographic-space': BLANK,
};

const roles = once(() => {
  const table = new Map<number, number>();
  for (const role of data.roles) {
    const code = ROLE_CODES[role.name];
    if (code === undefined) throw new Error(`punctuation.json names an unknown role: ${role.name}`);
    for (const part of role.codePoints.split(' ')) {
      const [first = '', last = first] = part.split('-');
      for (let cp = Number.parseInt(first, 16); cp <= Number.parseInt(last, 16); cp++) table.set(cp, code);
    }
  }
  return table;
});

/** Only marks that the face draws on a full em have a blank half: the caller leaves out the others. */
export function roleOf(codePoint: number, system: WritingSystem): Role {
  if (codePoint < 0xb7 || (codePoint >= 0x3031 && codePoint < 0xff01 && codePoint !== 0x30fb)) return PLAIN;
  const role = roles().get(codePoint);
  if (role === undefined) return PLAIN;
  // The colon stands on the left of its em in zh-Hans and in the middle of it in ja.
  if (role === COLON) return system === CHINESE ? CLOSING : MIDDLE;
  return role as Role;
}

/** CSS Text 4 #fullwidth-collapsing: whether an opening mark gives up its blank after this one. */
export function trimsOpeningAfter(previous: Role): boolean {
  return (
    previous === OPENING ||
    previous === CLOSING ||
    previous === STOP ||
    previous === MIDDLE ||
    previous === BLANK
  );
}

/** Whether a closing mark gives up its blank before this one. */
export function trimsClosingBefore(next: Role): boolean {
  return next === CLOSING || next === STOP || next === MIDDLE || next === BLANK;
}
