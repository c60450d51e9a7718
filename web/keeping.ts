/** Files that the page hands out beside the sheets, and the one that it reads. */
import { findSecret } from '../src/case/secrets.ts';
import type { Answers } from '../src/interview/questions.ts';
import type { ReportedProblem } from '../src/problem.ts';
import type { CheckedAnswers } from './check-answers.ts';
import { writeCalendarFile } from './day-list.ts';
import { find, make, say } from './elements.ts';
import { readAnswerFile, writeAnswerFile } from './kept-answers.ts';
import { isSure, notice, tell } from './messages.ts';

function hand(file: File): void {
  const address = URL.createObjectURL(file);
  make('a', { href: address, download: file.name }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Of a secret that was typed all the same nothing goes into the file; true where all went. */
export function keepAnswers(answers: Answers, { errors }: CheckedAnswers): boolean {
  const wrong = new Set(errors.map(({ path }) => path));
  const isSecret = ([path, value]: [string, unknown]) =>
    wrong.has(path) && findSecret(String(value)) !== null;
  const kept = [...answers].filter((answer) => !isSecret(answer));
  hand(writeAnswerFile(new Map(kept)));
  const isWhole = kept.length === answers.size;
  if (!isWhole) tell(say('kept-without'));
  return isWhole;
}

export async function handCalendar({ plan, errors }: CheckedAnswers): Promise<void> {
  if (plan === null) {
    tell(say('mistakes', { count: errors.length }));
    return;
  }
  try {
    hand(await writeCalendarFile(plan.customer, plan.schedule));
  } catch {
    tell(say('failed'));
  }
}

const NOTHING_READ: { answers: Answers; problems: ReportedProblem[] } = { answers: new Map(), problems: [] };

/** `replace` writes the answers into the form; nothing is asked where nothing would be lost. */
export async function loadAnswers(
  file: File,
  isUnkept: boolean,
  replace: (answers: Answers) => void,
): Promise<void> {
  const { answers, problems } = await readAnswerFile(file).catch(() => NOTHING_READ);
  if (answers.size === 0) {
    tell(say('foreign-file'));
    return;
  }
  if (isUnkept && !isSure('load-really')) return;
  replace(answers);
  tell(say('loaded'));
  // What the file says beside its answers stays until something is changed.
  const told = notice(problems);
  if (told) find('notices').prepend(told);
}
