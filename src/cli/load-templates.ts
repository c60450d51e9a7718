import type { TemplateSet } from '../fill/types.ts';
import type { Problem } from '../problem.ts';

export async function loadTemplates(
  folder: string | undefined,
  problems: Problem[],
): Promise<TemplateSet | null> {
  if (folder === undefined) return null;
  problems.push({
    severity: 'error',
    code: 'bad-option',
    path: '',
    values: { option: '--templates', found: folder, allowed: '' },
  });
  return null;
}
