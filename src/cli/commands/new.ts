import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tryWriting, writeWhole } from '../../batch/file-set.ts';
import { placeAnswer } from '../../case/set-answer.ts';
import { validateCase } from '../../case/validate-case.ts';
import { bundledData, getCarrier } from '../../facts/carriers.ts';
import { lookUpFacts } from '../../facts/look-up-facts.ts';
import type { Facts } from '../../facts/types.ts';
import { findPackage, nodeHost } from '../../host/node.ts';
import { writeCaseText } from '../../interview/case-text.ts';
import { knownFirst } from '../../interview/known-first.ts';
import { type Answers, nextQuestion } from '../../interview/questions.ts';
import { inputProblem, type Problem } from '../../problem.ts';
import { fillSentence, reportProblem } from '../../problem-sentence.ts';
import { planSchedule } from '../../schedule/plan-schedule.ts';
import { ask, both, message } from '../ask.ts';
import { EXIT_INPUT } from '../exit-codes.ts';
import { print } from '../output.ts';
import { finish, inFile } from '../report.ts';
import { suggestedCommand } from '../suggested-command.ts';

export async function runNew(file = 'case.yaml', options: { force?: boolean } = {}): Promise<number> {
  const hindrances = findHindrances(file, options.force === true);
  if (hindrances.length > 0) return finish(inFile(undefined, hindrances), false, {}, '');
  const answers = new Map<string, unknown>();
  let facts: Facts | null = null;
  const tellMistake = (path: string, answer: unknown) => findMistake(path, answer, answers);
  try {
    for (let next = nextQuestion(answers, facts); next; next = nextQuestion(answers, facts)) {
      answers.set(next.path, await ask(next, tellMistake));
      if (next.kind === 'carrier') {
        facts = getCarrier(String(answers.get('carrier'))) ?? null;
        if (facts) print(describeKnown(facts));
      }
    }
  } catch (error) {
    // Ctrl+C: nothing is written.
    if (error instanceof Error && error.name === 'ExitPromptError') return EXIT_INPUT;
    throw error;
  }
  const schema = pathToFileURL(`${findPackage()}/data/schema/case.schema.json`).href;
  const text = writeCaseText(answers, schema);
  const problems = writeWhole(file, text);
  // What has been answered is not lost.
  if (problems.length > 0) return finish(inFile(undefined, problems), false, {}, text);
  const words = fillSentence(message('written'), { file, command: suggestedCommand('generate', file) });
  return finish(inFile(file, findWarnings(answers)), false, {}, `${words.zhHans}\n${words.ja}\n`);
}

function findHindrances(file: string, isForced: boolean): Problem[] {
  if (existsSync(file) && !isForced) return [inputProblem('file-exists', { file })];
  if (/\.json$/iu.test(file)) return [inputProblem('new-case-is-yaml', { file })];
  // Without somebody who answers the first question would be asked for ever.
  return process.stdin.isTTY ? tryWriting(file) : [inputProblem('needs-terminal', {})];
}

function describeKnown(facts: Facts): string {
  const rows = knownFirst(facts).map(
    ({ zhHans, ja, confidence }) => `  ${zhHans}\n  ${ja} [${confidence}]\n`,
  );
  return rows.length === 0 ? '' : `${both(message('known'))}\n${rows.join('')}`;
}

/**
 * The first mistake that the others have not without this answer, in both languages. It may be told at another one:
 * that of a contract after the departure stands at the departure, which is asked before.
 */
function findMistake(path: string, answer: unknown, answers: Answers): string | null {
  const before = new Set(errorsIn(answers).map(nameOf));
  const problem = errorsIn(new Map([...answers, [path, answer]])).find((found) => !before.has(nameOf(found)));
  return problem ? both(reportProblem(problem).message) : null;
}

function checkedCase(answers: Answers) {
  let candidate: unknown = {};
  for (const [path, value] of answers) candidate = placeAnswer(candidate, path.split('.'), value);
  return validateCase(candidate);
}

function errorsIn(answers: Answers): Problem[] {
  return checkedCase(answers).problems.filter(({ severity }) => severity === 'error');
}

/** What `generate` would warn of by the days: it is easier to mend now. */
function findWarnings(answers: Answers): Problem[] {
  const { value, problems } = checkedCase(answers);
  if (value === null) return problems;
  return [...problems, ...planSchedule(value, lookUpFacts(value, bundledData), nodeHost().today()).warnings];
}

const nameOf = ({ code, path }: Problem): string => `${code} ${path}`;
