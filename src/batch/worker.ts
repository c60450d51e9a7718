/** One row in a worker thread: from its case to its PDFs in place. Fonts stay open between rows. */
import { readFileSync } from 'node:fs';
import { parseCase } from '../case/parse-case.ts';
import { setAnswer } from '../case/set-answer.ts';
import { nodeHost } from '../host/node.ts';
import { type Checked, inputProblem, type Problem } from '../problem.ts';
import { createRenderer } from '../render.ts';
import { FileSet } from './file-set.ts';
import type { RowResult, RowSource, Task } from './types.ts';

const renderer = createRenderer(nodeHost());

export default async function setRow({ row, settings, mark }: Task): Promise<RowResult> {
  const start = performance.now();
  const result = (problems: readonly Problem[], files: string[]): RowResult => ({
    row: row.number,
    line: row.line,
    files,
    status: problems.some(isError) ? 'error' : problems.length > 0 ? 'warning' : 'ok',
    problems: problems.map(withoutSentences),
    ms: performance.now() - start,
  });
  if (row.problems.length > 0) return result(row.problems, []);
  const { input, problems } = readInput(row.source, settings.set);
  if (problems.length > 0) return result(problems, []);

  const { out, set: _, ...options } = settings;
  const rendered = await renderer.render(input, { ...options, stem: row.name });
  const found: Problem[] = [...rendered.problems];
  const files = new FileSet(out, mark);
  try {
    for (const { document, bytes } of rendered.documents) {
      // Copies for others are told apart by the row too: their own names hold the carrier only.
      const edition = settings.edition === 'personal' ? '' : `-${settings.edition}`;
      const problem = files.add(`${row.name}-${document}${edition}.pdf`, bytes);
      if (problem) found.push(problem);
    }
    if (found.some(isError)) return result(found, []);
    const names = files.names();
    const unplaced = files.commit();
    return result([...found, ...unplaced], unplaced.length === 0 ? names : []);
  } finally {
    files.discard();
  }
}

function readInput(source: RowSource, set: readonly string[]): { input: unknown; problems: Problem[] } {
  const parsed = source.kind === 'file' ? readFile(source.path) : { value: source.input, problems: [] };
  let input = parsed.value;
  const problems = [...parsed.problems];
  for (const assignment of problems.length === 0 ? set : []) {
    const answered = setAnswer(input, assignment);
    input = answered.value;
    problems.push(...answered.problems);
  }
  return { input, problems };
}

/** A folder called `x.yaml`, or a link that leads nowhere, is the row's Problem. */
function readFile(file: string): Checked<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    return { value: null, problems: [inputProblem('file-not-readable', { file, reason })] };
  }
  return parseCase(bytes, file);
}

/** They are joined on again where they are read: journals hold what they are made from. */
function withoutSentences({ severity, code, path, values, hint }: Problem): Problem {
  return { severity, code, path, ...(values ? { values } : {}), ...(hint === undefined ? {} : { hint }) };
}

const isError = ({ severity }: Problem): boolean => severity === 'error';
