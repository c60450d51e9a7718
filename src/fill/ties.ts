/** The numbers that tie checklist and memo. A question row that no step names is our error: the build fails on it. */
import type { Ties, VisibleQuestion, VisibleStep } from './types.ts';

/** In the table of steps: all questions that are asked. */
export const EVERY_QUESTION = '*';

/** `complete` is false after the visit, when the steps of the visit are no longer printed. */
export function tieDocuments(
  steps: readonly VisibleStep[],
  questions: readonly VisibleQuestion[],
  complete = true,
): Ties {
  const order = new Map(questions.map((question, index) => [question.id, index]));
  const memoOfStep: Record<string, string[]> = {};
  const stepOfQuestion: Record<string, number> = {};
  const all = questions.filter(({ pointsBack }) => pointsBack).map(({ id }) => id);
  let last: number | undefined;
  for (const step of steps) {
    if (step.memo.includes(EVERY_QUESTION)) {
      memoOfStep[step.id] = all;
      last = step.number;
      continue;
    }
    const printed = step.memo.filter((id) => order.has(id));
    printed.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    memoOfStep[step.id] = printed;
    // Where several steps name a question, it points to the last of them.
    for (const id of printed) stepOfQuestion[id] = step.number;
  }
  for (const id of all) {
    // A question of no other step belongs to the step at which all are asked.
    const number = stepOfQuestion[id] ?? last;
    if (number === undefined) {
      if (complete) throw new Error(`memo question ${id} is named by no step of the checklist`);
      continue;
    }
    stepOfQuestion[id] = number;
  }
  return { memoOfStep, stepOfQuestion };
}
