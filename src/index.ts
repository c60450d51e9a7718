/** What the package offers where there is no Node: re-exports only. `generate` needs `options.host`. */
export type * from './case/types.ts';
export { validateCase } from './case/validate-case.ts';
export { getCarrier, listCarriers } from './facts/carriers.ts';
export type * from './facts/types.ts';
export { memoryHost } from './host/memory.ts';
export type { Host } from './host/types.ts';
export { characterSpacing } from './line/character-spacing.ts';
export { lineBreakOpportunities } from './line/opportunity.ts';
export type { Spacing } from './line/types.ts';
export type { Checked, Problem, ReportedProblem, Sentence, Severity } from './problem.ts';
export { reportProblem } from './problem-sentence.ts';
export type { Rendered, RenderedDocument, RenderOptions } from './render.ts';
export { render as generate } from './render.ts';
export { planSchedule } from './schedule/plan-schedule.ts';
export type { Anchor, Schedule, ScheduleStep, StepSeverity } from './schedule/types.ts';
