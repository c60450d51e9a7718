/**
 * Checks every path of the templates against views: `strict` finds a misspelt value, but a misspelt condition is
 * silently false. The shape of a context is what all sample views hold together.
 */
import Handlebars from 'handlebars';

export interface Shape {
  fields: Map<string, Shape>;
  item: Shape | null;
  /** Text values seen here: names of dynamic partials. */
  texts: Set<string>;
}

export const emptyShape = (): Shape => ({ fields: new Map(), item: null, texts: new Set() });

export function addSample(shape: Shape, value: unknown): void {
  if (typeof value === 'string') shape.texts.add(value);
  if (Array.isArray(value)) {
    shape.item ??= emptyShape();
    for (const entry of value) addSample(shape.item, entry);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      let inner = shape.fields.get(key);
      if (!inner) {
        inner = emptyShape();
        shape.fields.set(key, inner);
      }
      addSample(inner, field);
    }
  }
}

interface Scope {
  root: Shape;
  /** The innermost context last. */
  stack: (Shape | null)[];
  template: string;
}

/** Helpers whose first operand becomes the context of their block. */
const CONTEXT_BLOCKS = new Set(['each', 'with']);

export class PathChecker {
  readonly problems = new Set<string>();
  readonly reached = new Set<string>();
  readonly #done = new Map<string, Set<Shape | null>>();
  readonly #sources: Record<string, string>;

  constructor(sources: Record<string, string>) {
    this.#sources = sources;
  }

  check(template: string, root: Shape, context: Shape | null = root): void {
    const seen = this.#done.get(template) ?? new Set();
    if (seen.has(context)) return;
    this.#done.set(template, seen.add(context));
    const source = this.#sources[template];
    if (source === undefined) {
      this.problems.add(`no partial ${template}`);
      return;
    }
    this.reached.add(template);
    this.#program(Handlebars.parse(source), { root, stack: [context], template });
  }

  #program(program: hbs.AST.Program, scope: Scope): void {
    for (const statement of program.body) this.#statement(statement, scope);
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    if (statement.type === 'MustacheStatement') this.#call(statement as hbs.AST.MustacheStatement, scope);
    else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, scope);
    else if (statement.type === 'PartialStatement')
      this.#partial(statement as hbs.AST.PartialStatement, scope);
  }

  #call(call: { path: hbs.AST.Expression; params: hbs.AST.Expression[]; hash?: hbs.AST.Hash }, scope: Scope) {
    const isHelper = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
    if (!isHelper) this.#resolve(call.path, scope);
    for (const param of call.params) this.#resolve(param, scope);
    for (const pair of call.hash?.pairs ?? []) this.#resolve(pair.value, scope);
  }

  #block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const name = (block.path as hbs.AST.PathExpression).original;
    const operand = block.params[0] ? this.#resolve(block.params[0], scope) : null;
    for (const param of block.params.slice(1)) this.#resolve(param, scope);
    const inner = CONTEXT_BLOCKS.has(name)
      ? { ...scope, stack: [...scope.stack, name === 'each' ? (operand?.item ?? null) : operand] }
      : scope;
    this.#program(block.program, inner);
    if (block.inverse) this.#program(block.inverse, scope);
  }

  #partial(partial: hbs.AST.PartialStatement, scope: Scope): void {
    const context = partial.params[0] ? this.#resolve(partial.params[0], scope) : scope.stack.at(-1);
    const hash = emptyShape();
    for (const pair of partial.hash?.pairs ?? []) {
      hash.fields.set(pair.key, this.#resolve(pair.value, scope) ?? emptyShape());
    }
    const given = context ?? null;
    const merged =
      hash.fields.size > 0 && given
        ? { ...given, fields: new Map([...given.fields, ...hash.fields]) }
        : given;
    if (partial.name.type === 'PathExpression') {
      this.check((partial.name as hbs.AST.PathExpression).original, scope.root, merged);
      return;
    }
    const lookup = partial.name as unknown as hbs.AST.SubExpression;
    const from = this.#resolve(lookup.params[0] as hbs.AST.Expression, scope);
    const key = (lookup.params[1] as hbs.AST.StringLiteral).value;
    const names = from?.fields.get(key)?.texts;
    if (!names) this.problems.add(`${scope.template}: no field ${key} for a partial`);
    for (const name of names ?? []) this.check(name, scope.root, merged);
  }

  /** The shape at a path; null where nothing is known of it (an empty list in every sample). */
  #resolve(expression: hbs.AST.Expression, scope: Scope): Shape | null {
    if (expression.type === 'SubExpression') {
      this.#call(expression as hbs.AST.SubExpression, scope);
      return null;
    }
    if (expression.type !== 'PathExpression') return null;
    const path = expression as hbs.AST.PathExpression;
    if (path.data && path.parts[0] !== 'root') return null;
    let shape: Shape | null | undefined = path.data
      ? scope.root
      : scope.stack[scope.stack.length - 1 - path.depth];
    for (const part of path.data ? path.parts.slice(1) : path.parts) {
      if (!shape) return null;
      const next: Shape | undefined = shape.fields.get(String(part));
      if (!next) {
        // Values that are null in every sample have no fields to check.
        if (shape.fields.size > 0) {
          this.problems.add(`${scope.template}:${path.loc.start.line}: no ${path.original} in the view`);
        }
        return null;
      }
      shape = next;
    }
    return shape ?? null;
  }
}
