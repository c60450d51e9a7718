import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { LARGEST_CASE_BYTES } from '../case/parse-case.ts';
import { readCaseText } from '../case/read-case-text.ts';
import { inputProblem, type Problem } from '../problem.ts';
import { suggestedCommand } from './suggested-command.ts';

export interface CaseFile {
  file: string;
  /** The file's name without its ending: what the PDFs are called after. */
  stem: string;
  input: unknown;
  problems: Problem[];
}

/** Tables and lists are for `batch`. */
const MANY_CASES = /\.(?:csv|tsv|ndjson|jsonl|xlsx?)$/iu;

/** Reads a case file and lays the answers of `--set` over it. */
export function readCase(file: string, assignments: readonly string[]): CaseFile {
  const read = readBytes(file);
  const stem = basename(file, extname(file));
  if (read.problem) return { file, stem, input: null, problems: [read.problem] };
  const { value: input, problems } = readCaseText(read.bytes, file, assignments);
  return { file, stem, input, problems };
}

const batchOf = (file: string) => ({ file, command: suggestedCommand('batch', file) });

function readBytes(file: string): { bytes: Uint8Array; problem?: never } | { problem: Problem } {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return { problem: inputProblem('case-is-folder', batchOf(file)) };
    if (MANY_CASES.test(file)) return { problem: inputProblem('many-cases', batchOf(file)) };
    // Nothing that large is read at all.
    if (found.size > LARGEST_CASE_BYTES) {
      return { problem: inputProblem('file-too-large', { limit: LARGEST_CASE_BYTES / 1024 }) };
    }
    return { bytes: readFileSync(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: inputProblem('file-not-found', { file }) };
    if (code === 'ENAMETOOLONG') return { problem: inputProblem('name-too-long', { file }) };
    return { problem: inputProblem('file-not-readable', { file, reason: code ?? '' }) };
  }
}
