/**
 * Checks a table of the user's own (templates/checklist/steps.json and its like) before anything is built from it.
 * In: the parsed file. Out: the first place that is not what the stage reads; null where there is none.
 * Refuses to decide: whether what a row names exists; that is found where it is looked up.
 */
import type { DocumentName } from '../case/types.ts';
import { FLAG_NAMES } from './types.ts';

/** Where and what: `steps.0.when: list`. */
type Fault = string | null;
type Shape = (value: unknown, path: string) => Fault;

const must =
  (holds: (value: unknown) => boolean, wanted: string): Shape =>
  (value, path) =>
    holds(value) ? null : `${path}: ${wanted}`;

const text = must((value) => typeof value === 'string', 'text');
const flag = must((value) => typeof value === 'boolean', 'true or false');
const number = must((value) => typeof value === 'number' && Number.isFinite(value), 'number');
const oneOf = (...words: readonly unknown[]): Shape =>
  must((value) => words.includes(value), words.join(' | '));

const below = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

function firstFault(faults: Iterable<Fault>): Fault {
  for (const fault of faults) if (fault !== null) return fault;
  return null;
}

const list =
  (item: Shape): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path || '.'}: list`;
    return firstFault(value.map((each, index) => item(each, below(path, index))));
  };

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any names, values of one shape. */
const map =
  (shape: Shape): Shape =>
  (value, path) => {
    if (!isMapping(value)) return `${path || '.'}: mapping`;
    return firstFault(Object.entries(value).map(([key, each]) => shape(each, below(path, key))));
  };

/** These names; those of `more` may be left out. */
const record =
  (fields: Record<string, Shape>, more: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (!isMapping(value)) return `${path || '.'}: mapping`;
    const known = new Map(Object.entries({ ...fields, ...more }));
    const own = Object.keys(value).map(
      (key) => known.get(key)?.(value[key], below(path, key)) ?? unknown(key),
    );
    const missing = Object.keys(fields).map((key) => (key in value ? null : `${below(path, key)}: missing`));
    function unknown(key: string): Fault {
      return known.has(key) ? null : `${below(path, key)}: unknown`;
    }
    return firstFault([...missing, ...own]);
  };

const KINDS = ['schedule', 'warning', 'account', 'fact'];
const FLAGS: readonly string[] = FLAG_NAMES;

/** As src/fill/conditions.ts reads them. */
const condition = must(
  (value) =>
    typeof value === 'string' &&
    value.split('|').every((term) => {
      const [name = '', ...rest] = term.replace(/^!+/u, '').split(':');
      return rest.length > 0 ? KINDS.includes(name) : FLAGS.includes(name);
    }),
  'condition',
);

const texts = list(text);
const when = list(condition);
const names = record({ zh: text, ja: text });
const factRows = list(record({ id: text }, { fact: text, when, memo: texts, always: flag }));

const SHAPES: Readonly<Partial<Record<string, Shape>>> = {
  'checklist/steps': record({
    phases: list(record({ id: text }, { when })),
    steps: list(
      record(
        { id: text, phase: text, when },
        {
          schedule: text,
          date: oneOf('by', 'span', 'from', 'until', 'on', 'days', 'early', 'before-start'),
          offices: oneOf(true),
          moment: text,
          inShop: text,
          otherwise: text,
          memo: texts,
          facts: texts,
        },
      ),
    ),
  }),
  'checklist/rows': record({ costs: factRows, known: factRows }),
  'checklist/faq': list(record({ id: text, when }, { facts: texts, memo: texts })),
  'checklist/bring': list(record({ id: text, when })),
  'checklist/warnings': list(record({ code: text }, { step: text, memo: texts, asks: oneOf(true) })),
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

export function findTableFault(document: DocumentName, name: string, table: unknown): Fault {
  return SHAPES[`${document}/${name}`]?.(table, '') ?? null;
}
