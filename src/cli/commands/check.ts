import { nodeHost } from '../../host/node.ts';
import { loadTemplates } from '../../own-templates/load-templates.ts';
import type { Problem } from '../../problem.ts';
import { createRenderer } from '../../render.ts';
import { type CaseOptions, readToday } from '../options.ts';
import { outputLine } from '../output-line.ts';
import { readCase } from '../read-case.ts';
import { type FileProblem, finish, inFile } from '../report.ts';

interface CheckOptions extends CaseOptions {
  templates?: string;
  print?: boolean;
}

/** Sets both documents as `generate` would, so that what passes here can be printed, and writes nothing. */
export async function runCheck(files: readonly string[], options: CheckOptions): Promise<number> {
  const optionProblems: Problem[] = [];
  const today = readToday(options.today, optionProblems);
  const templates = await loadTemplates(options.templates, optionProblems);
  const problems: FileProblem[] = inFile(undefined, optionProblems);
  const renderer = createRenderer(nodeHost());
  for (const file of files) {
    const { stem, input, problems: unread } = readCase(file, options.set);
    if (unread.length > 0) {
      problems.push(...inFile(file, unread));
      continue;
    }
    const result = await renderer.render(input, {
      stem,
      ...(today === undefined ? {} : { today }),
      ...(templates ? { templates } : {}),
      ...(options.print ? { inspectPrint: true } : {}),
    });
    problems.push(...inFile(file, result.problems));
  }
  const clean = files.filter((file) => !problems.some((problem) => problem.file === file));
  return finish(
    problems,
    options.json === true,
    {},
    clean.map((file) => outputLine('clean', { file })).join('\n'),
  );
}
