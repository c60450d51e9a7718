/**
 * Stage 4, fill: the view. In: case, facts, schedule. Out: plain data, one context a document, ties included.
 * Refuses to decide: wording and layout; templates and sheets do.
 */
import type { Case, Day, Edition } from '../case/types.ts';
import type { Facts, MemoQuestion } from '../facts/types.ts';
import type { Schedule } from '../schedule/types.ts';
import { buildChecklistView } from './checklist-view.ts';
import { buildCommonView } from './common-view.ts';
import { buildLetterView } from './letter-view.ts';
import { buildMemoView } from './memo-view.ts';
import { planQuestions, visibleQuestions } from './questions.ts';
import { tieDocuments } from './ties.ts';
import type { FillInputs, TemplateSet, View } from './types.ts';
import { numberSteps, visibleRows } from './visible-steps.ts';

export interface ViewOptions {
  edition: Edition;
  today: Day;
  templates: TemplateSet;
  /** Rows of the memo that stand for this case (facts stage). */
  questions: MemoQuestion[];
}

export function buildView(customer: Case, facts: Facts, schedule: Schedule, options: ViewOptions): View {
  const inputs: FillInputs = { case: customer, facts, schedule, ...options };
  const common = buildCommonView('checklist', inputs);
  const rows = visibleRows(inputs, common.is);
  const questions = planQuestions(inputs, common.is);
  const ties = tieDocuments(numberSteps(rows), visibleQuestions(questions, inputs), !common.is.done);
  return {
    checklist: buildChecklistView(inputs, common, rows, ties),
    memo: buildMemoView(inputs, { ...common, document: 'memo' }, questions, ties),
    letter: buildLetterView(inputs, { ...common, document: 'letter' }),
  };
}
