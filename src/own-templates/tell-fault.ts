import { nearest } from '../case/nearest.ts';
import { faultOf, inputProblem, type Problem } from '../problem.ts';

const LONGEST_REASON = 300;

/** What was thrown of a file, or is told of it. */
export function problemIn(file: string, error: Error): Problem {
  const fault = faultOf(error);
  if (!fault) {
    const reason = error.message.replace(/\s+/gu, ' ').slice(0, LONGEST_REASON);
    return inputProblem('template-not-readable', { file, reason });
  }
  const { code, values, place, found, known = [] } = fault;
  const near = found === undefined ? null : nearest(found, known);
  const hint = near === null || near === found ? {} : { hint: near };
  if (values.reason !== undefined) return { ...inputProblem(code, { file, ...values }), ...hint };
  // Of a value in a table the place is a path, of all else a line.
  const mark = file.endsWith('.json') ? ': ' : ':';
  const path = place === undefined ? file : `${file}${mark}${place}`;
  return { severity: 'error', code, path, values, ...hint };
}
