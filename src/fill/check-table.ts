/**
 * Checks a table of the user's own (templates/checklist/steps.json and its like) before anything is built from it.
 * In: the parsed file, and what it may name. Out: the first place that is not what the stage reads, or names what there
 * is not; null where there is none. Refuses to decide: whether a row has its partial (check-names.ts).
 */
import type { DocumentName } from '../case/types.ts';
import type { Fault } from '../problem.ts';
import { FLAG_NAMES } from './types.ts';

/** What the tables may name, apart from what stands in them. */
export interface TableNames {
  /** Steps of the plan. */
  schedule: readonly string[];
  warnings: readonly string[];
  accounts: readonly string[];
  moments: readonly string[];
  /** Of the checklist. */
  steps: readonly string[];
  /** Rows of the memo: those that the facts stage ranks, and all. */
  ranked: readonly string[];
  memo: readonly string[];
  /** Of some carrier, or of the general rules. */
  facts: readonly string[];
  /** By the name of a fact, what some carrier has there. */
  values: ReadonlyMap<string, readonly string[]>;
}

type Shape = (value: unknown, path: string) => Fault | null;

const refuse = (path: string, told: unknown, found?: string, known?: readonly string[]): Fault => ({
  code: 'template-not-readable',
  values: { reason: `${path}: ${told}` },
  ...(found === undefined || known === undefined ? {} : { found, known }),
});

const must =
  (holds: (value: unknown) => boolean, wanted: string): Shape =>
  (value, path) =>
    holds(value) ? null : refuse(path, wanted);

/** A text that is one of these names. */
const nameIn =
  (known: readonly string[]): Shape =>
  (value, path) =>
    text(value, path) ?? (known.includes(value as string) ? null : refuse(path, value, String(value), known));

/** One of these names, or several between bars: the first that the plan or the page has. */
const namesIn =
  (known: readonly string[]): Shape =>
  (value, path) =>
    text(value, path) ??
    firstFault(
      String(value)
        .split('|')
        .map((each) => nameIn(known)(each, path)),
    );

const text = must((value) => typeof value === 'string', 'text');
const flag = must((value) => typeof value === 'boolean', 'true or false');
const number = must((value) => typeof value === 'number' && Number.isFinite(value), 'number');
const oneOf = (...words: readonly unknown[]): Shape =>
  must((value) => words.includes(value), words.join(' | '));

const below = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

function firstFault(faults: Iterable<Fault | null>): Fault | null {
  for (const fault of faults) if (fault !== null) return fault;
  return null;
}

const list =
  (item: Shape): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return refuse(path || '.', 'list');
    return firstFault(value.map((each, index) => item(each, below(path, index))));
  };

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any names, values of one shape. */
const map =
  (shape: Shape): Shape =>
  (value, path) => {
    if (!isMapping(value)) return refuse(path || '.', 'mapping');
    return firstFault(Object.entries(value).map(([key, each]) => shape(each, below(path, key))));
  };

/** These names; those of `more` may be left out. */
const record =
  (fields: Record<string, Shape>, more: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (!isMapping(value)) return refuse(path || '.', 'mapping');
    const known = new Map(Object.entries({ ...fields, ...more }));
    const own = Object.keys(value).map(
      (key) => known.get(key)?.(value[key], below(path, key)) ?? unknown(key),
    );
    const missing = Object.keys(fields).map((key) =>
      key in value ? null : refuse(below(path, key), 'missing'),
    );
    function unknown(key: string): Fault | null {
      return known.has(key) ? null : refuse(below(path, key), 'unknown', key, [...known.keys()]);
    }
    return firstFault([...missing, ...own]);
  };

const KINDS = ['schedule', 'warning', 'account', 'fact'];
const FLAGS: readonly string[] = FLAG_NAMES;

interface Unknown {
  found: string;
  known: readonly string[];
}

/** As src/fill/conditions.ts reads it: what is not known in it, and what could stand there. */
function unknownIn(term: string, names: TableNames): Unknown | null {
  const [kind = '', ...rest] = term.replace(/^!+/u, '').split(':');
  const name = rest.join(':');
  if (rest.length === 0) return FLAGS.includes(kind) ? null : { found: kind, known: FLAGS };
  const known = {
    schedule: names.schedule,
    warning: names.warnings,
    account: names.accounts,
  };
  if (!KINDS.includes(kind)) return { found: kind, known: KINDS };
  if (kind === 'fact') return unknownFact(name, names);
  const listed = known[kind as keyof typeof known];
  const found = (kind === 'account' ? name.split(',') : [name]).find((each) => !listed.includes(each));
  return found === undefined ? null : { found, known: listed };
}

