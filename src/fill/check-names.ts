/**
 * What the templates of a document name, whether a case shows it or not.
 * In: compiled templates and tables. Out: names. Refuses to decide: values, which only a filled page has.
 */
import type { DocumentName } from '../case/types.ts';
import type { Fault } from '../problem.ts';
import type { DocumentTemplates, TemplateExpression, TemplateNode, TemplateProgram } from './types.ts';

/** Tables whose rows have a partial each: by table, the lists in it and the folder of their partials. */
const PARTIALS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'checklist/steps': { phases: 'phases', steps: 'steps' },
  'checklist/rows': { costs: 'rows', known: 'rows' },
  'checklist/faq': { '': 'faq' },
  'checklist/bring': { '': 'bring' },
  'checklist/warnings': { '': 'warnings' },
  'memo/rows': { rows: 'rows' },
};

/** Partials that a template names and that there are not. */
export function findMissingPartials(
  program: TemplateProgram,
  specs: Readonly<Record<string, TemplateProgram>>,
): Fault[] {
  const names = new Set<string>();
  visitNodes(program, (node) => {
    if (node[0] === 'partial' && typeof node[1] === 'string') names.add(node[1]);
  });
  const missing = [...names].filter((name) => !Object.hasOwn(specs, name));
  return missing.map((name) => missingPartial(name, Object.keys(specs)));
}

/** Rows of a table that have no words. */
export function findWordless(
  document: DocumentName,
  name: string,
  { specs, tables }: DocumentTemplates,
): Fault[] {
  const folders = Object.entries(PARTIALS[`${document}/${name}`] ?? {});
  return folders.flatMap(([list, folder]) => {
    const rows = list === '' ? tables[name] : (tables[name] as Record<string, unknown>)[list];
    const wanted = rowNames(rows).map((row) => `${folder}/${row}`);
    return wanted
      .filter((partial) => !Object.hasOwn(specs, partial))
      .map((partial) => missingPartial(partial, Object.keys(specs)));
  });
}

const rowNames = (rows: unknown): string[] =>
  Array.isArray(rows)
    ? rows.map((row: { id?: string; code?: string }) => row.id ?? row.code ?? '')
    : Object.keys(rows as object);

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

const missingPartial = (name: string, known: readonly string[]): Fault => ({
  code: 'unknown-partial',
  values: { name },
  found: name,
  known: known.filter((other) => folderOf(other) === folderOf(name)),
});

/** The times of a visit that a template tells apart: `(eq moment "before-leaving")`. */
export function listMoments(specs: Readonly<Record<string, TemplateProgram>>): string[] {
  const moments = new Set<string>();
  for (const program of Object.values(specs)) {
    visitNodes(program, (node) => {
      if (node[0] === 'if') addMoments(node[1], moments);
    });
  }
  return [...moments];
}

function addMoments(expression: TemplateExpression, moments: Set<string>): void {
  if (typeof expression !== 'object') return;
  if (expression[0] === 'call') for (const operand of expression[2]) addMoments(operand, moments);
  if (expression[0] !== 'eq') return;
  const [, left, right] = expression;
  if (typeof left === 'object' && left.at(-1) === 'moment' && typeof right === 'string') moments.add(right);
}

function visitNodes(program: TemplateProgram, visit: (node: Exclude<TemplateNode, string>) => void): void {
  for (const node of program) {
    if (typeof node === 'string') continue;
    visit(node);
    if (node[0] === 'if' || node[0] === 'each' || node[0] === 'with') {
      visitNodes(node[2], visit);
      visitNodes(node[3], visit);
    }
  }
}
