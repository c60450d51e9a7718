/** The steps as the page shows them: dated, marked with what they stand on, tied to the memo. */
import type { ConfidenceWord } from '../facts/types.ts';
import { bookedVisit } from './booked-visit.ts';
import type { Mark, PhaseView, StepView, TieView } from './checklist-types.ts';
import { findFact, viewFact } from './fact-view.ts';
import type { SourceList } from './source-list.ts';
import type { FactView, FillInputs, Ties } from './types.ts';
import type { StepRow } from './visible-steps.ts';
import { scheduleStep, whenOf } from './when.ts';

/** More ids than these are printed as first and last. */
const TIES_SHOWN = 3;
/** Of one section, from this many on. */
const TIES_OF_SECTION = 3;

export function tieView(ids: readonly string[]): TieView | null {
  const [first] = ids;
  const last = ids.at(-1);
  if (first === undefined || last === undefined) return null;
  const together = ids.length >= TIES_OF_SECTION && ids.every((id) => id[0] === first[0]);
  return { ids: [...ids], span: together || ids.length > TIES_SHOWN ? { first, last } : null };
}

const RANK: Record<ConfidenceWord, number> = { official: 2, reported: 1, 'please-confirm': 0 };

/** As sure as the least sure of its facts; `cited` numbers the sources that it shows. */
export function markOf(facts: readonly FactView[], cited: SourceList): Mark | null {
  let [weakest] = facts;
  if (!weakest) return null;
  let stale = false;
  for (const fact of facts) {
    if (RANK[fact.word] < RANK[weakest.word]) weakest = fact;
    if (fact.stale) stale = true;
  }
  return { level: weakest.level, sources: cited.cite(facts), stale };
}

export interface NamedFacts {
  /** The one named first; null where the carrier has it not. */
  own: FactView | null;
  all: FactView[];
}

export function viewFacts(names: readonly string[], inputs: FillInputs): NamedFacts {
  const all: FactView[] = [];
  let own: FactView | null = null;
  for (const name of names) {
    const fact = findFact(inputs.facts, name);
    if (!fact) continue;
    const view = viewFact(fact, inputs.today);
    if (name === names[0]) own = view;
    all.push(view);
  }
  return { own, all };
}

const DEADLINE = 'application-deadline';

/** A step that is dated by the last day to apply is no surer than what is known of that day. */
function factsOf({ facts = [], schedule = '' }: StepRow, inputs: FillInputs): readonly string[] {
  const isBooked = bookedVisit(inputs)?.date !== undefined;
  const isDeadline = !isBooked && scheduleStep(inputs, schedule)?.id === DEADLINE;
  return isDeadline ? [...facts, 'schedule.deadline'] : facts;
}

function stepView(row: StepRow, number: number, inputs: FillInputs, ties: Ties, cited: SourceList): StepView {
  const { own: view, all } = viewFacts(factsOf(row, inputs), inputs);
  const memo = ties.memoOfStep[row.id] ?? [];
  return {
    id: row.id,
    number,
    phase: row.phase,
    memo,
    partial: `steps/${row.id}`,
    when: whenOf(row.inShop && isAtCounter(view, inputs) ? { ...row, moment: row.inShop } : row, inputs),
    mark: markOf(all, cited),
    fact: view,
    value: view?.value ?? null,
    sure: view !== null && view.word !== 'please-confirm',
    tie: tieView(memo),
  };
}

/** What is handed over stays at the counter; what the carrier surely does not want is thrown away at home. */
function isAtCounter(fact: FactView | null, { schedule: { plan } }: FillInputs): boolean {
  const isWanted = fact === null || fact.value !== false || fact.word === 'please-confirm';
  return isWanted && !plan.done && plan.channel === 'shop';
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
  rows.forEach((row, index) => {
    let phase = phases.at(-1);
    if (phase?.id !== row.phase) {
      const day = VISIT_PHASES.has(row.phase) ? (bookedVisit(inputs)?.date ?? null) : null;
      phase = { id: row.phase, partial: `phases/${row.phase}`, day, steps: [] };
      phases.push(phase);
    }
    phase.steps.push(stepView(row, index + 1, inputs, ties, cited));
  });
  return phases;
}
