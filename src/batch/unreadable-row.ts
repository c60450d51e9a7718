import type { Problem } from '../problem.ts';
import type { RowNames } from './row-names.ts';
import type { Row } from './types.ts';

export type RowPlace = Pick<Row, 'number' | 'line' | 'progress'>;

/** A row that is reported and not set; it keeps the name that its number gives. */
export function unreadableRow(problem: Problem, place: RowPlace, names: RowNames): Row {
  const { name } = names.ofRow(place.number, undefined);
  return { ...place, name, source: { kind: 'unreadable' }, problems: [problem] };
}
