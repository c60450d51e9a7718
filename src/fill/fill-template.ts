/**
 * Stage 4, fill. In: a view and a set of compiled templates. Out: an HTML fragment, every value escaped.
 * Refuses to decide: layout, and what is known; a value that the view lacks is an error of ours.
 */
import type { DocumentName } from '../case/types.ts';
import { escapeText, type Helpers, Markup, makeHelpers } from './helpers.ts';
import type { TemplateExpression, TemplateProgram, TemplateSet, View } from './types.ts';

type Fields = Record<string, unknown>;

/** Where a program stands: the contexts around it, the innermost first, and its place in a list. */
interface Scope {
  contexts: unknown[];
  index: number;
  first: boolean;
  last: boolean;
}

export function fillTemplate(document: DocumentName, view: View, templates: TemplateSet): { html: string } {
  const { specs } = templates.documents[document];
  const run: Run = { specs, helpers: makeHelpers(templates), root: view[document] };
  const scope: Scope = { contexts: [run.root], index: 0, first: true, last: true };
  return { html: runPartial('main', scope, run) };
}

interface Run {
  specs: Record<string, TemplateProgram>;
  helpers: Helpers;
  root: unknown;
}

function runPartial(name: string, scope: Scope, run: Run): string {
  const program = run.specs[name];
  if (!program) throw new Error(`there is no partial ${name}`);
  try {
    return runProgram(program, scope, run);
  } catch (error) {
    // The innermost template is the one to look at.
    if (error instanceof Error && error.cause === undefined) {
      throw new Error(`template ${name}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

function runProgram(program: TemplateProgram, scope: Scope, run: Run): string {
  let html = '';
  for (const node of program) {
    if (typeof node === 'string') {
      html += node;
      continue;
    }
    switch (node[0]) {
      case 'value':
        html += escapeValue(evaluate(node[1], scope, run));
        break;
      case 'if':
        html += runProgram(isEmpty(evaluate(node[1], scope, run)) ? node[3] : node[2], scope, run);
        break;
      case 'each':
        html += runList(evaluate(node[1], scope, run), node[2], node[3], scope, run);
        break;
      case 'with': {
        const context = evaluate(node[1], scope, run);
        html += isEmpty(context)
          ? runProgram(node[3], scope, run)
          : runProgram(node[2], { ...scope, contexts: [context, ...scope.contexts] }, run);
        break;
      }
      case 'partial': {
        const [, name, context, hash] = node;
        const given = context ? evaluate(context, scope, run) : scope.contexts[0];
        const merged = hash ? { ...(given as Fields), ...evaluateHash(hash, scope, run) } : given;
        html += runPartial(String(evaluate(name, scope, run)), { ...scope, contexts: [merged] }, run);
        break;
      }
    }
  }
  return html;
}

function runList(
  list: unknown,
  program: TemplateProgram,
  otherwise: TemplateProgram,
  scope: Scope,
  run: Run,
): string {
  if (isEmpty(list)) return runProgram(otherwise, scope, run);
  if (!Array.isArray(list)) throw new Error('#each wants a list');
  let html = '';
  for (const [index, item] of list.entries()) {
    const contexts = [item, ...scope.contexts];
    html += runProgram(
      program,
      { contexts, index, first: index === 0, last: index === list.length - 1 },
      run,
    );
  }
  return html;
}

function evaluate(expression: TemplateExpression, scope: Scope, run: Run): unknown {
  switch (expression[0]) {
    case 'literal':
      return expression[1];
    case 'path':
      return valueAt(scope.contexts[expression[1]], expression[2]);
    case 'root':
      return valueAt(run.root, expression[1]);
    case 'data':
      return scope[expression[1] as 'index' | 'first' | 'last'];
    case 'must': {
      const value = evaluate(expression[1], scope, run);
      if (value === undefined) throw new Error(`the view has no ${expression[2]}`);
      return value;
    }
    case 'call': {
      const [, name, operands, hash] = expression;
      const values = operands.map((operand) => evaluate(operand, scope, run));
      if (name === 'lookup') return valueAt(values[0], [String(values[1])]);
      const helper = run.helpers[name];
      if (!helper) throw new Error(`there is no helper ${name}`);
      return helper(values, { root: run.root as never, hash: hash ? evaluateHash(hash, scope, run) : {} });
    }
  }
}

function evaluateHash(hash: Record<string, TemplateExpression>, scope: Scope, run: Run): Fields {
  const values: Fields = {};
  for (const key of Object.keys(hash)) values[key] = evaluate(hash[key] as TemplateExpression, scope, run);
  return values;
}

/** Own fields only: no value of a case reaches a prototype. */
function valueAt(context: unknown, names: readonly string[]): unknown {
  let value = context;
  for (const name of names) {
    if (value === null || value === undefined) throw new Error(`nothing holds ${names.join('.')}`);
    value = Object.hasOwn(value as object, name) ? (value as Fields)[name] : undefined;
  }
  return value;
}

/** What Handlebars takes for empty: no value, false, 0, '' and []. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : !value;
}

function escapeValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Markup ? value.html : escapeText(String(value));
}
