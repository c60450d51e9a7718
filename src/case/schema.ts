/** The case file as a schema, which tells every mistake. Codes of Problems ride on the checks as `params.code`. */
import * as z from 'zod/mini';
import { type AnswerFields, type AnswerKind, distinct, findChoice, type TextCheck } from './answer-kinds.ts';
import { CASE, REQUIRED } from './case-fields.ts';
import type { Case } from './types.ts';

const shape = toShape(CASE.fields);

export const caseSchema = z.strictObject({ ...shape, [REQUIRED]: shape[REQUIRED]!.def.innerType });

export type Issue = z.core.$ZodIssue;

/** The answers where all fit, or all that does not. */
export function checkAnswers(answered: unknown): { value: Case | null; issues: Issue[] } {
  const { data, error } = caseSchema.safeParse(answered);
  return error ? { value: null, issues: error.issues } : { value: data as unknown as Case, issues: [] };
}

function toShape(fields: AnswerFields) {
  const entries = Object.entries(fields);
  return Object.fromEntries(entries.map(([key, kind]) => [key, z.exactOptional(toSchema(kind))]));
}

function toSchema(kind: AnswerKind): z.ZodMiniType {
  switch (kind.kind) {
    case 'text':
      return z.string().check(...kind.checks.map(toCheck));
    case 'amount':
      return z.int().check(z.nonnegative(), z.maximum(kind.mostYen));
    case 'yes-no':
      return z.boolean();
    case 'choice':
      return toChoice(kind.values);
    case 'list':
      return z.pipe(z.array(z.literal([...kind.values])), z.transform(distinct));
    case 'group':
      return z.strictObject(toShape(kind.fields));
  }
}

function toChoice(values: readonly (string | number)[]): z.ZodMiniType {
  const quoted = values.filter((value) => typeof value === 'number').map(String);
  if (quoted.length === 0) return z.literal([...values]);
  return z.pipe(
    z.literal([...values, ...quoted]),
    z.transform((found) => findChoice(values, found)),
  );
}

function toCheck({ passes, code }: TextCheck) {
  return z.refine<string>(passes, { params: { code }, abort: true });
}
