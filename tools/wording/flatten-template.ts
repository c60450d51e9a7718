/**
 * In: the source of one Handlebars template. Out: the HTML of all its branches, one after another, values as `{name}`
 * and the edges of conditions as the marks below. Refuses to decide: what is a sentence.
 */
import Handlebars from 'handlebars';

/** Private-use characters: they cannot stand in a template. */
export const MARK = {
  open: '\uE000',
  other: '\uE001',
  close: '\uE002',
  partial: '\uE003',
  partialEnd: '\uE004',
} as const;

export function flattenTemplate(source: string): string {
  const out: string[] = [];
  walk(Handlebars.parse(source).body, out);
  return out.join('');
}

function walk(statements: readonly hbs.AST.Statement[], out: string[]): void {
  for (const statement of statements) {
    if (isKind<hbs.AST.ContentStatement>(statement, 'ContentStatement')) out.push(statement.value);
    else if (isKind<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) out.push(value(statement));
    else if (isKind<hbs.AST.BlockStatement>(statement, 'BlockStatement')) walkBlock(statement, out);
    else if (isKind<hbs.AST.PartialStatement>(statement, 'PartialStatement')) out.push(partial(statement));
    else if (statement.type !== 'CommentStatement')
      throw new Error(`the wording page does not know ${statement.type}`);
  }
}

/** What is handed to a partial in two languages is a pair of words. */
function partial({ name, hash }: hbs.AST.PartialStatement): string {
  const word = (key: string) => literal(hash?.pairs.find((pair) => pair.key === key)?.value);
  const pair = word('ja') || word('zh');
  return pair
    ? `<section><p lang="ja">${word('ja')}</p><p lang="zh-Hans">${word('zh')}</p></section>`
    : `${MARK.partial}${nameOf(name)}${MARK.partialEnd}`;
}

/** Inside a tag a condition only adds attributes, so both branches may follow each other without a mark. */
function walkBlock(block: hbs.AST.BlockStatement, out: string[]): void {
  const before = out.join('');
  const inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
  const mark = (character: string) => out.push(inTag ? ' ' : character);
  mark(MARK.open);
  walk(block.program?.body ?? [], out);
  if (block.inverse) {
    mark(MARK.other);
    walk(block.inverse.body, out);
  }
  mark(MARK.close);
}

/** Readings are shown as ruby, every other value by its name. */
function value(statement: hbs.AST.MustacheStatement): string {
  const name = nameOf(statement.path);
  const [base, reading] = statement.params.map(literal);
  if (base && reading && (name === 'ruby' || name === 'pinyin'))
    return `<ruby>${base}<rt>${reading}</rt></ruby>`;
  const subject = statement.params.find((parameter) => parameter.type === 'PathExpression');
  return `{${subject ? nameOf(subject) : name}}`;
}

const literal = (expression: hbs.AST.Expression | undefined): string =>
  expression && isKind<hbs.AST.StringLiteral>(expression, 'StringLiteral') ? expression.value : '';

function nameOf(expression: hbs.AST.Node): string {
  return isKind<hbs.AST.PathExpression>(expression, 'PathExpression') ? expression.original : '…';
}

const isKind = <T extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is T => node.type === type;
