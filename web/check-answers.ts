/** In: the answers of the form. Out: a case, and what `generate` would say of it before it sets anything. */
import { followBooking } from '../src/calendar/follow-booking.ts';
import { placeAnswer } from '../src/case/set-answer.ts';
import type { Case } from '../src/case/types.ts';
import { validateCase } from '../src/case/validate-case.ts';
import { bundledData } from '../src/facts/carriers.ts';
import { lookUpFacts } from '../src/facts/look-up-facts.ts';
import { bookedVisit } from '../src/fill/booked-visit.ts';
import type { Answers } from '../src/interview/questions.ts';
import type { ReportedProblem } from '../src/problem.ts';
import { reportProblem } from '../src/problem-sentence.ts';
import { planSchedule } from '../src/schedule/plan-schedule.ts';
import type { Schedule } from '../src/schedule/types.ts';
import { EDITION } from './fields.ts';
import { words } from './words.ts';

export interface CheckedAnswers {
  input: unknown;
  /** Null where the answers have a mistake. */
  plan: { customer: Case; schedule: Schedule } | null;
  errors: ReportedProblem[];
  warnings: ReportedProblem[];
}

const INCOMPLETE = { severity: 'error', code: 'incomplete', message: words('incomplete') } as const;

/** `incomplete` are paths of fields that hold a part of an answer. */
export function checkAnswers(answers: Answers, incomplete: readonly string[], today: string): CheckedAnswers {
  const input = caseOf(answers);
  const { value, problems } = validateCase(input);
  const plan = incomplete.length > 0 ? null : value && { customer: value, schedule: planDays(value, today) };
  const parts = incomplete.map((path) => ({ ...INCOMPLETE, path }));
  const found = [...problems, ...(plan?.schedule.warnings ?? [])].map(reportProblem);
  const reported: ReportedProblem[] = [...parts, ...found];
  return {
    input,
    plan,
    errors: reported.filter(({ severity }) => severity === 'error'),
    warnings: reported.filter(({ severity }) => severity === 'warning'),
  };
}

/** With the day that is booked, as `kaiyaku schedule` tells it. */
function planDays(customer: Case, today: string): Schedule {
  const schedule = planSchedule(customer, lookUpFacts(customer, bundledData), today);
  return followBooking(schedule, bookedVisit({ case: customer, schedule, today }));
}

/** The edition is no answer of a case. */
function caseOf(answers: Answers): unknown {
  let input: unknown = {};
  for (const [path, value] of answers) {
    if (value !== null && path !== EDITION) input = placeAnswer(input, path.split('.'), value);
  }
  return input;
}
