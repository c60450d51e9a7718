import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { factData } from '#data';
import type { Case } from '../../../src/case/types.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';
import type { Schedule } from '../../../src/schedule/types.ts';
import { findFacts } from '../../support/find-facts.ts';

interface Scenario {
  name: string;
  carrier: string;
  today: string;
  case: Omit<Case, 'carrier'>;
  expect: Record<string, string | null>;
  plan?: { costsMoreFrom?: string | null; latestCancellation?: string | null };
  warnings: string[];
  working: string;
}

const scenarios = parse(readFileSync(new URL('./scenarios.yaml', import.meta.url), 'utf8')) as Scenario[];

/** A day without a year is in 2027. */
function withYear(day: string): string {
  return /^\d\d-\d\d$/.test(day) ? `2027-${day}` : day;
}

function expected(text: string | null): string {
  if (text === null) return 'null';
  return text.replace(/\S+/g, (word) => word.split('..').map(withYear).join('..'));
}

function found(schedule: Schedule, id: string): string {
  const step = schedule.steps.find((candidate) => candidate.id === id);
  if (!step) return 'absent';
  if (step.from === null || step.to === null) return 'null';
  const days = step.from === step.to ? step.from : `${step.from}..${step.to}`;
  return `${days}${step.time ? ` @${step.time}` : ''}${step.missed ? ' missed' : ''}`;
}

test('the table holds sixty scenarios, every carrier, and a working for each', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(60);
  expect(new Set(scenarios.map(({ carrier }) => carrier))).toEqual(new Set(factData.ids));
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  for (const { name, working } of scenarios) expect(working?.length, name).toBeGreaterThan(20);
});

test.each(scenarios.map((scenario) => [`${scenario.carrier}: ${scenario.name}`, scenario] as const))(
  '%s',
  (_, scenario) => {
    const customer: Case = { ...scenario.case, carrier: scenario.carrier };
    const facts = lookUpFacts(customer, factData);
    const schedule = planSchedule(customer, facts, scenario.today);

    const wanted = Object.entries(scenario.expect).map(([id, text]) => `${id}: ${expected(text)}`);
    const got = Object.keys(scenario.expect).map((id) => `${id}: ${found(schedule, id)}`);
    expect(got).toEqual(wanted);

    expect(schedule.warnings.map(({ code }) => code).sort()).toEqual([...scenario.warnings].sort());
    if (scenario.plan?.costsMoreFrom !== undefined) {
      expect(schedule.plan.keepNumber?.costsMoreFrom).toBe(scenario.plan.costsMoreFrom);
    }
    if (scenario.plan?.latestCancellation !== undefined) {
      expect(schedule.plan.latestCancellation).toBe(scenario.plan.latestCancellation);
    }
    for (const id of schedule.steps.flatMap((step) => step.facts)) {
      expect(findFacts(facts, id).length, id).toBeGreaterThan(0);
    }
  },
);
