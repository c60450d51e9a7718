/** The page: a form whose answers become PDFs in a worker. Nothing is sent and nothing is kept. */

import type { Edition } from '../src/case/types.ts';
import { japanToday } from '../src/host/japan-today.ts';
import type { ReportedProblem } from '../src/problem.ts';
import { type CheckedAnswers, checkAnswers } from './check-answers.ts';
import { showDays, writeCalendarFile } from './day-list.ts';
import { openDeliveries } from './deliveries.ts';
import { find, inBoth, make, say } from './elements.ts';
import { EDITION } from './fields.ts';
import { makeForm } from './form.ts';
import { readAnswerFile, writeAnswerFile } from './kept-answers.ts';
import type { Delivery, Order } from './worker.ts';

const form = makeForm();
const status = find('status');
const notices = find('notices');
const makeButton = find<HTMLButtonElement>('make');
const deliveries = openDeliveries(find('deliveries'));
let worker: Worker | null = null;
/** Of the answers as they are: an order of others is an old one. */
let current = 0;
/** What was typed since it was last kept or cleared. */
let isUnkept = false;

function setter(): Worker {
  if (worker === null) {
    worker = new Worker('worker.js', { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Delivery>) => receive(data));
    worker.addEventListener('error', () => receive({ number: current, made: null }));
  }
  return worker;
}

function check(): CheckedAnswers & { edition: Edition; hasCarrier: boolean } {
  const answers = form.readAnswers();
  const edition = (answers.get(EDITION) ?? 'personal') as Edition;
  const hasCarrier = answers.get('carrier') !== null;
  return { ...checkAnswers(answers, japanToday()), edition, hasCarrier };
}

function notice(problems: readonly ReportedProblem[]): HTMLElement | null {
  if (problems.length === 0) return null;
  return make(
    'div',
    {},
    make('h3', {}, say('warnings')),
    make('ul', {}, ...problems.map(({ message }) => make('li', {}, inBoth(message)))),
  );
}

/** Before the carrier is chosen nothing is asked, so nothing is wrong. */
function showProblems({ errors, warnings, hasCarrier }: ReturnType<typeof check>) {
  const { first, elsewhere } = form.tell(hasCarrier ? errors : []);
  const shown = notice([...elsewhere, ...warnings]);
  notices.replaceChildren(...(shown && hasCarrier ? [shown] : []));
  return first;
}

function onChange(): void {
  isUnkept = true;
  current++;
  setter();
  const checked = check();
  showProblems(checked);
  showDays(checked.plan?.schedule ?? null);
  const isOutdated = makeButton.disabled || find('deliveries').childElementCount > 0;
  makeButton.disabled = false;
  deliveries.clear();
  status.replaceChildren(...(isOutdated ? [say('outdated')] : []));
}

function order(): void {
  const checked = check();
  const { errors, hasCarrier, input, edition } = checked;
  const first = showProblems(checked);
  deliveries.clear();
  if (!hasCarrier) {
    status.replaceChildren(say('choose-carrier'));
    find('carrier').focus();
    return;
  }
  if (errors.length > 0) {
    status.replaceChildren(say('mistakes', { count: errors.length }));
    (first ?? notices).querySelector<HTMLElement>('input, select')?.focus();
    return;
  }
  makeButton.disabled = true;
  status.replaceChildren(say('making'));
  setter().postMessage({ number: current, input, edition } satisfies Order);
}

function receive({ number, made }: Delivery): void {
  if (number !== current) return;
  makeButton.disabled = false;
  if (made === null) {
    status.replaceChildren(say('failed'));
    worker?.terminate();
    worker = null;
    return;
  }
  const shown = notice(made.problems);
  notices.replaceChildren(...(shown ? [shown] : []));
  if (made.documents.length === 0) {
    status.replaceChildren(say('mistakes', { count: made.problems.length }));
    return;
  }
  deliveries.show(made.documents);
  status.replaceChildren(say('made'));
}

function hand(file: File): void {
  const address = URL.createObjectURL(file);
  make('a', { href: address, download: file.name }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function keep(): void {
  hand(writeAnswerFile(form.readAnswers()));
  isUnkept = false;
}

async function handCalendar(): Promise<void> {
  const { plan } = check();
  if (plan) hand(await writeCalendarFile(plan.customer, plan.schedule));
}

/** What the file says beside its answers stays on the page until something is changed. */
async function load(file: File): Promise<void> {
  const { answers, problems } = await readAnswerFile(file);
  if (answers.size > 0) {
    form.writeAnswers(answers);
    onChange();
    isUnkept = false;
  }
  const shown = notice(problems);
  if (shown) notices.prepend(shown);
}

function clear(): void {
  if (!confirm([...say('clear-really').childNodes].map((node) => node.textContent).join('\n'))) return;
  form.writeAnswers(new Map());
  onChange();
  isUnkept = false;
}

find('questions').replaceChildren(form.element);
form.readAnswers();
find('form').addEventListener('change', (event) => {
  if ((event.target as HTMLElement).id !== 'load') onChange();
});
find('form').addEventListener('submit', (event) => {
  event.preventDefault();
  order();
});
find('keep').addEventListener('click', keep);
find('calendar').addEventListener('click', () => void handCalendar());
find('clear').addEventListener('click', clear);
find('load').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) void load(file);
  // The same file again is a change too.
  input.value = '';
});
addEventListener('beforeunload', (event) => {
  if (isUnkept) event.preventDefault();
});
