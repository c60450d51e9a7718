/** The names that tables of a user's own may use: of the plan's steps, of warnings, accounts, questions and facts. */
import { templates } from '#templates';
import { problemSentences } from '#words';
import { ACCOUNTS } from '../case/known-ids.ts';
import { bundledData, listCarriers } from '../facts/carriers.ts';
import { lookUpFacts } from '../facts/look-up-facts.ts';
import type { Fact } from '../facts/types.ts';
import { listMoments } from '../fill/check-names.ts';
import type { TableNames } from '../fill/check-table.ts';
import type { TemplateProgram } from '../fill/types.ts';
import type { StepTable } from '../fill/visible-steps.ts';

interface Own {
  /** Templates of the checklist, the user's own over the package's. */
  checklist: Readonly<Record<string, TemplateProgram>>;
  /** The user's own, as far as they can be read. */
  steps: unknown;
  rows: unknown;
}

export function knownNames(own: Own): TableNames {
  const { checklist, memo } = templates.documents;
  const bundledSteps = (checklist.tables.steps as StepTable).steps;
  const { rows } = JSON.parse(bundledData.memoRules) as { rows: { id: string }[] };
  const ranked = rows.map(({ id }) => id);
  const moments = bundledSteps.flatMap(({ moment, inShop, otherwise }) => [moment, inShop, otherwise]);
  return {
    schedule: planned(bundledSteps),
    warnings: Object.keys(problemSentences),
    accounts: ACCOUNTS,
    moments: unique([...moments.filter((moment) => moment !== undefined), ...listMoments(own.checklist)]),
    steps: unique([...bundledSteps, ...stepsOf(own.steps)].map(({ id }) => id)),
    ranked,
    memo: unique([...ranked, ...rowIds(memo.tables.rows), ...rowIds(own.rows)]),
    ...namedFacts(),
  };
}

/** The steps of the plan: the package's own table names each of them, to date a step or as a condition. */
function planned(steps: StepTable['steps']): string[] {
  const terms = steps.flatMap(({ when }) => when).flatMap((condition) => condition.split('|'));
  const asked = terms.flatMap((term) => /^!*schedule:(.+)$/u.exec(term)?.[1] ?? []);
  return unique([...steps.flatMap(({ schedule }) => schedule?.split('|') ?? []), ...asked]);
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

const fieldOf = (table: unknown, name: string): unknown =>
  typeof table === 'object' && table !== null ? (table as Record<string, unknown>)[name] : undefined;

const rowIds = (table: unknown): string[] => Object.keys(fieldOf(table, 'rows') ?? {});

function stepsOf(table: unknown): { id: string }[] {
  const steps = fieldOf(table, 'steps');
  return Array.isArray(steps) ? steps.map((step) => ({ id: String(fieldOf(step, 'id')) })) : [];
}

/** By path, by a list or the value of an entry in it (`documents.*`, `cautions=options`), or by a general rule and a value. */
function namedFacts(): Pick<TableNames, 'facts' | 'values'> {
  const names = new Set<string>();
  const values = new Map<string, string[]>();
  const add = ({ path, value }: Fact): void => {
    names.add(path);
    const [, list] = /^(.+)\.\d+$/u.exec(path) ?? [];
    if (list !== undefined) names.add(`${list}.*`).add(`${list}=${value}`);
    else values.set(path, [...(values.get(path) ?? []), ...valuesBeside(value)]);
  };
  for (const { id } of listCarriers()) {
    const { facts, general } = lookUpFacts({ carrier: id }, bundledData);
    Object.values(facts).forEach(add);
    for (const [rule, told] of Object.entries(general))
      for (const { value } of told.facts) names.add(`${rule}/${value}`);
  }
  return { facts: [...names], values };
}

/** Who asks for no may be right where all that is known is yes. */
const valuesBeside = (value: Fact['value']): string[] =>
  typeof value === 'boolean' ? ['true', 'false'] : [String(value)];
