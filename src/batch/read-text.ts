/** Text of a file in pieces, by an encoding that is sure: a byte order mark of UTF-16, or bytes that are UTF-8. */
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { LARGEST_CASE_BYTES } from '../case/parse-case.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { RefusedBatch } from './refused-batch.ts';

/** First bytes of a zip, which .xlsx is, and of a workbook of before. */
const WORKBOOKS = ['504b0304', 'd0cf11e0'];

/** Bytes of no known encoding end it: which of Shift_JIS and GBK they are nobody can tell. */
export async function* readText(file: string, otherEncoding: Problem): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of createReadStream(file)) {
      decoder ??= decoderFor(chunk as Buffer);
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedBatch(otherEncoding);
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new RefusedBatch(inputProblem('file-not-readable', { file, reason: code })) : error;
  }
}

function decoderFor(start: Buffer): TextDecoder {
  if (WORKBOOKS.includes(start.toString('hex', 0, 4))) throw new RefusedBatch(inputProblem('excel-workbook'));
  const mark = start.toString('hex', 0, 2);
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** The first line with something in it, and the text from its beginning on. */
export async function peekLine(
  pieces: AsyncGenerator<string>,
): Promise<{ line: string; text: AsyncGenerator<string> }> {
  let start = '';
  while (start.length <= LARGEST_CASE_BYTES && !/\S.*[\r\n]/u.test(start)) {
    const piece = await pieces.next();
    if (piece.done) break;
    start += piece.value;
  }
  return { line: /\S.*/u.exec(start)?.[0] ?? '', text: resume(start, pieces) };
}

async function* resume(start: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* pieces;
}

/** A line beyond what a case may hold is cut there, so that a file without line ends takes no more memory. */
export async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<string> {
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
