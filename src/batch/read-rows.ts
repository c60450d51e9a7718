/**
 * In: a table, a list of cases or a folder. Out: rows, one at a time, as they are asked for.
 * Refuses to decide what a row means: a row that can't be read is a row with a Problem.
 */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CsvError, type Info, parse } from 'csv-parse';
import { answerPaths, kindAt } from '../case/case-fields.ts';
import { isMapping } from '../case/is-mapping.ts';
import { isNestedTooDeep, LARGEST_CASE_BYTES, placeInJson } from '../case/parse-case.ts';
import { placeAnswer } from '../case/set-answer.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { readCell } from './read-cell.ts';
import { RefusedBatch } from './refused-batch.ts';
import { RowNames } from './row-names.ts';
import type { Row, RowSource } from './types.ts';

export function readRows(source: string): AsyncGenerator<Row> {
  const entry = askFiles(source, () => statSync(source));
  if (entry.isDirectory()) return readFolder(source);
  if (/\.(?:ndjson|jsonl)$/iu.test(source)) return readLines(source, entry.size);
  if (isCaseFile(source)) throw new RefusedBatch(inputProblem('single-case', { file: source }));
  return readTable(source, entry.size);
}

const isCaseFile = (name: string): boolean => /\.(?:ya?ml|json)$/iu.test(name);

async function* readFolder(folder: string): AsyncGenerator<Row> {
  const files = askFiles(folder, () => readdirSync(folder)).filter(isCaseFile);
  files.sort();
  if (files.length === 0) throw new RefusedBatch(inputProblem('no-rows', { file: folder }));
  const names = new RowNames();
  for (const [index, file] of files.entries()) {
    const { name, problems } = names.ofFile(basename(file, extname(file)));
    const source: RowSource = { kind: 'file', path: join(folder, file) };
    yield { number: index + 1, name, source, problems, progress: (index + 1) / files.length };
  }
}

function askFiles<T>(file: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new RefusedBatch(
      code === 'ENOENT'
        ? inputProblem('file-not-found', { file })
        : inputProblem('file-not-readable', { file, reason: code }),
    );
  }
}

async function* readLines(file: string, size: number): AsyncGenerator<Row> {
  const names = new RowNames();
  let number = 0;
  let bytes = 0;
  for await (const line of splitLines(readText(file))) {
    bytes += Buffer.byteLength(line) + 1;
    if (line.trim() === '') continue;
    number++;
    yield readLine(line, number, names, Math.min(1, bytes / size));
  }
  if (number === 0) throw new RefusedBatch(inputProblem('no-rows', { file }));
}

function readLine(line: string, number: number, names: RowNames, progress: number): Row {
  const row = { number, progress };
  const unreadable = (problem: Problem): Row => ({
    ...row,
    name: names.ofRow(number, undefined).name,
    source: { kind: 'input', input: null },
    problems: [problem],
  });
  if (line.length > LARGEST_CASE_BYTES) {
    return unreadable(inputProblem('file-too-large', { limit: LARGEST_CASE_BYTES / 1024 }));
  }
  if (isNestedTooDeep(line)) return unreadable(inputProblem('nested-too-deep'));
  try {
    const value: unknown = JSON.parse(line);
    const { name: given, ...answers } = Object(value) as { name?: unknown };
    const { name, problems } = names.ofRow(number, given);
    // What is no mapping is told so by the case stage.
    const input = isMapping(value) ? answers : value;
    return { ...row, name, source: { kind: 'input', input }, problems };
  } catch (error) {
    return unreadable(inputProblem('not-json', { place: placeInJson(line, error as Error) }));
  }
}

async function* readTable(file: string, size: number): AsyncGenerator<Row> {
  const names = new RowNames();
  let header: string[] | null = null;
  let number = 0;
  try {
    for await (const { record, bytes } of readRecords(file)) {
      if (header === null) {
        header = readHeader(record);
        continue;
      }
      number++;
      yield readRecord(record, header, number, names, Math.min(1, bytes / size));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = inputProblem('not-csv', { row: number + 1, reason: error.code });
    if (header === null) throw new RefusedBatch(problem);
    // What follows a quote that is never closed can't be told apart: one row stands for all of it.
    number++;
    const { name } = names.ofRow(number, undefined);
    yield { number, name, source: { kind: 'input', input: null }, problems: [problem], progress: 1 };
  }
  if (number === 0) throw new RefusedBatch(inputProblem('no-rows', { file }));
}

interface TableRecord {
  record: string[];
  /** How far into the file it ends. */
  bytes: number;
}

/** Piece by piece: whatever stands before a mistake comes out, and no more is read than is asked for. */
async function* readRecords(file: string): AsyncGenerator<TableRecord> {
  const ready: TableRecord[] = [];
  let failed: Error | null = null;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
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
  for await (const chunk of readText(file)) {
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

function readHeader(record: string[]): string[] {
  const known = new Set([...answerPaths(), 'name']);
  const header = record.map((cell) => cell.trim());
  const unknown = header.find((path) => !known.has(path.replace(/^(papers|accounts)\.\d+$/u, '$1')));
  if (unknown !== undefined)
    throw new RefusedBatch(inputProblem('unknown-column', { found: unknown.slice(0, 60) }));
  const twice = header.find((path, index) => header.indexOf(path) !== index);
  if (twice !== undefined) throw new RefusedBatch(inputProblem('column-twice', { found: twice }));
  return header;
}

function readRecord(
  record: string[],
  header: string[],
  number: number,
  names: RowNames,
  progress: number,
): Row {
  const problems: Problem[] = [];
  if (record.length !== header.length) {
    problems.push(inputProblem('cells-missing', { found: record.length, wanted: header.length }));
  }
  let input: unknown = {};
  let given: string | undefined;
  for (const [index, path] of header.entries()) {
    const cell = (record[index] ?? '').trim();
    if (cell === '') continue;
    if (path === 'name') given = cell;
    else {
      const keys = path.split('.');
      input = placeAnswer(input, keys, readCell(cell, kindAt(keys)));
    }
  }
  const named = names.ofRow(number, given);
  problems.push(...named.problems);
  return { number, name: named.name, source: { kind: 'input', input }, problems, progress };
}

/** Text of a file in pieces; bytes that are not UTF-8 end it. */
async function* readText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file))
      yield decoder.decode(chunk as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedBatch(inputProblem('not-utf-8'));
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new RefusedBatch(inputProblem('file-not-readable', { file, reason: code })) : error;
  }
}

/** A line beyond what a case may hold is cut there, so that a file without line ends takes no more memory. */
async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      yield (rest + line).replace(/\r$/u, '');
      rest = '';
    }
    if (rest.length <= LARGEST_CASE_BYTES) rest += last;
  }
  if (rest !== '') yield rest;
}
