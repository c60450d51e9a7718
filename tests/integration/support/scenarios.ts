import { CARRIER_IDS } from '#carrier-ids';
import type { Edition } from '../../../src/case/types.ts';

export interface Scenario {
  name: string;
  input: Record<string, unknown>;
  edition: Edition;
}

const REASONS = ['leaving-japan', 'switching', 'unused', 'other'] as const;
const CHANNELS = ['shop', 'web', 'phone', 'undecided'] as const;
const PLANS = ['cancel', 'port-out', 'park'] as const;
/** Today of the tests is 2027-01-15. */
const DEPARTURES = {
  unknown: undefined,
  later: '2027-03-28',
  tomorrow: '2027-01-16',
  today: '2027-01-15',
  past: '2026-12-20',
};
const EDITIONS = ['personal', 'share', 'blank'] as const;

/** Every carrier × reason × channel × departure × edition; what becomes of the number follows the reason. */
export function everyScenario(): Scenario[] {
  const scenarios: Scenario[] = [];
  for (const carrier of [...CARRIER_IDS, 'any'])
    for (const reason of REASONS)
      for (const channel of CHANNELS)
        for (const edition of EDITIONS)
          for (const [when, departure] of Object.entries(DEPARTURES)) {
            // Copies for others know no departure, so one of them is enough; today is in the sample.
            if ((edition !== 'personal' && when !== 'unknown') || when === 'today') continue;
            const numberPlan = reason === 'switching' ? 'port-out' : reason === 'other' ? 'park' : 'cancel';
            scenarios.push(scenario({ carrier, reason, channel, numberPlan, when, departure, edition }));
          }
  return scenarios;
}

interface Choice {
  carrier: string;
  reason: string;
  channel: string;
  numberPlan: string;
  when: string;
  departure: string | undefined;
  edition: Edition;
}

function scenario({ carrier, reason, channel, numberPlan, when, departure, edition }: Choice): Scenario {
  const input = {
    carrier,
    reason,
    line: { numberPlan },
    visit: { channel },
    ...(departure ? { departure } : {}),
  };
  return { name: [carrier, reason, numberPlan, channel, when, edition].join(' '), input, edition };
}

/**
 * A sample for the stages after the tree: every two answers of two questions meet, and every carrier comes up twice,
 * each time with other answers.
 */
export function sampledScenarios(): Scenario[] {
  const carriers = [...CARRIER_IDS, 'any'];
  const rows = coverPairs({
    reason: REASONS,
    channel: CHANNELS,
    numberPlan: PLANS,
    when: Object.keys(DEPARTURES),
    edition: EDITIONS,
    sim: ['physical', 'esim', undefined],
    family: [true, false, undefined],
    internet: ['none', 'same-carrier', 'other', undefined],
    instalments: ['none', 'remaining', 'unknown', undefined],
    visitor: ['self', 'family', 'proxy', 'with-interpreter', undefined],
    method: ['bank-account', 'credit-card', 'slip', 'unknown', undefined],
    closingDay: [10, 20, 'end', 'unknown', undefined],
    paper: ['A4', 'B5', 'A3', 'Letter'],
    large: [false, true],
    ruby: ['none', 'furigana', 'pinyin', 'both'],
  });
  const count = Math.max(rows.length, 2 * carriers.length);
  return Array.from({ length: count }, (_, index) => {
    const row: Row = { ...rows[index % rows.length], carrier: carriers[index % carriers.length] };
    const line = {
      numberPlan: row.numberPlan,
      sim: row.sim,
      familyLines: row.family,
      homeInternet: row.internet,
    };
    const departure = DEPARTURES[row.when as keyof typeof DEPARTURES];
    const input = withoutHoles({
      carrier: row.carrier,
      reason: row.reason,
      departure,
      line: { ...line, closingDay: row.closingDay },
      handset: { instalments: row.instalments },
      holder: { visitor: row.visitor },
      visit: { channel: row.channel },
      payment: { method: row.method },
      print: { paper: row.paper, large: row.large, ruby: row.ruby },
    });
    return { name: Object.values(row).join(' '), input, edition: row.edition as Edition };
  });
}

type Row = Record<string, unknown>;

/** Greedy and in a fixed order. */
function coverPairs(axes: Record<string, readonly unknown[]>): Row[] {
  const names = Object.keys(axes);
  const left = new Set<string>();
  const key = (a: number, i: number, b: number, j: number) => `${a}:${i} ${b}:${j}`;
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++)
      for (let i = 0; i < axes[names[a]!]!.length; i++)
        for (let j = 0; j < axes[names[b]!]!.length; j++) left.add(key(a, i, b, j));
  const rows: Row[] = [];
  while (left.size > 0) {
    const [a, i, b, j] = [...left][0]!.split(/[: ]/u).map(Number) as [number, number, number, number];
    const picked: (number | undefined)[] = names.map((_, index) =>
      index === a ? i : index === b ? j : undefined,
    );
    names.forEach((name, index) => {
      if (picked[index] !== undefined) return;
      let best = 0;
      let most = -1;
      axes[name]!.forEach((_, value) => {
        const gain = picked.filter((other, before) => {
          if (other === undefined) return false;
          return left.has(
            before < index ? key(before, other, index, value) : key(index, value, before, other),
          );
        }).length;
        if (gain > most) [best, most] = [value, gain];
      });
      picked[index] = best;
    });
    picked.forEach((value, index) => {
      for (let other = index + 1; other < names.length; other++)
        left.delete(key(index, value!, other, picked[other]!));
    });
    rows.push(Object.fromEntries(names.map((name, index) => [name, axes[name]![picked[index]!]])));
  }
  return rows;
}

function withoutHoles(value: Row): Row {
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (inner === undefined) return [];
    return [[key, typeof inner === 'object' && inner !== null ? withoutHoles(inner as Row) : inner]];
  });
  return Object.fromEntries(entries);
}
