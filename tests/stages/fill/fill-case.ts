/** Stages 1 to 4 for a case written in a test. */
import { templates } from '#templates';
import { emptyCase } from '../../../src/case/empty-case.ts';
import type { DocumentName, Edition } from '../../../src/case/types.ts';
import { validateCase } from '../../../src/case/validate-case.ts';
import { bundledData } from '../../../src/facts/carriers.ts';
import { lookUpFacts } from '../../../src/facts/look-up-facts.ts';
import { questionsByRule } from '../../../src/facts/questions.ts';
import { fillTemplate } from '../../../src/fill/fill-template.ts';
import type { View } from '../../../src/fill/types.ts';
import { buildView } from '../../../src/fill/view.ts';
import { planSchedule } from '../../../src/schedule/plan-schedule.ts';

export interface FillOptions {
  today?: string;
  edition?: Edition;
}

export function viewOf(
  input: object,
  { today = '2027-01-15', edition = 'personal' }: FillOptions = {},
): View {
  const checked = validateCase(input);
  if (!checked.value) throw new Error(JSON.stringify(checked.problems));
  const customer = emptyCase(checked.value, edition);
  const facts = lookUpFacts(customer, bundledData);
  const schedule = planSchedule(customer, facts, today);
  const questions = questionsByRule(facts, customer, today, bundledData);
  return buildView(customer, facts, schedule, { edition, today, templates, questions });
}

export function htmlOf(document: DocumentName, input: object, options: FillOptions = {}): string {
  return fillTemplate(document, viewOf(input, options), templates).html;
}

/** What a reader sees, tags gone, a space after each paragraph. */
export function textOf(document: DocumentName, input: object, options: FillOptions = {}): string {
  return htmlOf(document, input, options)
    .replace(/<rt>.*?<\/rt>/gu, '')
    .replace(/<\/(?:p|h\d|t[dh]|choice)>/gu, ' ')
    .replace(/<[^>]+>/gu, '')
    .replace(/\s+/gu, ' ');
}

export const carrierIds: string[] = (JSON.parse(bundledData.index) as { id: string }[]).map(({ id }) => id);

export const stepIds = (view: View): string[] =>
  view.checklist.phases.flatMap(({ steps }) => steps.map(({ id }) => id));

export const phaseIds = (input: object, options = {}): string[] =>
  viewOf(input, options).checklist.phases.map(({ id }) => id);

export const LEAVER = {
  carrier: 'ntt-docomo',
  reason: 'leaving-japan',
  departure: '2027-03-28',
  visit: { channel: 'shop' },
} as const;
