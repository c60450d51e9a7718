/** The properties of docs/template-guide.md §3: which field of the style each declares, and how its values are read. */
import { InputFault } from '../problem.ts';
import { type DeclaredStyle, sides } from './computed-style.ts';
import type { DeclaredValue, SheetValue } from './sheet.ts';
import type { Sides } from './types.ts';

/** As it is written: a number may have a unit, and then it is a length in points. */
export interface WrittenValue {
  value: SheetValue;
  hasUnit: boolean;
}

/** Throws what it wants instead. */
type Read<T> = (values: readonly WrittenValue[]) => T;

interface Property {
  field: keyof DeclaredStyle;
  read: Read<DeclaredValue>;
}

const wants = (wanted: string): never => {
  throw new InputFault(`wants ${wanted}`, { code: 'wrong-property-value', values: { wanted } });
};

/** Of lengths only 0 needs no unit. */
function isLength({ value, hasUnit }: WrittenValue): boolean {
  return typeof value === 'number' && (hasUnit || value === 0);
}

const only = (values: readonly WrittenValue[], what: string): WrittenValue =>
  values.length === 1 ? (values[0] as WrittenValue) : wants(what);

const length: Read<number> = (values) => {
  const one = only(values, 'one length');
  return isLength(one) ? (one.value as number) : wants('one length');
};

/** Nothing can be set in less. */
const size: Read<number> = (values) => {
  const sizePt = length(values);
  return sizePt > 0 ? sizePt : wants('a length above 0');
};

const number: Read<number> = (values) => {
  const { value, hasUnit } = only(values, 'one number');
  return typeof value === 'number' && !hasUnit ? value : wants('one number without a unit');
};

const wholeFrom =
  (least: number): Read<number> =>
  (values) => {
    const count = number(values);
    return Number.isInteger(count) && count >= least ? count : wants(`a whole number from ${least} on`);
  };

/** One of these words. */
const word =
  <W extends string>(...words: readonly W[]): Read<W> =>
  (values) => {
    const { value } = only(values, words.join(', '));
    return words.includes(value as W) ? (value as W) : wants(words.join(', '));
  };

/** Whether it is the first of two words. */
const isFirst = (yes: string, no: string): Read<boolean> => {
  const read = word(yes, no);
  return (values) => read(values) === yes;
};

/** One to four, as CSS reads them. */
const lengths: Read<number[]> = (values) => {
  if (values.length < 1 || values.length > 4 || !values.every(isLength)) return wants('one to four lengths');
  return values.map(({ value }) => value as number);
};

const allSides: Read<Sides> = (values) => sides(lengths(values));

const widths: Read<readonly SheetValue[]> = (values) => {
  if (!values.every((one) => isLength(one) || typeof one.value === 'object')) return wants('lengths and fr');
  return values.map(({ value }) => value);
};

const oneOrMore = wholeFrom(1);

const span: Read<number | 'all'> = (values) =>
  only(values, 'a number, or all').value === 'all' ? 'all' : oneOrMore(values);

/** Every property that a sheet may use; an unknown one is an error of the sheet's writer. */
export const PROPERTIES: Readonly<Record<string, Property>> = {
  display: { field: 'display', read: word('stack', 'row', 'grid', 'none') },
  columns: { field: 'columns', read: widths },
  'column-gap': { field: 'columnGapPt', read: length },
  'row-gap': { field: 'rowGapPt', read: length },
  'column-span': { field: 'columnSpan', read: span },
  flow: { field: 'flow', read: word('row', 'column') },
  'vertical-align': {
    field: 'verticalAlign',
    read: word('top', 'middle', 'bottom', 'baseline', 'stretch', 'hanging'),
  },
  'align-content': { field: 'alignContent', read: word('top', 'middle', 'bottom') },
  'font-size': { field: 'fontSizePt', read: size },
  'line-height': { field: 'lineHeightPt', read: size },
  'font-weight': { field: 'bold', read: isFirst('bold', 'regular') },
  'text-align': { field: 'textAlign', read: word('start', 'end', 'center', 'justify') },
  wrap: { field: 'wrap', read: word('normal', 'phrase', 'none') },
  'line-break': { field: 'strictness', read: word('strict', 'normal', 'loose') },
  autospace: { field: 'autospaceEm', read: number },
  'box-size': { field: 'boxSizePt', read: size },
  ruby: { field: 'ruby', read: isFirst('shown', 'none') },
  'text-indent': { field: 'textIndentPt', read: length },
  'margin-top': { field: 'marginTopPt', read: length },
  'margin-bottom': { field: 'marginBottomPt', read: length },
  'margin-left': { field: 'marginLeftPt', read: length },
  'margin-right': { field: 'marginRightPt', read: length },
  padding: { field: 'padding', read: allSides },
  'padding-top': { field: 'padding', read: (v) => ({ topPt: length(v) }) },
  'padding-right': { field: 'padding', read: (v) => ({ rightPt: length(v) }) },
  'padding-bottom': { field: 'padding', read: (v) => ({ bottomPt: length(v) }) },
  'padding-left': { field: 'padding', read: (v) => ({ leftPt: length(v) }) },
  border: { field: 'border', read: allSides },
  'border-top': { field: 'border', read: (v) => ({ topPt: length(v) }) },
  'border-right': { field: 'border', read: (v) => ({ rightPt: length(v) }) },
  'border-bottom': { field: 'border', read: (v) => ({ bottomPt: length(v) }) },
  'border-left': { field: 'border', read: (v) => ({ leftPt: length(v) }) },
  'border-style': { field: 'dashedBorder', read: isFirst('dashed', 'solid') },
  'min-height': { field: 'minHeightPt', read: length },
  width: { field: 'widthPt', read: length },
  'break-inside': { field: 'breakInside', read: isFirst('auto', 'avoid') },
  'break-after': { field: 'breakAfter', read: isFirst('auto', 'avoid') },
  'break-before': { field: 'breakBefore', read: isFirst('page', 'auto') },
  repeat: { field: 'repeat', read: word('none', 'head', 'continued', 'fill') },
  optional: { field: 'optional', read: wholeFrom(0) },
  orphans: { field: 'orphans', read: oneOrMore },
  'list-marker': { field: 'listMarker', read: word('none', 'decimal', 'disc') },
};

/** Of `@page`, which is no box. */
export const PAGE_PROPERTIES: Readonly<Record<string, Read<number[]>>> = {
  size: (values) => (values.length === 2 ? lengths(values) : wants('two lengths')),
  margin: lengths,
  foot: (values) => [length(values)],
};

/** What a print may be: `Media` of the style stage, and its values. */
export const MEDIA: Readonly<Record<string, readonly string[]>> = {
  paper: ['A4', 'A3', 'B5', 'Letter'],
  large: ['true', 'false'],
  ruby: ['none', 'furigana', 'pinyin', 'both'],
};
