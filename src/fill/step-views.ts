/** The steps as the page shows them: dated, marked with what they stand on, tied to the memo. */
import type { ConfidenceWord, Fact } from '../facts/types.ts';
import { bookedVisit } from './booked-visit.ts';
import type { Mark, PhaseView, StepView, TieView } from './checklist-types.ts';
import { findFact, viewFact } from './fact-view.ts';
import { channelOf } from './flags.ts';
import type { SourceList } from './source-list.ts';
import type { FactView, FillInputs, Ties } from './types.ts';
import { numberSteps, type StepRow } from './visible-steps.ts';
import { whenOf } from './when.ts';

/** More ids than these are printed as first and last. */
const TIES_SHOWN = 3;
/** Of one section, from this many on. */
const TIES_OF_SECTION = 3;
/** More source numbers than these crowd the column. */
const SOURCES_SHOWN = 2;

export function tieView(ids: readonly string[]): TieView | null {
  const [first] = ids;
  const last = ids.at(-1);
  if (first === undefined || last === undefined) return null;
  const together = ids.length >= TIES_OF_SECTION && ids.every((id) => id[0] === first[0]);
  return { ids: [...ids], span: together || ids.length > TIES_SHOWN ? { first, last } : null };
}

const RANK: Record<ConfidenceWord, number> = { official: 2, reported: 1, 'please-confirm': 0 };

/** As sure as the least sure of its facts. */
export function markOf(facts: readonly FactView[]): Mark | null {
  const [first, ...others] = facts;
  if (!first) return null;
  const weakest = others.reduce((low, fact) => (RANK[fact.word] < RANK[low.word] ? fact : low), first);
  const sources = [...new Set(facts.flatMap((fact) => fact.sources))].sort((a, b) => a - b);
  return {
    level: weakest.level,
    sources: sources.slice(0, SOURCES_SHOWN),
    stale: facts.some((fact) => fact.stale),
  };
}

export function factViews(names: readonly string[], inputs: FillInputs, cited: SourceList): FactView[] {
  return names
    .map((name) => findFact(inputs.facts, name))
    .filter((fact): fact is Fact => fact !== undefined)
    .map((fact) => viewFact(fact, inputs.today, cited));
}

function stepView(row: StepRow, number: number, inputs: FillInputs, ties: Ties, cited: SourceList): StepView {
  const [own] = row.facts ?? [];
  const fact = own ? findFact(inputs.facts, own) : undefined;
  const view = fact ? viewFact(fact, inputs.today, cited) : null;
  const memo = ties.memoOfStep[row.id] ?? [];
  return {
    id: row.id,
    number,
    phase: row.phase,
    memo,
    partial: `steps/${row.id}`,
    when: whenOf(row.inShop && isAtCounter(view, inputs) ? { ...row, moment: row.inShop } : row, inputs),
    mark: markOf(factViews(row.facts ?? [], inputs, cited)),
    fact: view,
    value: view?.value ?? null,
    sure: view !== null && view.word !== 'please-confirm',
    tie: tieView(memo),
  };
}

/** What is handed over stays at the counter; what the carrier surely does not want is thrown away at home. */
function isAtCounter(fact: FactView | null, { case: customer, facts, schedule, today }: FillInputs): boolean {
  const isWanted = fact === null || fact.value !== false || fact.word === 'please-confirm';
  return isWanted && !schedule.plan.done && channelOf(customer, facts, today) === 'shop';
}

/** Phases whose steps are done on the day of the visit. */
const VISIT_PHASES = new Set(['shop-day', 'web-day', 'phone-day']);

export function phaseViews(
  rows: readonly StepRow[],
  inputs: FillInputs,
  ties: Ties,
  cited: SourceList,
): PhaseView[] {
  const phases: PhaseView[] = [];
  const numbered = numberSteps(rows);
  rows.forEach((row, index) => {
    let phase = phases.at(-1);
    if (phase?.id !== row.phase) {
      const day = VISIT_PHASES.has(row.phase) ? (bookedVisit(inputs)?.date ?? null) : null;
      phase = { id: row.phase, partial: `phases/${row.phase}`, day, steps: [] };
      phases.push(phase);
    }
    phase.steps.push(stepView(row, numbered[index]?.number ?? 0, inputs, ties, cited));
  });
  return phases;
}
