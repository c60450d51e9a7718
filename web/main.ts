/** The page: a form whose answers become PDFs in a worker. Nothing is sent and nothing is kept. */
import type { Edition } from '../src/case/types.ts';
import { japanToday } from '../src/host/japan-today.ts';
import type { Answers } from '../src/interview/questions.ts';
import type { Rendered } from '../src/render.ts';
import { type CheckedAnswers, checkAnswers } from './check-answers.ts';
import { hideDays, showDays } from './day-list.ts';
import { openDeliveries } from './deliveries.ts';
import { find, renew, say } from './elements.ts';
import { isIncomplete } from './field.ts';
import { EDITION } from './fields.ts';
import { makeForm } from './form.ts';
import { handCalendar, keepAnswers, loadAnswers } from './keeping.ts';
import { isSure, notice, tell } from './messages.ts';
import { openSetter } from './setter.ts';

interface Checked extends CheckedAnswers {
  answers: Answers;
  edition: Edition;
  hasCarrier: boolean;
}

const form = makeForm();
const setter = openSetter(receive);
const deliveries = openDeliveries(find('deliveries'));
const makeButton = find('make');
/** The answers that the page shows the consequences of, and the carrier whose days stand on it. */
let shown = '';
let carrierOfDays: unknown = null;
/** What was typed since it was last kept or cleared. */
let isUnkept = false;

function check(): Checked {
  const answers = form.readAnswers();
  return {
    ...checkAnswers(answers, form.incompletePaths(), japanToday()),
    answers,
    edition: (answers.get(EDITION) ?? 'personal') as Edition,
    hasCarrier: answers.get('carrier') !== null,
  };
}

/** Before the carrier is chosen nothing is asked, so nothing is wrong. */
function showProblems({ errors, warnings, hasCarrier }: Checked): HTMLElement | null {
  const { first, elsewhere } = form.tell(hasCarrier ? errors : []);
  renew(find('notices'), hasCarrier ? notice([...elsewhere, ...warnings]) : null);
  return first;
}

const stateOf = ({ answers }: Checked): string => JSON.stringify([[...answers], form.incompletePaths()]);

/** Nothing where the answers are those that are shown: to leave a field says nothing new. */
function onChange(): void {
  const checked = check();
  const now = stateOf(checked);
  if (now === shown) return;
  shown = now;
  isUnkept = true;
  setter.warm();
  showProblems(checked);
  updateDays(checked);
  takeBack();
}

/** With a mistake the days stay as they were, but those of another carrier go. */
function updateDays({ plan, answers }: Checked): void {
  const carrier = answers.get('carrier');
  if (plan === null && carrier !== carrierOfDays) hideDays();
  else showDays(plan?.schedule ?? null);
  if (plan !== null) carrierOfDays = carrier;
}

/** What was made, or is being made, is of other answers. */
function takeBack(): void {
  const wasMade = find('deliveries').childElementCount > 0;
  const wasOrdered = setter.cancel();
  deliveries.clear();
  makeButton.setAttribute('aria-disabled', 'false');
  tell(wasMade || wasOrdered ? say('outdated') : null);
}

function order(): void {
  // A field that has not been left yet has told nothing of its answer.
  onChange();
  if (setter.isBusy) return;
  const checked = check();
  const { errors, hasCarrier, input, edition } = checked;
  const first = showProblems(checked);
  if (!hasCarrier) {
    askForCarrier();
    return;
  }
  deliveries.clear();
  if (errors.length > 0) {
    tell(say('mistakes', { count: errors.length }));
    first?.closest('details')?.setAttribute('open', '');
    (first?.querySelector<HTMLElement>('input, select') ?? find('status')).focus();
    return;
  }
  makeButton.setAttribute('aria-disabled', 'true');
  tell(say('making'));
  setter.order(input, edition);
}

/** Without it there is neither a sheet nor a file that can be opened again. */
function askForCarrier(): void {
  tell(say('choose-carrier'));
  find('carrier').focus();
}

function receive(made: Rendered | null): void {
  makeButton.setAttribute('aria-disabled', 'false');
  if (stateOf(check()) !== shown) {
    onChange();
    tell(say('outdated'));
    return;
  }
  if (made === null) {
    tell(say('failed'));
    return;
  }
  renew(find('notices'), notice(made.problems));
  if (made.documents.length === 0) {
    tell(say('mistakes', { count: made.problems.length }));
    return;
  }
  deliveries.show(made.documents, made.schedule?.plan.channel ?? null);
  tell(say('made'));
}

/** All of it is kept somewhere else, or gone on purpose. */
function replace(answers: Answers): void {
  form.writeAnswers(answers);
  // The days that stand there may be somebody else's.
  carrierOfDays = null;
  onChange();
  isUnkept = false;
}

function clear(): void {
  replace(new Map());
  tell(say('cleared'));
}

/** A day is told on leaving its field, for while a year is typed its first digits are a year too. */
function isBeingTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target === document.activeElement && isIncomplete(target);
}

find('questions').replaceChildren(form.element);
for (const section of document.querySelectorAll<HTMLElement>('.actions')) section.hidden = false;
// Browsers within these two save nothing, and say nothing.
find('in-app').hidden = !/MicroMessenger|\bLine\//u.test(navigator.userAgent);
shown = stateOf(check());

find('form').addEventListener('change', ({ target }) => {
  if (target !== find('load') && !isBeingTyped(target)) onChange();
});
find('form').addEventListener('focusout', ({ target }) => {
  // A day that is emptied again makes no change.
  if (target !== find('load')) onChange();
});
// The field that is being left would say what is wrong with it, and the button move away under the finger.
for (const button of document.querySelectorAll('button, label.button'))
  button.addEventListener('mousedown', (event) => event.preventDefault());
find('form').addEventListener('submit', (event) => {
  event.preventDefault();
  order();
});
find('keep').addEventListener('click', () => {
  const checked = check();
  if (checked.hasCarrier) isUnkept = !keepAnswers(checked.answers, checked);
  else askForCarrier();
});
find('calendar').addEventListener('click', () => void handCalendar(check()));
find('clear').addEventListener('click', () => {
  if (isSure('clear-really')) clear();
});
find<HTMLInputElement>('load').addEventListener('change', () => {
  const input = find<HTMLInputElement>('load');
  const [file] = input.files ?? [];
  // For whom the sheets are is no answer of a file.
  if (file)
    void loadAnswers(file, isUnkept, (answers) => replace(new Map([...answers, [EDITION, check().edition]])));
  // The same file again is a change too.
  input.value = '';
});
addEventListener('beforeunload', (event) => {
  if (isUnkept) event.preventDefault();
});
// Browsers keep a page that was left, for the way back: the next person at the device is somebody else.
addEventListener('pagehide', clear);
