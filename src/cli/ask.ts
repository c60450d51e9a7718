/** Asks one question of the interview in the terminal, in both languages. */
import { checkbox, input, search, select } from '@inquirer/prompts';
import { fieldLabels, interviewMessages, optionLabels } from '#interview-words';
import { type AnswerKind, day, email, phone, time } from '../case/answer-kinds.ts';
import { kindAt } from '../case/case-fields.ts';
import { tidyAnswer } from '../case/tidy-answers.ts';
import type { Question } from '../interview/questions.ts';
import type { Sentence } from '../problem.ts';
import { findCarriers } from './find-carriers.ts';

const SKIP = '';

/** What is wrong with an answer, in both languages; null where nothing is. */
type FindMistake = (path: string, answer: unknown) => string | null;

/** Null where the question is left for the pen. */
export async function ask(question: Question, findMistake: FindMistake): Promise<unknown> {
  const { path, kind } = question;
  const label = both(fieldLabels[path] ?? { zhHans: path, ja: path });
  const skip = { name: say('skip'), value: SKIP };
  const theme = withKeys('keys-one');
  switch (kind) {
    case 'carrier':
      return askCarrier(label);
    case 'one': {
      const choices = [...optionsOf(path), skip];
      return numberOrText(await select({ message: label, choices, pageSize: 12, theme }));
    }
    case 'many': {
      const choices = optionsOf(path);
      const many = { message: label, choices, pageSize: 20, theme: withKeys('keys-many') };
      const chosen = await checkbox(many);
      return chosen.length === 0 ? null : chosen;
    }
    case 'yes-no': {
      const choices = [{ name: say('yes'), value: 'true' }, { name: say('no'), value: 'false' }, skip];
      const chosen = await select({ message: label, choices, theme });
      return chosen === SKIP ? null : chosen === 'true';
    }
    default: {
      const hint = say(kind === 'date' ? 'date-form' : 'skip-by-enter');
      const validate = (text: string) => {
        const answer = readTyped(text, path);
        return answer === null ? true : (findMistake(path, answer) ?? true);
      };
      return readTyped(await input({ message: `${label} (${hint})`, validate }), path);
    }
  }
}

interface Offer {
  id: string;
  /** What had been typed when it was offered. */
  term: string;
}

/** Enter may come with a pasted text, before the list does that the text calls for: then its first is the answer. */
async function askCarrier(message: string): Promise<string> {
  for (;;) {
    let typed = '';
    const chosen = await search<Offer>({
      message,
      source: (term = '') => {
        typed = term;
        return findCarriers(term).map(({ id, name }) => ({ name, value: { id, term } }));
      },
      theme: { style: { ...withKeys('keys-carrier').style, error: () => say('no-carrier') } },
    });
    if (chosen.term === typed) return chosen.id;
    const [first] = findCarriers(typed);
    if (first !== undefined) return first.id;
  }
}

const withKeys = (id: string) => ({ style: { keysHelpTip: () => say(id) } });

function optionsOf(path: string): { name: string; value: string }[] {
  return Object.entries(optionLabels[path] ?? {}).map(([value, label]) => ({ name: both(label), value }));
}

/** In a case file these may stand in quotes, and who has seen one types them here too. */
const QUOTABLE: readonly (AnswerKind | undefined)[] = [day, time, phone, email];
const QUOTED = /^(["'\u201c\u201d])(.*)["'\u201c\u201d]$/u;

function readTyped(text: string, path: string): unknown {
  const kind = kindAt(path.split('.')) as AnswerKind;
  const plain = text.trim();
  return tidyAnswer(QUOTABLE.includes(kind) ? plain.replace(QUOTED, '$2') : plain, kind) ?? null;
}

/** Closing days are numbers in the case file; a shop called 109 is none. */
function numberOrText(option: string): string | number | null {
  if (option === SKIP) return null;
  return /^\d{1,2}$/u.test(option) ? Number(option) : option;
}

/** Words of the interview, by their name in templates/words/interview.json. */
export function message(id: string): Sentence {
  const found = interviewMessages[id];
  if (!found) throw new Error(`no words for ${id} in templates/words/interview.json`);
  return found;
}

const say = (id: string): string => both(message(id));

export function both({ zhHans, ja }: Sentence): string {
  return zhHans === ja ? zhHans : `${zhHans} / ${ja}`;
}
