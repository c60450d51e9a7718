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
  /** By their classes, like places. */
  const kinds = new Map<string, Kind>();
  const ranked = rankRules(sheets, media);
  const rulesUnder = (key: string): readonly RankedRule[] => ranked.get(key) ?? NO_RULES;

  const makeKind = (name: string, className: string, next: Kind | null): Kind => {
    const classes = className === '' ? NO_CLASSES : className.split(' ');
    const keys = [name];
    for (const each of classes) keys.push(`.${each}`);
    const rules = rulesUnder(name).slice();
    for (const ranked of rulesUnder('*')) insertRanked(ranked, rules);
    for (const key of keys) {
      if (key === name) continue;
      for (const ranked of rulesUnder(key)) {
        if (holds(ranked.rule.also, keys)) insertRanked(ranked, rules);
      }
    }
    return { name, classes, keys, rules, next };
  };

  return (name, className) => {
    const first = kinds.get(className) ?? null;
    for (let kind = first; kind !== null; kind = kind.next) if (kind.name === name) return kind;
    const kind = makeKind(name, className, first);
    kinds.set(className, kind);
    return kind;
  };
}

const NO_CLASSES: readonly string[] = [];
const NO_RULES: readonly RankedRule[] = [];

function holds(wanted: readonly string[], keys: readonly string[]): boolean {
  for (const key of wanted) if (!keys.includes(key)) return false;
  return true;
}

/** By their keys: an element then looks at the few rules that may be about it. */
function rankRules(sheets: readonly Sheet[], media: Media): Map<string, RankedRule[]> {
  const ranked = new Map<string, RankedRule[]>();
  for (let sheet = 0; sheet < sheets.length; sheet++) {
    for (const part of (sheets[sheet] as Sheet).parts) {
      // The rules of another are not even read.
      if (!holdsIn(media, part.media)) continue;
      for (const rule of part.rules) {
        const each = { rule, rank: rankOf(rule, sheet) };
        const known = ranked.get(rule.key);
        if (known) insertRanked(each, known);
        else ranked.set(rule.key, [each]);
      }
    }
  }
  return ranked;
}

/** Most come in order. */
function insertRanked(rule: RankedRule, rules: RankedRule[]): void {
  let at = rules.length;
  while (at > 0 && (rules[at - 1] as RankedRule).rank > rule.rank) at -= 1;
  if (at === rules.length) rules.push(rule);
  else rules.splice(at, 0, rule);
}
