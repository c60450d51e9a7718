import { expect, test } from 'vitest';
import type { MemoCondition, MemoRules } from '../../src/facts/memo-rules.ts';
import { carriers, type Node, nodesOf, readJson } from './data-files.ts';

const { rows, notAsked } = readJson<MemoRules>('memo-rules.json');

/** Sections and letters of the memo; 0g (somebody else comes), 1j (no desk is known), 4j (slips) are the project's own. */
const ROWS = 'a-g a-j a-d a-f a-j a-e a-d a-d a-e'.split(' ').flatMap((span, section) => {
  const letters = 'abcdefghij'.slice(0, 'abcdefghij'.indexOf(span.at(-1)!) + 1);
  return [...letters].map((letter) => `${section}${letter}`);
});

test('all rows of the memo stand in its order', () => {
  expect(rows.map((row) => row.id)).toEqual(ROWS);
  for (const row of rows) expect(String(row.section)).toBe(row.id[0]);
});

test('clerk rows say when they are asked, the others do not', () => {
  for (const row of rows) {
    expect(row.ask !== undefined, row.id).toBe(row.role === 'clerk');
    if (row.ask === 'when-unsettled') expect(row.facts?.length, row.id).toBeGreaterThan(0);
  }
});

test('a row is merged into a row that stands before it and is no merged row itself', () => {
  for (const { id, mergedInto } of rows) {
    if (!mergedInto) continue;
    const target = rows.find((row) => row.id === mergedInto)!;
    expect(rows.indexOf(target), id).toBeLessThan(rows.findIndex((row) => row.id === id));
    expect(target.mergedInto).toBeUndefined();
  }
});

test('fact paths exist in the carrier files', () => {
  const [, carrier] = carriers[0]!;
  for (const row of rows) {
    for (const path of row.facts ?? []) {
      const keys = path.split('.');
      const parent = keys.slice(0, -1).reduce<Node>((node, key) => node[key] as Node, carrier);
      expect(keys.at(-1)! in parent, path).toBe(true);
    }
  }
});

test('whatever a carrier leaves unknown is asked by a row or excepted with a reason, not both', () => {
  const asked = new Set(rows.flatMap((row) => row.facts ?? []));
  const unknown = new Set(carriers.flatMap(([, carrier]) => carrier.unknownFields));
  for (const path of unknown) expect(Number(asked.has(path)) + Number(path in notAsked), path).toBe(1);
});

test('conditions name values that the data has', () => {
  const conditions = [...nodesOf(rows)].map(([, node]) => node as unknown as MemoCondition);
  const kinds = new Set(carriers.map(([, carrier]) => carrier.kind));
  for (const condition of conditions) {
    if ('carrierKind' in condition) for (const kind of condition.carrierKind) expect(kinds).toContain(kind);
    if ('fact' in condition) {
      const values = carriers.map(([, carrier]) => {
        const node = condition.fact
          .split('.')
          .reduce<unknown>((at, key) => (at as Node | null)?.[key], carrier);
        return (node as { value?: unknown } | null)?.value;
      });
      const named = 'in' in condition ? condition.in : condition.notIn;
      for (const value of named) expect(values).toContain(value);
    }
  }
});
