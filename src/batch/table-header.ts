/** The heading of a table: which answer each column holds, and what stands between columns. */
import { answerPaths } from '../case/case-fields.ts';
import { nearest } from '../case/nearest.ts';
import { shown } from '../case/shown.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { RefusedBatch } from './refused-batch.ts';

/** A path, or one of the two that are none: what is not to be read, and what has no heading. */
export type Column = string | typeof NOT_READ | typeof UNNAMED;

export const NAME = 'name';
export const NOT_READ = '#';
export const UNNAMED = '';

export function readHeader(record: readonly string[]): Column[] {
  const header = record.map(readHeading);
  const columns = header.filter((column) => column !== NOT_READ && column !== UNNAMED);
  const unknown = columns.filter((column) => !isKnown(column));
  const problem = unknown.length > 0 ? tellUnknown(unknown) : (findTwice(columns) ?? findListTwice(columns));
  if (problem) throw new RefusedBatch(problem);
  return header;
}

/** `#` of a wide keyboard too. */
function readHeading(cell: string): Column {
  const heading = cell.trim();
  return /^[#\uFF03]/u.test(heading) ? NOT_READ : heading;
}

/** Items of a list have columns of their own: `papers.0`. */
const ITEM = /^(papers|accounts)\.(?:0|[1-9]\d?)$/u;

function isKnown(column: Column): boolean {
  const path = column.replace(ITEM, '$1');
  return path === NAME || answerPaths().includes(path);
}

function tellUnknown(unknown: readonly string[]): Problem {
  const found = unknown.map((column) => shown(column));
  const hints = unknown.flatMap((column, index) => {
    const near = nearestColumn(column);
    return near === null ? [] : [unknown.length === 1 ? near : `${near} (${found[index]})`];
  });
  const problem = inputProblem('unknown-column', { found: found.join(', ') });
  return hints.length === 0 ? problem : { ...problem, hint: hints.join(', ') };
}

/** By the whole path, or by its last word as people write it: `sim`, `ClosingDay`. */
function nearestColumn(column: string): string | null {
  const paths = [...answerPaths(), NAME];
  const lastWords = paths.map((path) => path.slice(path.lastIndexOf('.') + 1));
  const word = nearest(column.slice(column.lastIndexOf('.') + 1), lastWords);
  return nearest(column, paths) ?? (word === null ? null : (paths[lastWords.indexOf(word)] ?? null));
}

function findTwice(columns: readonly string[]): Problem | null {
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  return twice === undefined ? null : inputProblem('column-twice', { found: twice });
}

/** A list and items of it would overwrite each other. */
function findListTwice(columns: readonly string[]): Problem | null {
  for (const item of columns) {
    const list = ITEM.exec(item)?.[1];
    if (list !== undefined && columns.includes(list)) {
      return inputProblem('list-column-twice', { found: list, other: item });
    }
  }
  return null;
}

/** What stands between columns, by a heading that consists of known ones. */
export function findSeparator(heading: string): string {
  const split = (separator: string) =>
    heading.split(separator).map((cell) => readHeading(cell.trim().replace(/^"(.*)"$/u, '$1')));
  const isHeading = (cells: readonly Column[]): boolean =>
    cells.some(isKnown) &&
    cells.every((column) => column === NOT_READ || column === UNNAMED || isKnown(column));
  const sure = [',', '\t', ';'].find((separator) => isHeading(split(separator)));
  if (sure !== undefined) return sure;
  if (!heading.includes(',')) {
    if (heading.includes('\t')) throw new RefusedBatch(inputProblem('wrong-separator', { found: 'tab' }));
    if (heading.includes(';'))
      throw new RefusedBatch(inputProblem('wrong-separator', { found: 'semicolon' }));
  }
  return ',';
}
