/** One row in a worker thread: from its case to its PDFs in place. Fonts stay open between rows. */
import { readFileSync } from 'node:fs';
import { readCaseText, setAnswers } from '../case/read-case-text.ts';
import { nodeHost } from '../host/node.ts';
import { loadTemplates } from '../own-templates/load-templates.ts';
import { type Checked, hasErrors, inputProblem, type Problem } from '../problem.ts';
import { createRenderer } from '../render.ts';
import { FileSet } from './file-set.ts';
import type { ReadableSource, RowResult, Task } from './types.ts';

const renderer = createRenderer(nodeHost());

/** Read once by each worker; what is wrong in the folder has been told before the first row. */
let ownTemplates: ReturnType<typeof loadTemplates> | null = null;

export default async function setRow({ row, settings, mark }: Task): Promise<RowResult> {
  const start = performance.now();
  const result = (problems: readonly Problem[], files: string[]): RowResult => ({
    row: row.number,
    line: row.line,
    files,
    status: hasErrors(problems) ? 'error' : problems.length > 0 ? 'warning' : 'ok',
    problems: problems.map(withoutSentences),
    ms: performance.now() - start,
  });
  if (row.source.kind === 'unreadable') return result(row.problems, []);
  const { value: input, problems } = readInput(row.source, settings.set);
  if (problems.length > 0) return result([...row.problems, ...problems], []);

  const { out, set: _, templates: folder, ...options } = settings;
  ownTemplates ??= loadTemplates(folder, []);
  const templates = await ownTemplates;
  const rendered = await renderer.render(input, {
    ...options,
    ...(templates ? { templates } : {}),
    stem: row.name,
  });
  // A name that can't be used hides nothing else that is wrong.
  const found: Problem[] = [...row.problems, ...rendered.problems];
  if (hasErrors(found)) return result(found, []);
  const files = new FileSet(out, mark);
  try {
    for (const { document, bytes } of rendered.documents) {
      // Copies for others are told apart by the row too: their own names hold the carrier only.
      const edition = settings.edition === 'personal' ? '' : `-${settings.edition}`;
      const problem = files.add(`${row.name}-${document}${edition}.pdf`, bytes);
      if (problem) found.push(problem);
    }
    if (hasErrors(found)) return result(found, []);
    const names = files.names();
    const unplaced = files.commit();
    return result([...found, ...unplaced], unplaced.length === 0 ? names : []);
  } finally {
    files.discard();
  }
}

const readInput = (source: ReadableSource, set: readonly string[]): Checked<unknown> =>
  source.kind === 'file' ? readFile(source.path, set) : setAnswers(source.input, set);

/** A folder called `x.yaml`, or a link that leads nowhere, is the row's Problem. */
function readFile(file: string, set: readonly string[]): Checked<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    return { value: null, problems: [inputProblem('file-not-readable', { file, reason })] };
  }
  return readCaseText(bytes, file, set);
}

/** They are joined on again where they are read: journals hold what they are made from. */
function withoutSentences({ severity, code, path, values, hint }: Problem): Problem {
  return { severity, code, path, ...(values ? { values } : {}), ...(hint === undefined ? {} : { hint }) };
}
