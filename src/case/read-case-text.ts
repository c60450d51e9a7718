/** In: a case file and the answers of `--set`. Out: plain data with the answers in it, or every Problem. */
import type { Checked } from '../problem.ts';
import { parseCase } from './parse-case.ts';
import { setAnswer } from './set-answer.ts';

export function readCaseText(
  source: string | Uint8Array,
  fileName: string,
  assignments: readonly string[],
): Checked<unknown> {
  const parsed = parseCase(source, fileName);
  // A case may be given by `--set` alone: an empty file is then a form to fill.
  const isForm = assignments.length > 0 && parsed.problems[0]?.code === 'empty-case';
  if (isForm) return setAnswers({}, assignments);
  return parsed.value === null ? parsed : setAnswers(parsed.value, assignments);
}

/** One after another; the input stays as it is. */
export function setAnswers(input: unknown, assignments: readonly string[]): Checked<unknown> {
  let value = input;
  const problems: Checked<unknown>['problems'] = [];
  for (const assignment of assignments) {
    const answered = setAnswer(value, assignment);
    value = answered.value;
    problems.push(...answered.problems);
  }
  return { value: problems.length > 0 ? null : value, problems };
}
