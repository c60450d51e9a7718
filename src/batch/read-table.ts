/** Rows of a table: its heading names answers, and each record below it is a row. */
import { CsvError, type Info, parse } from 'csv-parse';
import { kindAt } from '../case/case-fields.ts';
import { LARGEST_CASE_BYTES } from '../case/parse-case.ts';
import { placeAnswer } from '../case/set-answer.ts';
import { inputProblem } from '../problem.ts';
import { readCell } from './read-cell.ts';
import { peekLine, readText } from './read-text.ts';
import { RefusedBatch } from './refused-batch.ts';
import { RowNames } from './row-names.ts';
import { type Column, findSeparator, NAME, NOT_READ, readHeader, UNNAMED } from './table-header.ts';
import type { Row } from './types.ts';
import { type RowPlace, unreadableRow } from './unreadable-row.ts';

export async function* readTable(file: string, size: number): AsyncGenerator<Row> {
  const names = new RowNames();
  let header: Column[] | null = null;
  // As spreadsheets count: a line break inside quotes begins no row, and an empty row is one.
  let line = 0;
  let number = 0;
  let isEmpty = true;
  try {
    for await (const { record, bytes } of readRecords(file)) {
      line++;
      if (header) number++;
      if (record.every((cell) => cell.trim() === '')) continue;
      if (header === null) {
        header = readHeader(record);
        continue;
      }
      isEmpty = false;
      yield readRecord(record, header, { number, line, progress: Math.min(1, bytes / size) }, names);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    line++;
    const problem = inputProblem('not-csv', { line, reason: error.code });
    if (header === null) throw new RefusedBatch(problem);
    // What follows a quote that is never closed can't be told apart: one row stands for all of it.
    number++;
    isEmpty = false;
    yield unreadableRow(problem, { number, line, progress: 1 }, names);
  }
  if (isEmpty) throw new RefusedBatch(inputProblem('no-rows', { file }));
}

interface TableRecord {
  record: string[];
  /** How far into the file it ends. */
  bytes: number;
}

/** Piece by piece: whatever stands before a mistake comes out, and no more is read than is asked for. */
async function* readRecords(file: string): AsyncGenerator<TableRecord> {
  const { line, text } = await peekLine(readText(file, inputProblem('table-not-utf-8')));
  const ready: TableRecord[] = [];
  let failed: Error | null = null;
  const parser = parse({
    delimiter: findSeparator(line),
    relax_column_count: true,
    // An open quote would otherwise swallow the rest of the table.
    max_record_size: LARGEST_CASE_BYTES,
    on_record(record: string[], { bytes }: Info) {
      ready.push({ record, bytes });
      // Records wait here and not in the parser, which drops them when it fails.
      return null;
    },
  });
  parser.on('error', (error) => {
    failed = error;
  });
  parser.resume();
  for await (const chunk of text) {
    await new Promise<void>((done) => parser.write(chunk, () => done()));
    yield* ready.splice(0);
    if (failed) throw failed;
  }
  await new Promise<void>((done) => {
    parser.once('close', done);
    parser.end();
  });
  yield* ready.splice(0);
  if (failed) throw failed;
}

/** Spreadsheets leave out the last commas of rows whose last cells are empty. */
function readRecord(
  record: readonly string[],
  header: readonly Column[],
  place: RowPlace,
  names: RowNames,
): Row {
  let input: unknown = {};
  let given: string | undefined;
  for (const [index, text] of record.entries()) {
    const cell = text.trim();
    const column = header[index] ?? UNNAMED;
    if (cell === '' || column === NOT_READ) continue;
    if (column === UNNAMED) {
      // A comma in a text without quotes moves all that follows: one is told.
      return unreadableRow(inputProblem('column-without-name', { column: index + 1 }), place, names);
    }
    if (column === NAME) given = cell;
    else {
      const keys = column.split('.');
      input = placeAnswer(input, keys, readCell(cell, kindAt(keys)));
    }
  }
  return { ...place, ...names.ofRow(place.number, given), source: { kind: 'input', input } };
}
