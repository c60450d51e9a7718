/** All fields in their sections; which of them stand on the page follows from the answers, as in the interview. */
import { webWords } from '#web-words';
import { getCarrier } from '../src/facts/carriers.ts';
import type { Facts } from '../src/facts/types.ts';
import { knownFirst } from '../src/interview/known-first.ts';
import { type Answers, nextQuestion } from '../src/interview/questions.ts';
import type { ReportedProblem } from '../src/problem.ts';
import { inBoth, make, renew, say } from './elements.ts';
import { type Field, makeField } from './field.ts';
import { ALWAYS_ASKED, FIELDS, SECTION_IDS } from './fields.ts';

export interface Form {
  element: HTMLElement;
  /** By path, null where a field that stands is left open. Shows and hides what follows from them. */
  readAnswers(): Answers;
  /** Those whose field holds a part of an answer. */
  incompletePaths(): string[];
  /** All fields anew; what is not answered is left open. */
  writeAnswers(answers: Answers): void;
  /** Each mistake at its field; gives the first field that has one, and those that no field has. */
  tell(problems: readonly ReportedProblem[]): { first: HTMLElement | null; elsewhere: ReportedProblem[] };
}

/** After the visit only: folded until then. */
const FOLDED = 'answers';

export function makeForm(): Form {
  const fields = new Map(FIELDS.map((plan) => [plan.path, makeField(plan)]));
  /** Answers of a file count also where nobody asks for them. */
  let given: ReadonlySet<string> = new Set();
  const known = make('div', { class: 'known note' });
  fields.get('carrier')?.element.append(known);
  const sections = SECTION_IDS.map((id) => makeSection(id, [...fields.values()]));
  return {
    element: make('div', {}, ...sections),
    readAnswers() {
      const answers = readFields(fields, given);
      const facts = getCarrier(String(answers.get('carrier')));
      renew(known, ...(facts ? describeKnown(facts) : []));
      for (const [path, { element }] of fields) element.hidden = !answers.has(path);
      for (const section of sections) section.hidden = section.querySelector('.field:not([hidden])') === null;
      return answers;
    },
    incompletePaths() {
      const shown = [...fields].filter(([, { element }]) => !element.hidden);
      return shown.filter(([, field]) => field.isIncomplete()).map(([path]) => path);
    },
    writeAnswers(answers) {
      given = new Set([...answers].filter(([, value]) => value !== null).map(([path]) => path));
      for (const [path, field] of fields) field.write(answers.get(path) ?? null);
      const folded = sections[SECTION_IDS.indexOf(FOLDED)];
      const hasAnswers = [...answers].some(
        ([path, value]) => path.startsWith(`${FOLDED}.`) && value !== null,
      );
      folded?.querySelector('details')?.toggleAttribute('open', hasAnswers);
    },
    tell(problems) {
      let first: HTMLElement | null = null;
      const told = new Set<ReportedProblem>();
      for (const [path, field] of fields) {
        const own = field.element.hidden ? [] : problems.filter((problem) => isAt(problem, path));
        field.tell(own.map(({ message }) => message));
        for (const problem of own) told.add(problem);
        if (own.length > 0) first ??= field.element;
      }
      return { first, elsewhere: problems.filter((problem) => !told.has(problem)) };
    },
  };
}

/** Of a list each choice has a path of its own. */
const isAt = ({ path }: ReportedProblem, field: string): boolean =>
  path === field || path.startsWith(`${field}.`);

/** Each with how sure it is, as on the checklist. */
function describeKnown(facts: Facts): HTMLElement[] {
  const rows = knownFirst(facts).map(({ zhHans, ja, confidence }) =>
    make('li', {}, inBoth({ zhHans, ja }), ' ', make('span', { class: 'mark beside' }, say(confidence))),
  );
  return rows.length === 0 ? [] : [make('p', {}, say('known')), make('ul', {}, ...rows)];
}

/** The interview is asked again, and the fields answer. */
function readFields(fields: ReadonlyMap<string, Field>, given: ReadonlySet<string>): Map<string, unknown> {
  const answers = new Map<string, unknown>();
  let facts: Facts | null = null;
  for (let next = nextQuestion(answers, facts); next; next = nextQuestion(answers, facts)) {
    answers.set(next.path, fields.get(next.path)?.read() ?? null);
    if (next.kind === 'carrier') facts = getCarrier(String(answers.get(next.path))) ?? null;
  }
  if (facts === null) return answers;
  for (const path of [...ALWAYS_ASKED, ...given]) answers.set(path, fields.get(path)?.read() ?? null);
  return answers;
}

function makeSection(id: string, fields: readonly Field[]): HTMLElement {
  const own = fields.filter(({ plan }) => plan.section === id).map(({ element }) => element);
  const heading = make(
    'h2',
    { id: `section-${id}` },
    inBoth(webWords.sections[id] ?? { zhHans: id, ja: id }),
  );
  const note = webWords.sectionNotes[id];
  const body = [...(note ? [make('p', { class: 'note' }, inBoth(note))] : []), ...own];
  const section = make('section', { 'aria-labelledby': heading.id });
  section.append(
    ...(id === FOLDED ? [make('details', {}, make('summary', {}, heading), ...body)] : [heading, ...body]),
  );
  return section;
}
