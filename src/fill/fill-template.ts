/**
 * Stage 4, fill. In: a view and a set of compiled templates. Out: an HTML fragment, every value escaped.
 * Refuses to decide: layout, and what is known; a value that the view lacks is an error of ours.
 */
import type { DocumentName } from '../case/types.ts';
import { faultOf, InputFault } from '../problem.ts';
import { type Around, escapeText, type Helpers, Markup, makeHelpers } from './helpers.ts';
import type { TemplateExpression, TemplateProgram, TemplateSet, View } from './types.ts';

type Fields = Record<string, unknown>;

/** Where a program stands: its context, those around it, and its place in a list. */
interface Scope {
  context: unknown;
  outer: Scope | null;
  index: number;
  first: boolean;
  last: boolean;
}

export function fillTemplate(document: DocumentName, view: View, templates: TemplateSet): { html: string } {
  const { specs } = templates.documents[document];
  const root = view[document];
  const around: Around = { root, hash: NO_HASH };
  const run: Run = { specs, helpers: makeHelpers(templates), root, around };
  const scope: Scope = { context: root, outer: null, index: 0, first: true, last: true };
  return { html: runPartial('main', scope, run) };
}

interface Run {
  specs: Record<string, TemplateProgram>;
  helpers: Helpers;
  root: View[DocumentName];
  /** What a helper is called with that takes no named values. */
  around: Around;
}

const NO_HASH: Fields = {};

function runPartial(name: string, scope: Scope, run: Run): string {
  const program = run.specs[name];
  if (!program) {
    throw new InputFault(`there is no partial ${name}`, { code: 'unknown-partial', values: { name } });
  }
  try {
    return runProgram(program, scope, run);
  } catch (error) {
    throw error instanceof Error ? inTemplate(name, error) : error;
  }
}

/** The innermost template is the one to look at. */
function inTemplate(name: string, error: Error): Error {
  if (error.cause !== undefined) return error;
  const message = `template ${name}: ${error.message}`;
  const fault = faultOf(error);
  if (!fault) return new Error(message, { cause: error });
  const within = new InputFault(message, { ...fault, place: `${name}.hbs` });
  within.cause = error;
  return within;
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
        html += escapeValue(evaluate(node[1], scope, run), node[1]);
        break;
      case 'if': {
        const branch = isEmpty(evaluate(node[1], scope, run)) ? node[3] : node[2];
        if (branch.length > 0) html += runProgram(branch, scope, run);
        break;
      }
      case 'partial': {
        const [, name, context, hash] = node;
        const given = context === null ? scope.context : evaluate(context, scope, run);
        const merged = hash ? { ...(given as Fields), ...evaluateHash(hash, scope, run) } : given;
        const { index, first, last } = scope;
        const inner: Scope = { context: merged, outer: null, index, first, last };
        html += runPartial(String(evaluate(name, scope, run)), inner, run);
        break;
      }
      case 'each':
        html += runList(evaluate(node[1], scope, run), node[2], node[3], scope, run);
        break;
      case 'with': {
        const context = evaluate(node[1], scope, run);
        html += isEmpty(context)
          ? runProgram(node[3], scope, run)
          : runProgram(node[2], { ...scope, context, outer: scope }, run);
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
  outer: Scope,
  run: Run,
): string {
  if (isEmpty(list)) return runProgram(otherwise, outer, run);
  if (!Array.isArray(list)) throw new Error('#each wants a list');
  const end = list.length - 1;
  let html = '';
  for (let index = 0; index <= end; index += 1) {
    const scope = { context: list[index], outer, index, first: index === 0, last: index === end };
    html += runProgram(program, scope, run);
  }
  return html;
}

function evaluate(expression: TemplateExpression, scope: Scope, run: Run): unknown {
  if (typeof expression !== 'object') return expression;
  switch (expression[0]) {
    case 'path': {
      const depth = expression[1];
      return valueAt(depth === 0 ? scope.context : contextAround(scope, depth), expression, 2);
    }
    case 'eq':
      return evaluate(expression[1], scope, run) === evaluate(expression[2], scope, run);
    case 'root':
      return valueAt(run.root, expression, 1);
    case 'lookup': {
      const context = evaluate(expression[1], scope, run);
      return valueAt(context, [String(evaluate(expression[2], scope, run))], 0);
    }
    case 'call':
      return call(expression[1], expression[2], expression[3], scope, run);
    case 'data':
      return scope[expression[1] as 'index' | 'first' | 'last'];
  }
}

function call(
  name: string,
  operands: TemplateExpression[],
  hash: Record<string, TemplateExpression> | null,
  scope: Scope,
  run: Run,
): unknown {
  const helper = run.helpers[name];
  if (!helper) throw new Error(`there is no helper ${name}`);
  const values: unknown[] = [];
  for (const operand of operands) {
    const value = evaluate(operand, scope, run);
    if ((value === undefined || value === null) && !OF_TRUTHS.includes(name)) {
      throw new InputFault(`${name} is given no value`, {
        code: 'missing-operand',
        values: { helper: name },
      });
    }
    values.push(value);
  }
  const around = hash ? { root: run.root, hash: evaluateHash(hash, scope, run) } : run.around;
  try {
    return helper(values, around);
  } catch (error) {
    const found = values.map((value) => (typeof value === 'object' ? '…' : String(value))).join(' ');
    const fault = { code: 'wrong-operand', values: { helper: name, found } };
    throw new InputFault(`${name} ${found}: ${(error as Error).message}`, fault);
  }
}

/** To these no value is as good as false. */
const OF_TRUTHS: readonly string[] = ['and', 'or', 'not'];

const noValue = (name: string): InputFault =>
  new InputFault(`the view has no ${name}`, { code: 'unknown-value', values: { name } });

function evaluateHash(hash: Record<string, TemplateExpression>, scope: Scope, run: Run): Fields {
  const values: Fields = {};
  for (const key of Object.keys(hash)) values[key] = evaluate(hash[key] as TemplateExpression, scope, run);
  return values;
}

function contextAround(scope: Scope, depth: number): unknown {
  let at: Scope | null = scope;
  for (let i = 0; i < depth; i += 1) at = at?.outer ?? null;
  return at?.context;
}

/** What the names of a path lead to, from the one at `first`. Own fields only: no value of a case reaches a prototype. */
function valueAt(context: unknown, path: readonly unknown[], first: number): unknown {
  let value = context;
  for (let at = first; at < path.length; at += 1) {
    if (value === null || value === undefined) throw noValue(path.slice(first).join('.'));
    const name = path[at] as string;
    value = Object.hasOwn(value as object, name) ? (value as Fields)[name] : undefined;
  }
  return value;
}

/** What Handlebars takes for empty: no value, false, 0, '' and []. */
function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

/** A path that stands alone must lead to a value. */
function escapeValue(value: unknown, from: TemplateExpression): string {
  if (typeof value === 'string') return escapeText(value);
  if (value === null) return '';
  if (value !== undefined) return value instanceof Markup ? value.html : escapeText(String(value));
  if (typeof from === 'object' && (from[0] === 'path' || from[0] === 'root')) {
    throw noValue(from.slice(from[0] === 'path' ? 2 : 1).join('.'));
  }
  return '';
}
