/** The control of one question, its label in both languages, and a place for what is wrong with the answer. */
import { webWords } from '#web-words';
import { EARLIEST_DAY, LATEST_DAY } from '../src/case/answer-kinds.ts';
import { listCarriers } from '../src/facts/carriers.ts';
import type { Sentence } from '../src/problem.ts';
import { inBoth, make, renew } from './elements.ts';
import { type FieldPlan, labelOf, optionsOf } from './fields.ts';
import { words } from './words.ts';

export interface Field {
  plan: FieldPlan;
  element: HTMLElement;
  /** Null where it is left open. */
  read(): unknown;
  /** What is no possible answer leaves it open. */
  write(value: unknown): void;
  /** A day or an hour of which a part is missing, or that is none: the browser gives no value for it. */
  isIncomplete(): boolean;
  tell(mistakes: readonly Sentence[]): void;
}

interface Control {
  element: HTMLElement;
  read(): unknown;
  write(value: unknown): void;
}

const OPEN = '';

export function makeField(plan: FieldPlan): Field {
  const id = plan.path.replaceAll('.', '-');
  const mistakes = make('div', { id: `${id}-mistakes`, class: 'mistakes', 'aria-live': 'polite' });
  const control = makeControl(plan, id);
  const isGroup = control.element instanceof HTMLFieldSetElement;
  const element = isGroup
    ? control.element
    : make('div', {}, make('label', { for: id }, inBoth(labelOf(plan.path))), control.element);
  element.classList.add('field');
  element.append(mistakes);
  control.element.setAttribute('aria-describedby', mistakes.id);
  return {
    plan,
    element,
    read: () => control.read(),
    write: (value) => control.write(value),
    isIncomplete: () => control.element instanceof HTMLInputElement && isIncomplete(control.element),
    tell(sentences) {
      renew(mistakes, ...sentences.map((sentence) => make('p', {}, inBoth(sentence))));
      element.classList.toggle('wrong', sentences.length > 0);
      if (!isGroup) control.element.setAttribute('aria-invalid', String(sentences.length > 0));
    },
  };
}

function makeControl(plan: FieldPlan, id: string): Control {
  switch (plan.kind) {
    case 'carrier':
      return carrierControl(id);
    case 'one':
      return oneControl(plan, optionsOf(plan.path));
    case 'yes-no':
      return yesNoControl(plan);
    case 'many':
      return manyControl(plan.path);
    default:
      return inputControl(plan, id);
  }
}

/** All of them in one list: on a telephone it opens as the system's own, and can be typed into elsewhere. */
function carrierControl(id: string): Control {
  const select = make('select', { id, required: true }, make('option', { value: OPEN }, textOf('choose')));
  for (const [kind, name] of Object.entries(webWords.kinds)) {
    const carriers = listCarriers().filter((carrier) => carrier.kind === kind);
    const options = carriers.map(({ id: value, names }) => make('option', { value }, joined(names)));
    select.append(make('optgroup', { label: joined(name) }, ...options));
  }
  return {
    element: select,
    read: () => select.value || null,
    write: (value) => {
      select.value = String(value ?? OPEN);
      if (select.selectedIndex < 0) select.value = OPEN;
    },
  };
}

function oneControl({ path, preset }: FieldPlan, options: Readonly<Record<string, Sentence>>): Control {
  const choices = Object.entries(options).map(([value, label]) => makeChoice('radio', path, value, label));
  if (preset === undefined) choices.push(makeChoice('radio', path, OPEN, words('open')));
  const choose = (value: string): boolean => {
    const wanted = choices.find(({ input }) => input.value === value);
    if (wanted) wanted.input.checked = true;
    return wanted !== undefined;
  };
  const reset = () => choose(preset ?? OPEN);
  reset();
  return {
    element: choiceGroup(path, choices),
    read: () => choices.find(({ input }) => input.checked)?.input.value || null,
    write: (value) => {
      if (value === null || !choose(String(value))) reset();
    },
  };
}

function yesNoControl(plan: FieldPlan): Control {
  const control = oneControl(plan, { true: words('yes'), false: words('no') });
  return {
    ...control,
    read: () => {
      const value = control.read();
      return value === null ? null : value === 'true';
    },
  };
}

function manyControl(path: string): Control {
  const choices = Object.entries(optionsOf(path)).map(([value, label]) =>
    makeChoice('checkbox', path, value, label),
  );
  return {
    element: choiceGroup(path, choices),
    read: () => {
      const chosen = choices.filter(({ input }) => input.checked).map(({ input }) => input.value);
      return chosen.length > 0 ? chosen : null;
    },
    write: (value) => {
      const chosen: unknown[] = Array.isArray(value) ? value : [];
      for (const { input } of choices) input.checked = chosen.includes(input.value);
    },
  };
}

const INPUT_TYPES: Partial<Record<FieldPlan['kind'], string>> = { date: 'date', time: 'time' };

/** Which keys a telephone shows first. */
const KEYS: Readonly<Record<string, string>> = { 'line.number': 'tel', 'contactAfter.email': 'email' };

/** Written as the clerk reads it. */
const JAPANESE = ['visit.shop', 'holder.nameKana'];

function inputControl({ path, kind }: FieldPlan, id: string): Control {
  const type = INPUT_TYPES[kind] ?? 'text';
  const input = make('input', {
    id,
    type,
    // Browsers keep what is typed into fields that they know.
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    inputmode: kind === 'amount' ? 'numeric' : (KEYS[path] ?? 'text'),
    ...(JAPANESE.includes(path) ? { lang: 'ja' } : {}),
    ...(kind === 'date' ? { min: EARLIEST_DAY, max: LATEST_DAY } : {}),
  });
  return {
    element: input,
    read: () => {
      if (isIncomplete(input)) return null;
      return kind === 'amount' ? readAmount(input.value) : input.value.trim() || null;
    },
    write: (value) => {
      // In WebKit the parts of a day that is not whole outlive an empty value, but no other type.
      if (input.validity.badInput) {
        input.type = 'text';
        input.type = type;
      }
      input.value = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    },
  };
}

/** While a year is typed its first digits are a year too. */
export const isIncomplete = ({ validity }: HTMLInputElement): boolean =>
  validity.badInput || validity.rangeUnderflow;

/** Digits of any keyboard, with or without separators; what is no number is told as it was typed. */
function readAmount(text: string): unknown {
  const digits = text.normalize('NFKC').replace(/[,\s]/gu, '');
  if (digits === '') return null;
  return /^\d+$/u.test(digits) ? Number(digits) : text;
}

interface Choice {
  element: HTMLElement;
  input: HTMLInputElement;
}

function makeChoice(type: string, path: string, value: string, label: Sentence): Choice {
  const input = make('input', { type, name: path, value });
  return { element: make('label', { class: 'choice' }, input, make('span', {}, inBoth(label))), input };
}

const choiceGroup = (path: string, choices: readonly Choice[]): HTMLFieldSetElement =>
  make(
    'fieldset',
    {},
    make('legend', {}, inBoth(labelOf(path))),
    make('div', { class: 'choices' }, ...choices.map(({ element }) => element)),
  );

const joined = ({ zhHans, ja }: Sentence): string => (zhHans === ja ? zhHans : `${zhHans} / ${ja}`);

const textOf = (id: string): string => joined(words(id));
