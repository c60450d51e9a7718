/** What the sheets say about elements of a name with some classes, wherever they stand. */
import { holdsIn, type Kind, type Media, type RankedRule } from './match-rules.ts';
import type { Sheet, SheetRule } from './sheet.ts';

const MOST_SHEETS = 100;
const MOST_RULES = 10_000;

/** Heavier rules win, and of those that weigh the same the later one, in the later sheet. */
const rankOf = ({ specificity, order }: SheetRule, sheet: number): number =>
  (specificity * MOST_SHEETS + sheet) * MOST_RULES + order;

/** Gives the kind of an element; each is made once. */
export function openKinds(sheets: readonly Sheet[], media: Media): (name: string, className: string) => Kind {
  const kinds = new Map<string, Kind>();
  const ranked = new Map<string, readonly RankedRule[]>();
  const parts = partsIn(media, sheets);

  const rulesUnder = (key: string): readonly RankedRule[] => {
    const known = ranked.get(key);
    if (known) return known;
    const found: RankedRule[] = [];
    for (const { sheet, rules } of parts) {
      for (const rule of rules[key] ?? []) insertRanked({ rule, rank: rankOf(rule, sheet) }, found);
    }
    ranked.set(key, found);
    return found;
  };
  const everywhere = rulesUnder('*');

  const makeKind = (name: string, className: string): Kind => {
    const classes = className === '' ? NO_CLASSES : className.split(' ');
    const keys = [name];
    for (const each of classes) keys.push(`.${each}`);
    const rules = rulesUnder(name).slice();
    for (const ranked of everywhere) insertRanked(ranked, rules);
    for (const key of keys) {
      if (key === name) continue;
      for (const ranked of rulesUnder(key)) {
        if (holds(ranked.rule.also, keys)) insertRanked(ranked, rules);
      }
    }
    return { name, classes, keys, rules };
  };

  return (name, className) => {
    const key = `${name}.${className}`;
    const known = kinds.get(key);
    if (known) return known;
    const kind = makeKind(name, className);
    kinds.set(key, kind);
    return kind;
  };
}

const NO_CLASSES: readonly string[] = [];

function holds(wanted: readonly string[], keys: readonly string[]): boolean {
  for (const key of wanted) if (!keys.includes(key)) return false;
  return true;
}

interface PartOfSheet {
  sheet: number;
  rules: Readonly<Record<string, readonly SheetRule[]>>;
}

function partsIn(media: Media, sheets: readonly Sheet[]): PartOfSheet[] {
  const found: PartOfSheet[] = [];
  for (let sheet = 0; sheet < sheets.length; sheet++) {
    for (const part of (sheets[sheet] as Sheet).parts) {
      // The rules of another are not even read.
      if (holdsIn(media, part.media)) found.push({ sheet, rules: part.rules });
    }
  }
  return found;
}

/** Most come in order. */
function insertRanked(rule: RankedRule, rules: RankedRule[]): void {
  let at = rules.length;
  while (at > 0 && (rules[at - 1] as RankedRule).rank > rule.rank) at -= 1;
  if (at === rules.length) rules.push(rule);
  else rules.splice(at, 0, rule);
}
