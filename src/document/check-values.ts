/**
 * Whether attributes have values of their kind (docs/template-guide.md §2). Only templates of the user's own are asked:
 * in ours a wrong value would be a fault.
 */
import type { Problem } from '../problem.ts';
import type { TreeElement } from './types.ts';
import { COMMON_ATTRIBUTES, kindOf, ruleOf, type ValueKind } from './vocabulary.ts';

interface Form {
  /** How it is written, in any language. */
  wanted: string;
  pattern: RegExp;
}

/** QR codes of level M hold 2,331 bytes (ISO/IEC 18004), and a PDF an address of ASCII (ISO 32000-1 §12.6.4.7). */
const FORMS: Readonly<Record<Exclude<ValueKind, readonly string[]>, Form>> = {
  text: { wanted: '…', pattern: /^/u },
  language: { wanted: 'zh-Hans, ja, en', pattern: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu },
  day: { wanted: 'YYYY-MM-DD', pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u },
  'whole-number': { wanted: '1, 2, 3 …', pattern: /^[1-9]\d{0,3}$/u },
  address: { wanted: 'URL (ASCII)', pattern: /^[!-~]{1,2000}$/u },
  millimetres: { wanted: '8mm', pattern: /^\d{1,3}(?:\.\d+)?mm$/u },
};

/** Null where the value is of its kind, else how it has to be written. */
export function wantedInstead(kind: ValueKind, value: string): string | null {
  if (typeof kind !== 'string') return kind.includes(value) ? null : kind.join(' | ');
  const { wanted, pattern } = FORMS[kind];
  return pattern.test(value) && (kind !== 'day' || isDay(value)) ? null : wanted;
}

/** Some months have no 31st. */
function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
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

/** Problems carry the path of elements as `path`: `section/p`. */
export function checkValues(root: TreeElement): Problem[] {
  const problems: Problem[] = [];
  for (const child of root.children) if (child.kind === 'element') checkElement(child, root, '', problems);
  return problems;
}

function checkElement(
  element: TreeElement,
  parent: TreeElement,
  parentPath: string,
  problems: Problem[],
): void {
  const { name, lang, attributes, children } = element;
  const path = parentPath === '' ? name : `${parentPath}/${name}`;
  const report = (code: string, values: Record<string, string>): void => {
    problems.push({ severity: 'error', code, path, values: { element: name, ...values } });
  };
  const check = (attribute: string, value: string, wanted: string | null): void => {
    if (wanted !== null) report('wrong-attribute-value', { attribute, value, wanted });
  };
  const rule = ruleOf(name);
  if (lang !== null && lang !== parent.lang)
    check('lang', lang, wantedInstead(COMMON_ATTRIBUTES.lang as ValueKind, lang));
  for (const [attribute, value] of Object.entries(attributes)) {
    const kind = rule && kindOf(rule, attribute);
    if (kind !== undefined) check(attribute, value, wantedInstead(kind, value));
  }
  for (const attribute of REQUIRED[name] ?? [])
    if (attributes[attribute] === undefined) report('missing-attribute', { attribute });
  const { from, to } = attributes;
  if (from !== undefined && to !== undefined && to < from) check('to', to, `≥ ${from}`);
  for (const child of children) if (child.kind === 'element') checkElement(child, element, path, problems);
}
