import { join } from 'node:path';
import { FileSet } from '../../batch/file-set.ts';
import { validateCase } from '../../case/validate-case.ts';
import { nodeHost } from '../../host/node.ts';
import { loadTemplates } from '../../own-templates/load-templates.ts';
import { hasErrors, type Problem } from '../../problem.ts';
import { createRenderer, type Renderer, type RenderOptions } from '../../render.ts';
import type { Schedule } from '../../schedule/types.ts';
import { EXIT_STOPPED } from '../exit-codes.ts';
import { type DocumentOptions, oneOf, readDocumentOptions, STAGES, type Stage } from '../options.ts';
import { printError } from '../output.ts';
import { outputLine } from '../output-line.ts';
import { Profile } from '../profile.ts';
import { type CaseFile, readCase } from '../read-case.ts';
import { type FileProblem, finish, inFile } from '../report.ts';

export interface GenerateOptions extends DocumentOptions {
  templates?: string;
  dump?: string;
  profile?: boolean;
}

const NOTHING = { documents: [], schedule: null };

export async function runGenerate(files: readonly string[], options: GenerateOptions): Promise<number> {
  // Node loads its clock when it is first asked.
  const profile = options.profile ? new Profile() : null;
  const json = options.json === true;
  const optionProblems: Problem[] = [];
  const chosen = readDocumentOptions(options, optionProblems);
  const stage =
    options.dump === undefined ? undefined : oneOf('--dump', options.dump, STAGES, optionProblems);
  const templates = await loadTemplates(options.templates, optionProblems);
  const { cases, problems } = readAll(files, options.set);
  const warnings = inFile(undefined, optionProblems);
  problems.unshift(...warnings);
  if (hasErrors(problems)) return finish(problems, json, NOTHING, '');
  profile?.lap('read');

  const renderer = createRenderer(nodeHost());
  const shared: Shared = {
    ...chosen,
    ...(templates ? { templates } : {}),
    ...(profile ? { onStage: (name: string) => profile.lap(name) } : {}),
  };
  if (stage !== undefined) return printDump(renderer, cases, shared, stage, json, warnings);
  const exitCode = await writeDocuments(renderer, cases, shared, options.out, json, warnings);
  if (profile) printError(profile.describe());
  return exitCode;
}

type Shared = Omit<RenderOptions, 'host'>;

/** Every case is read and validated before anything is set or written; the only one is by the pipeline itself. */
function readAll(files: readonly string[], set: readonly string[]) {
  const problems: FileProblem[] = [];
  const cases = files.map((file) => {
    const read = readCase(file, set);
    const isOnly = files.length === 1;
    const found = read.problems.length > 0 || isOnly ? read.problems : validateCase(read.input).problems;
    problems.push(...inFile(file, found));
    return read;
  });
  // Without errors the pipeline comes to the same warnings again and tells them.
  return { cases, problems: hasErrors(problems) ? problems : [] };
}

async function writeDocuments(
  renderer: Renderer,
  cases: readonly CaseFile[],
  shared: Shared,
  out: string,
  json: boolean,
  warnings: readonly FileProblem[],
): Promise<number> {
  const problems = [...warnings];
  const documents: { name: string; path: string; pages: number; bytes: number; case: string }[] = [];
  const schedules: { case: string; schedule: Schedule | null }[] = [];
  const files = new FileSet(out);
  const stop = (): void => {
    files.discard();
    process.exit(EXIT_STOPPED);
  };
  // Between two cases: nothing half made stays.
  if (cases.length > 1) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    for (const { file, stem, input } of cases) {
      const result = await renderer.render(input, { ...shared, stem });
      problems.push(...inFile(file, result.problems));
      schedules.push({ case: file, schedule: result.schedule });
      for (const { name, bytes, pages } of result.documents) {
        const problem = files.add(name, bytes);
        if (problem) {
          // Where one can't be written, the next can't either.
          problems.push(...inFile(file, [problem]));
          break;
        }
        documents.push({ name, path: join(out, name), pages, bytes: bytes.length, case: file });
      }
      if (hasErrors(problems)) break;
    }
    if (!hasErrors(problems)) problems.push(...inFile(undefined, files.commit()));
  } finally {
    files.discard();
  }
  if (hasErrors(problems)) return finish(problems, json, NOTHING, '');
  const lines = documents.map(({ path: file, pages, bytes }) =>
    outputLine(pages === 1 ? 'made-one' : 'made', { file, pages, size: Math.round(bytes / 1024) }),
  );
  const schedule = schedules.length === 1 ? schedules[0]!.schedule : null;
  return finish(problems, json, { documents, schedule, schedules }, lines.join('\n'));
}

async function printDump(
  renderer: Renderer,
  cases: readonly CaseFile[],
  shared: Shared,
  stage: Stage,
  json: boolean,
  warnings: readonly FileProblem[],
): Promise<number> {
  const problems = [...warnings];
  const texts: string[] = [];
  for (const { file, stem, input } of cases) {
    const result = await renderer.dump(input, { ...shared, stem }, stage);
    problems.push(...inFile(file, result.problems));
    texts.push(result.text);
  }
  return finish(problems, json, { stage, dumps: texts }, texts.join('\f'));
}
