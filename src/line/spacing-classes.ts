import data from '../../data/typography/east-asian-spacing.json' with { type: 'json' };
import { decodeRuns, lookUpRun, type Runs, readLetters } from './break-classes.ts';
import { isChinese, type WritingSystem } from './language.ts';

/** East_Asian_Spacing of UTR #59; combining marks are told apart, since they pass on what stands before them. */
export const NONE = 0;
export const NARROW = 1;
export const WIDE_SPACING = 2;
export const CONDITIONAL = 3;
export const WIDE_MARK = 4;
export const NARROW_MARK = 5;

const VALUES: Record<string, number> = {
  O: NONE,
  N: NARROW,
  W: WIDE_SPACING,
  C: CONDITIONAL,
  K: WIDE_MARK,
  M: NARROW_MARK,
};

/** Up to the CJK letters a byte each, above them by runs. */
const DIRECT = 0x3040;

interface SpacingTable {
  runs: Runs;
  direct: Uint8Array;
}

function readTable(): SpacingTable {
  const letters = readLetters(data.classes, (name) => VALUES[name]);
  const direct = new Uint8Array(DIRECT);
  const runs = decodeRuns(data.ranges, letters, direct);
  return { runs, direct };
}

/** Not by `once`: it is asked for each mark. */
let table: SpacingTable | undefined;

/** Conditional characters count as narrow in Chinese and not at all elsewhere (UTR #59). */
export function spacingClassOf(codePoint: number, system: WritingSystem): number {
  // The bulk of a text, without the table: unified ideographs, kana letters.
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return WIDE_SPACING;
  if (codePoint >= 0x3041 && codePoint <= 0x3096) return WIDE_SPACING;
  table ??= readTable();
  const { runs, direct } = table;
  const value = codePoint < DIRECT ? (direct[codePoint] as number) : lookUpRun(runs, codePoint);
  if (value !== CONDITIONAL) return value;
  return isChinese(system) ? NARROW : NONE;
}

/** R36–R39: an automatic gap stands between an East Asian character and a letter or digit. */
export function hasGap(before: number, after: number): boolean {
  return (before === WIDE_SPACING && after === NARROW) || (before === NARROW && after === WIDE_SPACING);
}

/** What the next character meets after `current`: a mark belongs to the character that it stands on. */
export function passOn(last: number, current: number): number {
  if (current === WIDE_MARK) return last;
  if (current === NARROW_MARK) return last === WIDE_SPACING ? last : NARROW;
  return current;
}
