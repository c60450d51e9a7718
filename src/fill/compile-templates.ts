/**
 * Compiles Handlebars templates into data, for the build and for templates of the user's own (`--templates`).
 * In: sources in Handlebars' language. Out: programs that fill-template.ts runs. Refuses what the subset lacks: helpers
 * that are not ours, raw output, decorators. Loaded at run time only with `--templates`: here alone is the parser.
 */
import Handlebars from 'handlebars';
import { type Fault, InputFault } from '../problem.ts';
import {
  type DocumentTemplates,
  FLAG_NAMES,
  HELPER_NAMES,
  type TemplateExpression,
  type TemplateNode,
  type TemplateProgram,
} from './types.ts';

const BLOCKS = ['#if', '#unless', '#each', '#with'];
const FLAGS: readonly string[] = FLAG_NAMES;
const RAW: Fault = { code: 'raw-output', values: {} };
const INDENTED: Fault = { code: 'indented-partial', values: {} };
const missing = (helper: string): Fault => ({ code: 'missing-operand', values: { helper } });
/** Of helpers that take more than one. */
const LEAST_OPERANDS: Readonly<Record<string, number>> = {
  date: 2,
  relative: 3,
  join: 2,
  ruby: 2,
  pinyin: 2,
};

/** `sources` and `tables` by path without ending, as in a document's folder. */
export function compileTemplates(
  sources: Record<string, string>,
  tables: Record<string, unknown>,
): DocumentTemplates {
  const specs: Record<string, TemplateProgram> = {};
  for (const [name, source] of Object.entries(sources)) specs[name] = compileTemplate(source);
  return { specs, tables };
}

export function compileTemplate(source: string): TemplateProgram {
  // The newline that ends a file is not part of a template: a partial may stand inside a line.
  return compileProgram(Handlebars.parse(source.replaceAll('\r\n', '\n').replace(/\n$/u, '')));
}

function compileProgram(program: hbs.AST.Program | undefined): TemplateProgram {
  const nodes: TemplateProgram = [];
  for (const statement of program?.body ?? []) {
    const node = compileStatement(statement);
    const last = nodes.length - 1;
    if (node === '') continue;
    if (typeof node === 'string' && typeof nodes[last] === 'string') nodes[last] += node;
    else nodes.push(node);
  }
  return nodes;
}

function compileStatement(statement: hbs.AST.Statement): TemplateNode {
  switch (statement.type) {
    case 'ContentStatement':
      return (statement as hbs.AST.ContentStatement).value;
    case 'CommentStatement':
      return '';
    case 'MustacheStatement': {
      const mustache = statement as hbs.AST.MustacheStatement;
      if (!mustache.escaped) throw refuse(statement, 'output is always escaped', RAW);
      return ['value', compileCall(mustache)];
    }
    case 'BlockStatement':
      return compileBlock(statement as hbs.AST.BlockStatement);
    case 'PartialStatement':
      return compilePartial(statement as hbs.AST.PartialStatement);
    default:
      throw refuse(statement, `${statement.type} is not known`);
  }
}

function compileBlock(block: hbs.AST.BlockStatement): TemplateNode {
  const name = nameOf(block.path);
  const [operand] = block.params;
  if (!operand || block.params.length > 1)
    throw refuse(block, `#${name} takes one operand`, missing(`#${name}`));
  const condition = compileExpression(operand);
  const [then, otherwise] = [compileProgram(block.program), compileProgram(block.inverse)];
  switch (name) {
    case 'if':
    case 'each':
    case 'with':
      return [name, condition, then, otherwise];
    case 'unless':
      return ['if', condition, otherwise, then];
    default:
      throw refuseName(block, 'block', `#${name}`, BLOCKS);
  }
}

function compilePartial(partial: hbs.AST.PartialStatement): TemplateNode {
  // Handlebars indents the lines of a partial that stands indented on its own line.
  if (partial.indent !== '')
    throw refuse(partial, 'a partial on a line of its own is not indented', INDENTED);
  const { name, params } = partial;
  const hash = compileHash(partial.hash);
  const context = params[0] ? compileExpression(params[0]) : null;
  if (name.type === 'PathExpression') return ['partial', nameOf(name), context, hash];
  return ['partial', compileExpression(name as hbs.AST.Expression), context, hash];
}

/** A path alone is a value; with operands it is a comparison, a look-up or the call of a helper. */
function compileCall(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression): TemplateExpression {
  const hash = compileHash(call.hash);
  if (call.params.length === 0 && !hash && call.type === 'MustacheStatement') {
    return compileExpression(call.path);
  }
  const name = nameOf(call.path);
  const operands = call.params.map(compileExpression);
  if (name === 'eq' || name === 'lookup') {
    const [left, right] = operands;
    if (left === undefined || right === undefined || operands.length > 2 || hash) {
      throw refuse(call, `${name} takes two operands and no named values`, missing(name));
    }
    return [name, left, right];
  }
  if (!HELPER_NAMES.includes(name as (typeof HELPER_NAMES)[number])) {
    throw refuseName(call, 'helper', name, [...HELPER_NAMES, 'eq', 'lookup']);
  }
  if (operands.length < (LEAST_OPERANDS[name] ?? 1)) {
    throw refuse(call, `${name} lacks an operand`, missing(name));
  }
  return ['call', name, operands, hash];
}

function compileHash(hash: hbs.AST.Hash | undefined): Record<string, TemplateExpression> | null {
  if (!hash || hash.pairs.length === 0) return null;
  return Object.fromEntries(hash.pairs.map(({ key, value }) => [key, compileExpression(value)]));
}

function compileExpression(expression: hbs.AST.Expression): TemplateExpression {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return (expression as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value;
    case 'SubExpression':
      return compileCall(expression as hbs.AST.SubExpression);
    case 'PathExpression': {
      const { data, depth, parts } = expression as hbs.AST.PathExpression;
      const names = parts.map(String);
      refuseUnknownFlag(expression, names);
      if (!data) return ['path', depth, ...names];
      return names[0] === 'root' ? ['root', ...names.slice(1)] : ['data', names.join('.')];
    }
    default:
      throw refuse(expression, `${expression.type} is not known`);
  }
}

function nameOf(expression: hbs.AST.Expression | hbs.AST.PathExpression | hbs.AST.Literal): string {
  return String((expression as hbs.AST.PathExpression).original);
}

/** `is.park`, from wherever it is seen: a name that is not known would be false without a word. */
function refuseUnknownFlag(expression: hbs.AST.Node, names: readonly string[]): void {
  const at = names.indexOf('is');
  const flag = at < 0 ? undefined : names[at + 1];
  if (flag === undefined || FLAGS.includes(flag)) return;
  const fault = { code: 'unknown-value', values: { name: `is.${flag}` }, found: flag, known: FLAGS };
  throw refuse(expression, `there is no is.${flag}`, fault);
}

function refuseName(node: hbs.AST.Node, kind: string, name: string, known: readonly string[]): Error {
  const fault = { code: 'unknown-helper', values: { helper: name }, found: name, known };
  return refuse(node, `there is no ${kind} ${name}`, fault);
}

function refuse({ loc }: hbs.AST.Node, reason: string, fault?: Fault): Error {
  const { line, column } = loc.start;
  const message = `line ${line}, column ${column + 1}: ${reason}`;
  return fault ? new InputFault(message, { ...fault, place: `${line}:${column + 1}` }) : new Error(message);
}