/** A fact may be known by a value itself, `cautions=cloud-data`; otherwise its value is one that some carrier has. */
function unknownFact(name: string, { facts, values }: TableNames): Unknown | null {
  if (facts.includes(name)) return null;
  const [fact = '', value] = name.split('=');
  const known = values.get(fact);
  if (value === undefined || known === undefined) {
    const isListed = facts.includes(`${fact}.*`);
    return { found: isListed ? name : fact, known: facts };
  }
  return known.includes(value) ? null : { found: value, known };
}

const conditionIn =
  (names: TableNames): Shape =>
  (value, path) => {
    if (typeof value !== 'string') return refuse(path, 'condition');
    for (const term of value.split('|')) {
      const unknown = unknownIn(term, names);
      if (unknown) return { code: 'unknown-condition', values: { condition: term }, place: path, ...unknown };
    }
    return null;
  };

const names = record({ zh: text, ja: text });

type Shapes = Readonly<Partial<Record<string, Shape>>>;

function shapesWith(known: TableNames): Shapes {
  const when = list(conditionIn(known));
  const memo = list(nameIn(['*', ...known.memo]));
  const fact = nameIn(known.facts);
  const facts = list(fact);
  const moment = nameIn(known.moments);
  const factRows = list(record({ id: text }, { fact, when, memo, always: flag }));
  return {
    'checklist/steps': record({
      phases: list(record({ id: text }, { when })),
      steps: list(
        record(
          { id: text, phase: text, when },
          {
            schedule: namesIn(known.schedule),
            date: oneOf('by', 'span', 'from', 'until', 'on', 'days', 'early', 'before-start'),
            offices: oneOf(true),
            moment,
            inShop: moment,
            otherwise: moment,
            memo,
            facts,
          },
        ),
      ),
    }),
    'checklist/rows': record({ costs: factRows, known: factRows }),
    'checklist/faq': list(record({ id: text, when }, { facts, memo })),
    'checklist/bring': list(record({ id: text, when })),
    'checklist/warnings': list(
      record({ code: nameIn(known.warnings) }, { step: namesIn(known.steps), memo, asks: oneOf(true) }),
    ),
    'checklist/words': record({
      urgent: map(record({ zh: text, ja: text, date: oneOf('by', 'from', 'on') })),
      timeline: map(names),
    }),
    'memo/rows': record(
      {
        heightPt: record({ 1: number, 2: number, 3: number }),
        statementPt: number,
        name: record({
          linePt: number,
          widthPt: number,
          besideWholeNumberPt: number,
          latinPt: number,
          wideCharacterPt: number,
        }),
        front: map(record({ rows: number, heightPt: number })),
        rows: map(
          record(
            { lines: oneOf(1, 2, 3), opensSheet: flag },
            {
              waitsWhenReported: flag,
              taller: record({ lines: oneOf(2, 3), when }),
              when,
              unlessAnswered: text,
              editions: list(oneOf('personal', 'share', 'blank')),
              own: flag,
              priority: number,
            },
          ),
        ),
      },
      { statements: record({ lineCharacters: number, around: map(number), papers: map(number) }) },
    ),
    'memo/words': record({ memberId: map(names), parking: map(record({ ja: text })) }),
  };
}

/** A step of a phase that there is not, or a row of the memo that nothing asks for, would be left out without a word. */
function leftOut(document: DocumentName, name: string, table: unknown, known: TableNames): Fault | null {
  if (document === 'checklist' && name === 'steps') {
    const { phases, steps } = table as Record<'phases' | 'steps', { id: string; phase: string }[]>;
    const phase = nameIn(phases.map(({ id }) => id));
    return firstFault(steps.map((step, index) => phase(step.phase, `steps.${index}.phase`)));
  }
  if (document === 'memo' && name === 'rows') {
    const { rows } = table as { rows: Record<string, { own?: boolean; editions?: string[] }> };
    const isAsked = (id: string): boolean =>
      known.ranked.includes(id) || rows[id]?.own === true || rows[id]?.editions !== undefined;
    const unasked = Object.keys(rows).find((id) => !isAsked(id));
    return unasked === undefined ? null : refuse(`rows.${unasked}`, '"own": true | "editions"');
  }
  return null;
}

export function findTableFault(
  document: DocumentName,
  name: string,
  table: unknown,
  known: TableNames,
): Fault | null {
  const shape = shapesWith(known)[`${document}/${name}`];
  return shape?.(table, '') ?? leftOut(document, name, table, known);
}
