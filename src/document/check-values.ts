/**
 * Whether attributes have values of their kind, and elements stand where later stages look for them
 * (docs/template-guide.md §2). Only templates of the user's own are asked: in ours it would be a fault.
 */
import { isCalendarDay } from '../calendar-day.ts';
import type { Problem } from '../problem.ts';
import type { TreeElement } from './types.ts';
import { COMMON_ATTRIBUTES, DEEPEST, kindOf, ruleOf, type ValueKind } from './vocabulary.ts';

interface Form {
  /** How it is written, in any language. */
  wanted: string;
  pattern: RegExp;
}

/** QR codes of level M hold 2,331 bytes (ISO/IEC 18004), and a PDF an address of ASCII (ISO 32000-1 §12.6.4.7). */
const FORMS: Readonly<Record<Exclude<ValueKind, readonly string[]>, Form>> = {
  text: { wanted: '…', pattern: /^/u },
  language: { wanted: 'zh-Hans, ja, en', pattern: /^(?:zh-Hans|ja|en)$/u },
  day: { wanted: 'YYYY-MM-DD', pattern: /^\d{4}-\d\d-\d\d$/u },
  'whole-number': { wanted: '1, 2, 3 …', pattern: /^[1-9]\d{0,3}$/u },
  address: { wanted: 'URL (ASCII)', pattern: /^[!-~]{1,2000}$/u },
  millimetres: { wanted: '8mm', pattern: /^\d{1,3}(?:\.\d+)?mm$/u },
};

/** Null where the value is of its kind, else how it has to be written. */
export function wantedInstead(kind: ValueKind, value: string): string | null {
  if (typeof kind !== 'string') return kind.includes(value) ? null : kind.join(' | ');
  const { wanted, pattern } = FORMS[kind];
  return pattern.test(value) && (kind !== 'day' || isCalendarDay(value)) ? null : wanted;
}

/** Other ways to write the languages of the two documents: of countries, of regions, in other letters. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^(?:ja|jp|jpn)\b/iu, 'ja'],
  [/^(?:zh[-_]?(?:cn|sg|hans)?|cn|chs|sc)$/iu, 'zh-Hans'],
  [/^(?:en|eng)\b/iu, 'en'],
];

/** Undefined where nobody can say. */
export function meantBy(kind: ValueKind, value: string): string | undefined {
  return kind === 'language' ? MEANT.find(([pattern]) => pattern.test(value))?.[1] : undefined;
}

/** Without these nothing can be drawn or opened. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  'qr-code': ['href'],
  'time-line': ['from', 'to'],
  'time-bar': ['from', 'to'],
  'time-event': ['from'],
  'time-month': ['date'],
};

const RUNNING: readonly string[] = ['running-head', 'running-foot'];
/** Known only when the pages are made. */
const OF_PAGES: readonly string[] = ['page-number', 'page-total'];
/** All that a time line draws. */
const ON_TIME_LINE: readonly string[] = ['time-bar', 'time-event', 'time-month'];

/** Where an element stands. */
interface Place {
  parent: TreeElement;
  /** Of its parent: `section/p`. */
  path: string;
  depth: number;
  isRunning: boolean;
}

interface Check {
  problems: Problem[];
  /** Of boxes to tick on the screen: the file knows them apart by it. */
  names: Set<string>;
}

/** Problems carry the path of elements as `path`: `section/p`. */
export function checkValues(root: TreeElement): Problem[] {
  const check: Check = { problems: [], names: new Set() };
  checkChildren(root, { parent: root, path: '', depth: 0, isRunning: false }, check);
  return check.problems;
}

function checkChildren(element: TreeElement, place: Place, check: Check): void {
  for (const child of element.children) if (child.kind === 'element') checkElement(child, place, check);
}

function checkElement(element: TreeElement, place: Place, check: Check): void {
  const { name } = element;
  const path = place.path === '' ? name : `${place.path}/${name}`;
  const report = (code: string, values: Record<string, string | number>, hint?: string): void => {
    const problem = { severity: 'error', code, path, values: { element: name, ...values } } as const;
    check.problems.push(hint === undefined ? problem : { ...problem, hint });
  };
  checkAttributes(element, place.parent, report);
  if (isMisplaced(name, place)) report('misplaced-element', { parent: place.parent.name });
  const own = name === 'check-item' ? element.attributes.name : undefined;
  if (own !== undefined && check.names.has(own)) report('name-twice', { name: own });
  if (own !== undefined) check.names.add(own);
  const depth = place.depth + 1;
  if (depth > DEEPEST) report('markup-too-deep', { limit: DEEPEST });
  else {
    const isRunning = place.isRunning || RUNNING.includes(name);
    checkChildren(element, { parent: element, path, depth, isRunning }, check);
  }
}

/** Where the vocabulary lets it stand, and a page can't be made of it. */
function isMisplaced(name: string, { parent, depth, isRunning }: Place): boolean {
  if (RUNNING.includes(name)) return depth > 0;
  if (OF_PAGES.includes(name)) return !isRunning;
  return parent.name === 'time-line' && !ON_TIME_LINE.includes(name);
}

function checkAttributes(
  { name, lang, attributes }: TreeElement,
  parent: TreeElement,
  report: (code: string, values: Record<string, string>, hint?: string) => void,
): void {
  const check = (attribute: string, value: string, wanted: string | null, hint?: string): void => {
    if (wanted !== null) report('wrong-attribute-value', { attribute, value, wanted }, hint);
  };
  const rule = ruleOf(name);
  const language = COMMON_ATTRIBUTES.lang as ValueKind;
  if (lang !== null && lang !== parent.lang)
    check('lang', lang, wantedInstead(language, lang), meantBy(language, lang));
  for (const [attribute, value] of Object.entries(attributes)) {
    const kind = rule && kindOf(rule, attribute);
    if (kind !== undefined) check(attribute, value, wantedInstead(kind, value));
  }
  for (const attribute of REQUIRED[name] ?? [])
    if (attributes[attribute] === undefined) report('missing-attribute', { attribute });
  const { from, to } = attributes;
  if (from !== undefined && to !== undefined && to < from) check('to', to, `≥ ${from}`);
}
