/** The checklist's tables say what they mean: flags, facts, steps, partials and questions all exist. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templates } from '#templates';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { conditionsHold } from '../../../src/fill/conditions.ts';
import { findFact } from '../../../src/fill/fact-view.ts';
import { type FillInputs, FLAG_NAMES, type Flags } from '../../../src/fill/types.ts';
import type { StepTable } from '../../../src/fill/visible-steps.ts';
import { carrierIds } from './fill-case.ts';

const { tables } = templates.documents.checklist;
const { phases, steps } = tables.steps as StepTable;
interface Row {
  id: string;
  when?: string[];
  fact?: string;
  facts?: string[];
  memo?: string[];
}
const rows = tables.rows as Record<string, Row[]>;
const faq = tables.faq as Row[];
const bring = tables.bring as Row[];
const all: Row[] = [...steps, ...Object.values(rows).flat(), ...faq, ...bring];
const allFacts = carrierIds.map((carrier) => lookUpFacts({ carrier }, bundledData));

test('ids stand once, and every step belongs to a phase', () => {
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  const known = new Set(phases.map(({ id }) => id));
  expect(steps.filter(({ phase }) => !known.has(phase))).toEqual([]);
  expect(phases.filter(({ id }) => !steps.some(({ phase }) => phase === id))).toEqual([]);
});

test('every condition is of a known kind and names a known flag', () => {
  const flags = Object.fromEntries(FLAG_NAMES.map((name) => [name, true])) as Flags;
  const inputs = {
    case: { carrier: 'any' },
    facts: allFacts[0],
    schedule: { steps: [], warnings: [] },
  } as unknown as FillInputs;
  for (const row of all)
    for (const term of row.when ?? []) {
      for (const part of term.split('|')) expect(() => conditionsHold([part], inputs, flags)).not.toThrow();
    }
  const docomo = {
    ...inputs,
    facts: allFacts.find(({ carrier }) => carrier.id === 'ntt-docomo'),
  } as FillInputs;
  const holds = (condition: string) => conditionsHold([condition], docomo, flags);
  const listed = ['documents=original-id', 'documents=original', 'cautions=cloud-data', 'cautions'];
  expect(listed.map((name) => holds(`fact:${name}`))).toEqual([true, false, true, false]);
  expect(() => conditionsHold(['shpo'], inputs, flags)).toThrow('shpo');
  expect(() => conditionsHold(['step:x'], inputs, flags)).toThrow('step:x');
});

test('every fact that a table names is known of some carrier', () => {
  const names = new Set(all.flatMap((row) => [...(row.facts ?? []), ...(row.fact ? [row.fact] : [])]));
  const missing = [...names]
    .filter((name) => !name.endsWith('.*'))
    .filter((name) => allFacts.every((facts) => findFact(facts, name) === undefined));
  expect(missing).toEqual([]);
});

test('every step of the plan that a table names is one that the engine makes', () => {
  const engine = [
    'account-steps',
    'contract-steps',
    'departure-steps',
    'money',
    'preparation-steps',
    'procedure-steps',
    'plan-schedule',
  ]
    .map((file) => readFileSync(`src/schedule/${file}.ts`, 'utf8'))
    .join('\n');
  const named = new Set(steps.flatMap(({ schedule }) => schedule?.split('|') ?? []));
  named.delete('visit');
  expect([...named].filter((id) => !engine.includes(`'${id}'`))).toEqual([]);
});

test('every question that a table names is a row of the memo', () => {
  const known = new Set(
    (JSON.parse(bundledData.memoRules) as { rows: { id: string }[] }).rows.map(({ id }) => id),
  );
  for (const id of Object.keys((templates.documents.memo.tables.rows as { rows: object }).rows))
    known.add(id);
  const named = new Set(all.flatMap((row) => row.memo ?? []));
  named.delete('*');
  expect([...named].filter((id) => !known.has(id))).toEqual([]);
});

test('every row of the tables has its words', () => {
  const { specs } = templates.documents.checklist;
  const wanted = [
    ...steps.map(({ id }) => `steps/${id}`),
    ...phases.map(({ id }) => `phases/${id}`),
    ...Object.values(rows)
      .flat()
      .map(({ id }) => `rows/${id}`),
    ...faq.map(({ id }) => `faq/${id}`),
    ...bring.map(({ id }) => `bring/${id}`),
    ...(tables.warnings as { code: string }[]).map(({ code }) => `warnings/${code}`),
  ];
  expect(wanted.filter((name) => specs[name] === undefined)).toEqual([]);
  expect(wanted.filter((name) => !existsSync(`templates/checklist/${name}.hbs`))).toEqual([]);
});

test('every warning of the schedule has its frame, but for the forecast, which is no danger', () => {
  const source = readFileSync('src/schedule/warnings.ts', 'utf8');
  const codes = [...source.matchAll(/warning\(\s*'([a-z-]+)'/gu)].map(([, code]) => code);
  const framed = (tables.warnings as { code: string }[]).map(({ code }) => code);
  expect(codes.filter((code) => code && !framed.includes(code))).toEqual(['holiday-forecast']);
});
