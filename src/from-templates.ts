/** What is made of templates: where they are a user's own, their mistakes are Problems. */
import type { TemplateSet } from './fill/types.ts';
import { faultOf, inputProblem, type Problem } from './problem.ts';
import type { Sheet } from './style/sheet.ts';

export interface OwnTemplates {
  /** Templates and sheets of the user's own, instead of the bundled ones: src/own-templates/ makes them of a folder. */
  templates?: { set: TemplateSet; sheets: Record<string, Sheet> };
}

/** A mistake in a template is its author's: a Problem where that is the user, a fault of ours otherwise. */
export function fromTemplates<T>(
  file: string,
  options: OwnTemplates,
  problems: Problem[],
  make: () => T,
): T | null {
  try {
    return make();
  } catch (error) {
    if (!options.templates) throw error;
    const fault = faultOf(error as Error);
    if (fault) {
      const { code, values, place } = fault;
      problems.push({
        severity: 'error',
        code,
        path: place === undefined ? file : `${file}/${place}`,
        values,
      });
    } else problems.push(inputProblem('template-not-readable', { file, reason: (error as Error).message }));
    return null;
  }
}
