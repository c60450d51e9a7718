/** Problems of a page, as its reader knows the place: the answer that a text comes from, or the document. */
import { findAnswer, findLongAnswer } from './case/find-answer.ts';
import type { Case, DocumentName } from './case/types.ts';
import type { Problem, ReportedProblem } from './problem.ts';
import { reportProblem } from './problem-sentence.ts';

/** What a page says of a text is said of the answer that it comes from, all else of the document. */
export function placeProblem(problem: Problem, document: DocumentName, customer: Case): Problem {
  const { path } = problem;
  if (path !== '') return { ...problem, path: `${document}: ${path}` };
  return { ...problem, path: answerOf(problem, customer) || document };
}

function answerOf({ code, values }: Problem, customer: Case): string {
  if (code === 'box-too-tall') return findLongAnswer(customer);
  const text = values?.character ?? values?.text;
  return typeof text === 'string' ? findAnswer(customer, text) : '';
}

/** Two documents come to the same Problem twice. */
export function reportOnce(problems: readonly Problem[]): ReportedProblem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()].map(reportProblem);
}
