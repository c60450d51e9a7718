import { validateCase } from '../../../src/case/validate-case.ts';

/** One line a Problem: severity code path (hint). */
export function problemsOf(input: unknown): string[] {
  return validateCase(input).problems.map(
    ({ severity, code, path, hint }) => `${severity} ${code} ${path}${hint ? ` (${hint})` : ''}`,
  );
}
