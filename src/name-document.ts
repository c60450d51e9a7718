/** The names of the files. */
import type { DocumentName } from './case/types.ts';
import type { Plan } from './plan-documents.ts';

/** Nothing personal stands in the name of a copy for others. */
export function nameDocument(document: DocumentName, plan: Plan, stem?: string): string {
  if (plan.edition === 'personal') return `${stem ?? plan.case.carrier}-${document}.pdf`;
  return `${plan.case.carrier}-${document}-${plan.edition}.pdf`;
}
