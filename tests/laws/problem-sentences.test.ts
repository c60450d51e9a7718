import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { problemSentences } from '#words';
import { reportProblem } from '../../src/problem-sentence.ts';
import { filesBelow } from '../support/files-below.ts';

/** Functions that make a Problem from a code among their arguments. */
const MAKERS = ['inputProblem', 'refused', 'warning', 'report', 'must', 'problemOf', 'tell', 'this.tell'];

/** Codes of Problems in a source: `code:` beside a path, values or severity, and what the makers are given. */
function codesOf(code: string): string[] {
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(node.text)) found.push(node.text);
    else ts.forEachChild(node, collect);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const named = (name: string) => node.properties.find((property) => property.name?.getText() === name);
      const property = named('code');
      const isProblem = named('path') ?? named('values') ?? named('severity');
      if (property && isProblem && ts.isPropertyAssignment(property)) collect(property.initializer);
    }
    if (ts.isCallExpression(node) && MAKERS.includes(node.expression.getText())) {
      node.arguments.filter(ts.isStringLiteral).forEach(collect);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', code, ts.ScriptTarget.ES2022, true));
  return found;
}

const sources = filesBelow('src', '.ts');
const codes = new Set(sources.flatMap((name) => codesOf(readFileSync(join('src', name), 'utf8'))));

test('every code in src/ has its sentences, and every sentence its code', () => {
  expect([...codes].sort()).toEqual(Object.keys(problemSentences).sort());
});

test('codes are found where they are made', () => {
  expect(
    codesOf("x({ severity: 'error', code: 'a-b', path: '' }); must(f, 'c-d'); y({ code: 'not-this' });"),
  ).toEqual(['a-b', 'c-d']);
});

test('days in sentences are told as people write them, and stay as they are in values and in quotation', () => {
  const values = { date: '2027-05-31', safeDay: '2027-06-01' };
  const told = reportProblem({
    severity: 'warning',
    code: 'bank-closes-before-last-debit',
    path: 'payment.bankAccountCloses',
    values,
  });
  expect(told.values).toEqual(values);
  for (const sentence of Object.values(told.message)) {
    expect(sentence).toContain('2027\u5e745\u670831\u65e5');
    expect(sentence).not.toContain('2027-05-31');
  }
  const typed = { option: '--today', found: '2027-02-30', allowed: 'YYYY-MM-DD' };
  const quoted = reportProblem({ severity: 'error', code: 'bad-option', path: '', values: typed });
  for (const sentence of Object.values(quoted.message)) expect(sentence).toContain('2027-02-30');
});

test('a code of ours among the values has a name in each language', () => {
  const told = (code: string, found: string) =>
    reportProblem({ severity: 'error', code, path: '', values: { found } }).message;
  expect(told('looks-like-secret', 'my-number').ja).toContain('\u30de\u30a4\u30ca\u30f3\u30d0\u30fc');
  expect(told('looks-like-secret', 'residence-card-number').zhHans).toContain('\u5728\u7559\u5361\u53f7');
  expect(told('looks-like-secret', 'card-number').zhHans).toContain('\u4fe1\u7528\u5361\u53f7');
  for (const kind of ['array', 'string', 'number', 'boolean']) {
    for (const sentence of Object.values(told('not-a-mapping', kind))) expect(sentence).not.toContain(kind);
  }
});

test.each(Object.entries(problemSentences))(
  '%s says what to do, in each language by its own rules',
  (_, sentence) => {
    const { zhHans, ja } = sentence;
    expect(zhHans).toMatch(/\u3002$/u);
    expect(ja).toMatch(/\u3002$/u);
    expect(zhHans).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\u300c\u300d]/u);
    expect(zhHans).toMatch(/[\u8bf7]|\u53ef\u4ee5\u5199/u);
    expect(ja).toMatch(
      /\u304f\u3060\u3055\u3044|\u4f7f\u3048\u308b\u306e\u306f|\u5370\u5237\u3057\u307e\u3059|\u5370\u5237\u3082\u3057\u307e\u305b\u3093/u,
    );
    const slots = (text: string) => [...new Set(text.match(/\{\w+\}/gu) ?? [])].sort();
    expect(slots(ja)).toEqual(slots(zhHans));
  },
);
