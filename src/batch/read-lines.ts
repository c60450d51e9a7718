/** Rows of a list of cases: one JSON object a line. */
import { findDuplicateKey } from '../case/duplicate-json-key.ts';
import { isMapping } from '../case/is-mapping.ts';
import { isNestedTooDeep, LARGEST_CASE_BYTES, placeInJson } from '../case/parse-case.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { readText, splitLines } from './read-text.ts';
import { RefusedBatch } from './refused-batch.ts';
import { RowNames } from './row-names.ts';
import type { Row } from './types.ts';
import { type RowPlace, unreadableRow } from './unreadable-row.ts';

export async function* readLines(file: string, size: number): AsyncGenerator<Row> {
  const names = new RowNames();
  let number = 0;
  let line = 0;
  let bytes = 0;
  for await (const text of splitLines(readText(file, inputProblem('not-utf-8')))) {
    line++;
    bytes += Buffer.byteLength(text) + 1;
    if (text.trim() === '') continue;
    number++;
    yield readLine(text, { number, line, progress: Math.min(1, bytes / size) }, names);
  }
  if (number === 0) throw new RefusedBatch(inputProblem('no-rows', { file }));
}

function readLine(text: string, place: RowPlace, names: RowNames): Row {
  const unreadable = (problem: Problem): Row => unreadableRow(problem, place, names);
  if (text.length > LARGEST_CASE_BYTES) {
    return unreadable(inputProblem('file-too-large', { limit: LARGEST_CASE_BYTES / 1024 }));
  }
  if (isNestedTooDeep(text)) return unreadable(inputProblem('nested-too-deep'));
  try {
    const value: unknown = JSON.parse(text);
    if (findDuplicateKey(text) !== null)
      return unreadable(inputProblem('duplicate-key', { line: place.line ?? 1 }));
    const { name: given, ...answers } = Object(value) as { name?: unknown };
    const { name, problems } = names.ofRow(place.number, given);
    // What is no mapping is told so by the case stage.
    const input = isMapping(value) ? answers : value;
    return { ...place, name, source: { kind: 'input', input }, problems };
  } catch (error) {
    return unreadable(inputProblem('not-json', { place: placeInJson(text, error as Error) }));
  }
}
