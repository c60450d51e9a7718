/** The checklist's context: first page, steps by phase, costs, questions and answers, sources. */
import type { Day } from '../case/types.ts';
import type { ChecklistView } from './checklist-types.ts';
import { factRows, faqViews, type RowContext } from './fact-rows.ts';
import {
  answersGiven,
  gravestWarning,
  namesOtherPhone,
  phoneLines,
  qrCodes,
  thingsToBring,
} from './first-page.ts';
import { youngMonths } from './flags.ts';
import { SourceList } from './source-list.ts';
import { phaseViews } from './step-views.ts';
import { timelineView } from './timeline-view.ts';
import type { CommonView, FillInputs, Ties } from './types.ts';
import { checklistWords, namesOf, stepOfPlan, urgentDates } from './urgent.ts';
import type { StepRow } from './visible-steps.ts';
import { scheduleStep, whenOfStep, windowsCostAlike } from './when.ts';

/** The stages of a plan without dates, in the order in which they come. */
const STAGES = [
  'decide-number',
  'contact-carrier',
  'book-shop',
  'move-accounts',
  'backup',
  'visit-save-month',
  'visit-keep-number',
  'apply-online',
  'apply-by-phone',
  'application-deadline',
  'parked-number-top-up',
  'moving-out-notice',
  'residence-card-return',
  'last-debit',
];

function stages(inputs: FillInputs): ChecklistView['stages'] {
  const words = checklistWords(inputs).timeline;
  return STAGES.flatMap((id) => {
    const step = stepOfPlan(inputs, id);
    const names = namesOf(words, id, inputs);
    if (!step || !names) return [];
    const when = whenOfStep(step, 'span', inputs);
    // As on the drawn line: what is past is told by its step alone.
    return when.missed ? [] : [{ id, when, zh: names.zh, ja: names.ja }];
  });
}

function instalmentsBeyond(
  inputs: FillInputs,
  timeline: ChecklistView['timeline'],
): Pick<ChecklistView, 'instalmentsBeyond' | 'lastInstalment'> {
  const last = scheduleStep(inputs, 'last-instalment');
  const beyond = last !== undefined && timeline !== null && (last.to === null || last.to > timeline.to);
  return { instalmentsBeyond: beyond, lastInstalment: last?.to ?? null };
}

/** The first day of the later window that costs one more period, where it is not its first. */
function costsMoreFrom({ schedule: { plan } }: FillInputs): Day | null {
  const day = plan.keepNumber?.costsMoreFrom ?? null;
  return day === plan.keepNumber?.from ? null : day;
}

function windows(inputs: FillInputs): ChecklistView['windows'] {
  const save = scheduleStep(inputs, 'visit-save-month');
  const keep =
    scheduleStep(inputs, 'visit-keep-number') ?? scheduleStep(inputs, 'application-deadline-keep-number');
  const when = (step: typeof save) => {
    const shown = step && !step.missed ? whenOfStep(step, 'days', inputs) : null;
    return shown && ['ask', 'line'].includes(shown.kind) ? null : shown;
  };
  const costAlike = windowsCostAlike(inputs);
  const both = { save: when(save), keep: costAlike ? null : when(keep) };
  return {
    any: both.save !== null || both.keep !== null,
    ...both,
    saveMissed: save?.missed ?? false,
    costAlike,
    costsMoreFrom: both.save?.to && both.keep?.to ? costsMoreFrom(inputs) : null,
  };
}

export function buildChecklistView(
  inputs: FillInputs,
  common: CommonView,
  rows: readonly StepRow[],
  ties: Ties,
): ChecklistView {
  const cited = new SourceList();
  const context: RowContext = { inputs, flags: common.is, ties, cited };
  const urgent = urgentDates(inputs);
  const timeline = timelineView(inputs, urgent);
  return {
    ...common,
    urgent,
    warning: gravestWarning(inputs, rows, ties),
    timeline,
    stories: new Set(timeline?.bars.map(({ story }) => story)).size,
    stages: timeline ? [] : stages(inputs),
    ...instalmentsBeyond(inputs, timeline),
    windows: windows(inputs),
    contract: {
      youngMonths: youngMonths(inputs.facts),
      fullMonthUntil: inputs.schedule.plan.fullMonthUntil,
      minimumTermEnds: scheduleStep(inputs, 'minimum-term-ends')?.to ?? null,
    },
    webCutOff: common.is.web ? (inputs.facts.schedule.webCutOff?.value ?? null) : null,
    bring: thingsToBring(inputs, common),
    papers: inputs.case.papers ?? [],
    qr: qrCodes(inputs.facts, common),
    phones: phoneLines(inputs),
    otherPhone: namesOtherPhone(inputs),
    // In the order of the page: sources are numbered where they are first cited.
    phases: phaseViews(rows, inputs, ties, cited),
    costs: factRows('costs', context),
    known: factRows('known', context),
    faq: faqViews(context),
    sources: cited.list(),
    answers: answersGiven(inputs),
  };
}
