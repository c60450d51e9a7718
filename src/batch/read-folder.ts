/** Rows of a folder: its case files, in the order of their names. */
import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { inputProblem } from '../problem.ts';
import { askFiles } from './ask-files.ts';
import { RefusedBatch } from './refused-batch.ts';
import { RowNames } from './row-names.ts';
import type { Row, RowSource } from './types.ts';

export const isCaseFile = (name: string): boolean => /\.(?:ya?ml|json)$/iu.test(name);

export async function* readFolder(folder: string): AsyncGenerator<Row> {
  const files = askFiles(folder, () => readdirSync(folder)).filter(isCaseFile);
  files.sort();
  if (files.length === 0) throw new RefusedBatch(inputProblem('no-rows', { file: folder }));
  const names = new RowNames();
  for (const [index, file] of files.entries()) {
    const { name, problems } = names.ofFile(basename(file, extname(file)));
    const source: RowSource = { kind: 'file', path: join(folder, file) };
    yield { number: index + 1, line: null, name, source, problems, progress: (index + 1) / files.length };
  }
}
