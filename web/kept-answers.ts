/** Answers as a case file of the customer's own, which the command line reads too. */
import { answerPaths } from '../src/case/case-fields.ts';
import { isMapping } from '../src/case/is-mapping.ts';
import { readCaseText } from '../src/case/read-case-text.ts';
import { tidyAnswers } from '../src/case/tidy-answers.ts';
import { validateCase } from '../src/case/validate-case.ts';
import { writeCaseText } from '../src/interview/case-text.ts';
import type { Answers } from '../src/interview/questions.ts';
import type { ReportedProblem } from '../src/problem.ts';
import { reportProblem } from '../src/problem-sentence.ts';
import { EDITION } from './fields.ts';

/** Nothing of the person stands in the name. */
export function writeAnswerFile(answers: Answers): File {
  const own = new Map([...answers].filter(([path]) => path !== EDITION));
  const name = `kaiyaku-${answers.get('carrier') ?? 'case'}.yaml`;
  return new File([writeCaseText(own)], name, { type: 'application/yaml' });
}

/** With every mistake in the file: a field for days, say, can't show one that is none. */
export async function readAnswerFile(file: File): Promise<{ answers: Answers; problems: ReportedProblem[] }> {
  const read = readCaseText(new Uint8Array(await file.arrayBuffer()), file.name, []);
  const input = tidyAnswers(read.value);
  const answers = new Map<string, unknown>();
  for (const path of answerPaths()) {
    const answer = answerAt(input, path);
    if (answer !== undefined) answers.set(path, answer);
  }
  const problems = read.value === null ? read.problems : validateCase(read.value).problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { answers, problems: errors.map(reportProblem) };
}

function answerAt(input: unknown, path: string): unknown {
  let value = input;
  for (const key of path.split('.')) value = isMapping(value) ? value[key] : undefined;
  return value;
}
