import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { checkbox, input, search, select } from '@inquirer/prompts';
import { fieldLabels, interviewMessages, optionLabels } from '#interview-words';
import { writeWhole } from '../../batch/file-set.ts';
import { nearest } from '../../case/nearest.ts';
import { placeAnswer } from '../../case/set-answer.ts';
import { validateCase } from '../../case/validate-case.ts';
import { getCarrier, listCarriers } from '../../facts/carriers.ts';
import type { Facts } from '../../facts/types.ts';
import { findPackage } from '../../host/node.ts';
import { inputProblem, type Problem, type Sentence } from '../../problem.ts';
import { fillSentence, reportProblem } from '../../problem-sentence.ts';
import { writeCaseText } from '../case-text.ts';
import { EXIT_INPUT } from '../exit-codes.ts';
import { nextQuestion, type Question } from '../interview.ts';
import { print } from '../output.ts';
import { finish, inFile } from '../report.ts';

const SKIP = '';

export async function runNew(file = 'case.yaml', options: { force?: boolean } = {}): Promise<number> {
  const hindrance = findHindrance(file, options.force === true);
  if (hindrance) return finish(inFile(undefined, [hindrance]), false, {}, '');
  const answers = new Map<string, unknown>();
  let facts: Facts | null = null;
  try {
    for (let next = nextQuestion(answers, facts); next; next = nextQuestion(answers, facts)) {
      answers.set(next.path, await ask(next, answers));
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
  const problems = writeWhole(file, writeCaseText(answers, schema));
  if (problems.length > 0) return finish(inFile(undefined, problems), false, {}, '');
  const words = fillSentence(message('written'), { file, command: `kaiyaku generate ${file}` });
  print(`${words.zhHans}\n${words.ja}\n`);
  return 0;
}

function findHindrance(file: string, isForced: boolean): Problem | null {
  if (existsSync(file) && !isForced) return inputProblem('file-exists', { file });
  if (/\.json$/iu.test(file)) return inputProblem('new-case-is-yaml', { file });
  // Without somebody who answers the first question would be asked for ever.
  return process.stdin.isTTY ? null : inputProblem('needs-terminal', {});
}

/** What decides where to go and what it costs, as far as it is known. */
const KNOWN_FIRST = [
  'channels.shop',
  'channels.web',
  'channels.phone',
  'billing.lastMonthCharge',
  'billing.closingDay',
];

function describeKnown({ facts }: Facts): string {
  const rows = KNOWN_FIRST.flatMap((path) => {
    const fact = facts[path];
    return fact ? [`  ${fact.zhHans}\n  ${fact.ja} [${fact.confidence}]\n`] : [];
  });
  return rows.length === 0 ? '' : `${both(message('known'))}\n${rows.join('')}`;
}

async function ask(question: Question, answers: ReadonlyMap<string, unknown>): Promise<unknown> {
  const label = both(fieldLabels[question.path] ?? { zhHans: question.path, ja: question.path });
  const skip = { name: both(message('skip')), value: SKIP };
  switch (question.kind) {
    case 'carrier':
      return search({ message: label, source: findCarriers });
    case 'one':
      return numberOrText(
        await select({ message: label, choices: [...optionsOf(question.path), skip], pageSize: 12 }),
      );
    case 'many': {
      const chosen = await checkbox({ message: label, choices: optionsOf(question.path), pageSize: 20 });
      return chosen.length === 0 ? null : chosen;
    }
    case 'yes-no': {
      const choices = [
        { name: both(message('yes')), value: 'true' },
        { name: both(message('no')), value: 'false' },
        skip,
      ];
      const chosen = await select({ message: label, choices });
      return chosen === SKIP ? null : chosen === 'true';
    }
    default: {
      const hint = question.kind === 'date' ? ` (${both(message('date-form'))})` : '';
      const validate = (text: string) => findMistake(question.path, text, answers) ?? true;
      return orNull(await input({ message: `${label}${hint}`, validate }));
    }
  }
}

/**
 * The first mistake that the others have not without this answer, in both languages. It may be told at another one:
 * that of a contract after the departure stands at the departure, which is asked before.
 */
function findMistake(path: string, text: string, answers: ReadonlyMap<string, unknown>): string | null {
  if (text.trim() === '') return null;
  const before = new Set(errorsIn(answers).map(nameOf));
  const problem = errorsIn(new Map([...answers, [path, text.trim()]])).find(
    (found) => !before.has(nameOf(found)),
  );
  return problem ? both(reportProblem(problem).message) : null;
}

function errorsIn(answers: ReadonlyMap<string, unknown>): Problem[] {
  let candidate: unknown = {};
  for (const [path, value] of answers) candidate = placeAnswer(candidate, path.split('.'), value);
  return validateCase(candidate).problems.filter(({ severity }) => severity === 'error');
}

const nameOf = ({ code, path }: Problem): string => `${code} ${path}`;

function findCarriers(term: string | undefined): { name: string; value: string }[] {
  const wanted = (term ?? '').toLowerCase();
  const found = listCarriers()
    .map(({ id, names }) => ({ name: `${id}  ${names.zhHans} / ${names.ja}`, value: id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
  // Of `docomo` and a brand beside it, the one that is named.
  const meant = nearest(
    wanted,
    found.map(({ value }) => value),
  );
  return found.sort((a, b) => Number(b.value === meant) - Number(a.value === meant));
}

function optionsOf(path: string): { name: string; value: string }[] {
  return Object.entries(optionLabels[path] ?? {}).map(([value, label]) => ({ name: both(label), value }));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Closing days are numbers in the case file; a shop called 109 is none. */
function numberOrText(option: string): string | number | null {
  return /^\d{1,2}$/u.test(option) ? Number(option) : orNull(option);
}

function message(id: string): Sentence {
  const found = interviewMessages[id];
  if (!found) throw new Error(`no words for ${id} in templates/words/interview.json`);
  return found;
}

function both({ zhHans, ja }: Sentence): string {
  return zhHans === ja ? zhHans : `${zhHans} / ${ja}`;
}
