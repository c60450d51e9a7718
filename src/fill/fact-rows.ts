/** The costs table, what else is known of the carrier, and the questions that leavers ask: facts as rows. */
import { mayPrintZeroYen } from '../facts/confidence.ts';
import type { Fact } from '../facts/types.ts';
import type { FactRowView, FaqView } from './checklist-types.ts';
import { conditionsHold } from './conditions.ts';
import { findFact, viewFact } from './fact-view.ts';
import type { SourceList } from './source-list.ts';
import { markOf, tieView, viewFacts } from './step-views.ts';
import type { FillInputs, Flags, Ties } from './types.ts';

/** A row of templates/checklist/rows.json. */
interface FactRow {
  id: string;
  /** Name of the fact; `cautions.*` makes a row of each entry, and without a name nothing is known. */
  fact?: string;
  when?: string[];
  memo?: string[];
  /** Printed even where nothing is known: the answer is to be asked. */
  always?: boolean;
}

interface FaqRow {
  id: string;
  when: string[];
  facts?: string[];
  memo?: string[];
}

export interface RowContext {
  inputs: FillInputs;
  flags: Flags;
  ties: Ties;
  cited: SourceList;
}

/** A zero that stands by itself, as in "0 yen"; not that of 10, 0120 or 1,100. */
const BARE_ZERO = /(?:^|[^\d,.:-])0(?![\d,.:-])/u;

function isPrintable(fact: Fact, { inputs }: RowContext): boolean {
  if (fact.value !== 0 || mayPrintZeroYen(inputs.facts, fact.path, inputs.today)) return true;
  return !BARE_ZERO.test(fact.zhHans) && !BARE_ZERO.test(fact.ja);
}

function rowOf(row: FactRow, fact: Fact | undefined, context: RowContext): FactRowView {
  const view = fact ? viewFact(fact, context.inputs.today) : null;
  const asked = (row.memo ?? []).filter((id) => context.ties.stepOfQuestion[id] !== undefined);
  return {
    id: row.id,
    partial: `rows/${row.id}`,
    fact: view,
    printable: fact === undefined || isPrintable(fact, context),
    mark: view && markOf([view], context.cited),
    tie: tieView(asked),
    rows: 1,
    more: false,
  };
}

/** What is said under one label has it once. */
function shareLabels(rows: FactRowView[]): FactRowView[] {
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const [above, row] = [rows[index - 1]!, rows[index]!];
    if (above.partial !== row.partial) continue;
    above.rows = row.rows + 1;
    row.more = true;
  }
  return rows;
}

export function factRows(list: 'costs' | 'known', context: RowContext): FactRowView[] {
  const { inputs, flags } = context;
  const table = (inputs.templates.documents.checklist.tables.rows as Record<string, FactRow[]>)[list] ?? [];
  const rows = table.flatMap((row) => {
    if (!conditionsHold(row.when ?? [], inputs, flags)) return [];
    if (row.fact === undefined) return row.always ? [rowOf(row, undefined, context)] : [];
    if (row.fact.endsWith('.*')) {
      const prefix = row.fact.slice(0, -1);
      const entries = Object.values(inputs.facts.facts).filter(
        (fact) => fact.path.startsWith(prefix) && !fact.path.slice(prefix.length).includes('.'),
      );
      return entries.map((fact) => rowOf(row, fact, context));
    }
    const fact = findFact(inputs.facts, row.fact);
    return fact || row.always ? [rowOf(row, fact, context)] : [];
  });
  return shareLabels(rows);
}

export function faqViews(context: RowContext): FaqView[] {
  const { inputs, flags, ties, cited } = context;
  const table = inputs.templates.documents.checklist.tables.faq as FaqRow[];
  return table
    .filter((row) => conditionsHold(row.when, inputs, flags))
    .map((row) => {
      const { own, all } = viewFacts(row.facts ?? [], inputs);
      return {
        id: row.id,
        partial: `faq/${row.id}`,
        fact: own,
        mark: markOf(all, cited),
        tie: tieView((row.memo ?? []).filter((id) => ties.stepOfQuestion[id] !== undefined)),
      };
    });
}
