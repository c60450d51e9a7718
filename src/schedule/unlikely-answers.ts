/** Days that the clerk gave, or of the contract, in an order that can't be: a wrong year would move the plan unseen. */
import type { Day } from '../case/types.ts';
import type { Problem } from '../problem.ts';
import type { Frame } from './frame.ts';

/** `ends`: the line's end by the plan, which counts where it rests on a day of the case and not on today. */
export function unlikelyAnswers({ customer, facts, today }: Frame, ends: Day | null): Problem[] {
  const { answers, visit, line } = customer;
  const procedure = limitOf('visit', visit?.date);
  const lineEnd = limitOf('line-end', answers?.lineEnds ?? (visit?.date === undefined ? null : ends));
  // Who paid beforehand may have the last debit behind him, and instalments may end with the month of the procedure.
  const debited = facts.lastMonth.value === 'prepaid' ? procedure : (lineEnd ?? procedure);
  const problems = [
    tooEarly('lineEnds', answers?.lineEnds, procedure),
    tooEarly('lastDebit', answers?.lastDebit, debited),
    tooEarly('accountOpenUntil', answers?.accountOpenUntil, debited),
    tooEarly('instalmentsUntil', answers?.instalmentsUntil, procedure),
    afterToday(line?.contractStart, today),
  ];
  return problems.filter((problem) => problem !== null);
}

interface Limit {
  event: 'line-end' | 'visit';
  day: Day;
}

const limitOf = (event: Limit['event'], day: Day | null | undefined): Limit | null =>
  day ? { event, day } : null;

function tooEarly(answer: string, found: Day | undefined, limit: Limit | null): Problem | null {
  if (found === undefined || limit === null || found >= limit.day) return null;
  const values = { answer, found, event: limit.event, other: limit.day };
  return { severity: 'warning', code: 'answer-too-early', path: `answers.${answer}`, values };
}

function afterToday(found: Day | undefined, today: Day): Problem | null {
  if (found === undefined || found <= today) return null;
  return {
    severity: 'warning',
    code: 'contract-after-today',
    path: 'line.contractStart',
    values: { found, other: today },
  };
}
