/** What the sheets say about elements of a name with some classes, wherever they stand. */
import { couldHold, holdsIn, type Kind, type Media, type RankedRule } from './match-rules.ts';
import type { Sheet, SheetRule } from './sheet.ts';

/** Heavier rules win, and of those that weigh the same the later one, in the later sheet. */
const outranks = (a: RankedRule, b: RankedRule): boolean =>
  (a.rule.specificity - b.rule.specificity || a.sheet - b.sheet || a.rule.order - b.rule.order) > 0;

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
      for (const rule of rules[key] ?? []) insertRanked({ rule, sheet }, found);
    }
    ranked.set(key, found);
    return found;
  };

  const makeKind = (name: string, className: string): Kind => {
    const classes = className === '' ? [] : className.split(' ');
    const keys = ['*', name, ...classes.map((each) => `.${each}`)];
    const rules = [...rulesUnder(name)];
    for (const key of keys) {
      if (key === name) continue;
      for (const ranked of rulesUnder(key)) {
        if (couldHold(ranked.rule, name, classes)) insertRanked(ranked, rules);
      }
    }
    return { name, classes, keys, rules };
  };

  return (name, className) => {
    const key = `${name}.${className}`;
    const kind = kinds.get(key) ?? makeKind(name, className);
    kinds.set(key, kind);
    return kind;
  };
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
  while (at > 0 && outranks(rules[at - 1] as RankedRule, rule)) at -= 1;
  if (at === rules.length) rules.push(rule);
  else rules.splice(at, 0, rule);
}
