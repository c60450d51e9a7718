import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesBelow } from './files-below.ts';

export interface Literal {
  file: string;
  line: number;
  text: string;
}

/** Every string, template part and regular expression of the sources below a folder; comments are not among them. */
export function readLiterals(folder: string): Literal[] {
  return filesBelow(folder, '.ts').flatMap((name) =>
    literalsOf(`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')),
  );
}

export function literalsOf(file: string, code: string): Literal[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file, line: line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
