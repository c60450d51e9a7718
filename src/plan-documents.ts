/**
 * The beginning of the pipeline: stages 1 to 3, and the view that the templates are filled from.
 * In: anything, the host's data and day, and what is asked for. Out: a plan, or the Problems that hinder it.
 */
import { templates as bundledTemplates } from '#templates';
import { checkOptions } from './case/check-options.ts';
import { emptyCase } from './case/empty-case.ts';
import type { Case, DocumentName, Edition, Paper } from './case/types.ts';
import { validateCase } from './case/validate-case.ts';
import { bundledData } from './facts/carriers.ts';
import { findStaleFacts } from './facts/confidence.ts';
import { lookUpFacts } from './facts/look-up-facts.ts';
import { questionsByRule } from './facts/questions.ts';
import type { Facts } from './facts/types.ts';
import type { TemplateSet, View } from './fill/types.ts';
import { buildView } from './fill/view.ts';
import { fromTemplates, type OwnTemplates } from './from-templates.ts';
import type { Host } from './host/types.ts';
import { hasErrors, type Problem } from './problem.ts';
import { planSchedule } from './schedule/plan-schedule.ts';
import type { Schedule } from './schedule/types.ts';

export interface PlanOptions {
  /** `YYYY-MM-DD`; without it the host's day in Japan. */
  today?: string;
  documents?: DocumentName[];
  edition?: Edition;
  paper?: Paper;
  large?: boolean;
  fillable?: boolean;
  /** Told as each stage ends. */
  onStage?: (stage: string) => void;
}

type PlanSettings = PlanOptions & OwnTemplates;

export interface Plan {
  case: Case;
  facts: Facts;
  schedule: Schedule;
  view: View;
  documents: DocumentName[];
  templates: TemplateSet;
  today: string;
  edition: Edition;
}

export function planDocuments(
  input: unknown,
  host: Host,
  options: PlanSettings,
): { plan: Plan | null; problems: Problem[] } {
  const checked = validateCase(input);
  const problems = [...checkOptions(options), ...checked.problems];
  if (!checked.value || hasErrors(problems)) return { plan: null, problems };
  options.onStage?.('case');
  const edition = options.edition ?? 'personal';
  const customer = withPrint(emptyCase(checked.value, edition), options);
  const today = options.today ?? host.today();
  const facts = lookUpFacts(customer, bundledData);
  problems.push(...findStaleFacts(facts, today));
  options.onStage?.('facts');
  const schedule = planSchedule(customer, facts, today);
  problems.push(...schedule.warnings);
  options.onStage?.('schedule');
  const templates = options.templates?.set ?? bundledTemplates;
  const questions = questionsByRule(facts, customer, today, bundledData);
  const given = { edition, today, templates, questions };
  const view = fromTemplates('*.json', options, problems, () => buildView(customer, facts, schedule, given));
  if (view === null) return { plan: null, problems };
  options.onStage?.('fill');
  const documents = options.documents ?? wantedDocuments(customer, facts);
  return { plan: { case: customer, facts, schedule, view, documents, templates, today, edition }, problems };
}

/** An option wins over the case. */
function withPrint(customer: Case, { paper, large, fillable }: PlanSettings): Case {
  const print = {
    ...customer.print,
    ...(paper === undefined ? {} : { paper }),
    ...(large === undefined ? {} : { large }),
    ...(fillable === undefined ? {} : { fillable }),
  };
  return Object.keys(print).length === 0 ? customer : { ...customer, print };
}

/** Who sends somebody gets the letter too, where the carrier is known to take one. */
function wantedDocuments({ holder }: Case, { facts }: Facts): DocumentName[] {
  const sends = holder?.visitor === 'family' || holder?.visitor === 'proxy';
  return sends && facts.proxy ? ['checklist', 'memo', 'letter'] : ['checklist', 'memo'];
}
