/**
 * In: a table, a list of cases or a folder. Out: rows, one at a time, as they are asked for.
 * Refuses to decide what a row means: a row that can't be read is a row with a Problem.
 */
import { statSync } from 'node:fs';
import { inputProblem } from '../problem.ts';
import { askFiles } from './ask-files.ts';
import { isCaseFile, readFolder } from './read-folder.ts';
import { readLines } from './read-lines.ts';
import { readTable } from './read-table.ts';
import { RefusedBatch } from './refused-batch.ts';
import type { Row } from './types.ts';

export function readRows(source: string): AsyncGenerator<Row> {
  const entry = askFiles(source, () => statSync(source));
  if (entry.isDirectory()) return readFolder(source);
  if (/\.(?:ndjson|jsonl)$/iu.test(source)) return readLines(source, entry.size);
  if (isCaseFile(source)) throw new RefusedBatch(inputProblem('single-case', { file: source }));
  return readTable(source, entry.size);
}
