import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
}

/** The rules of the project on a tree: rule and offender of every violation. */
function cruise(folder: string, roots: string[]): { total: number; violations: string[] } {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', '--no-cache', ...roots];
  let output: string;
  try {
    output = execFileSync(process.execPath, [program, ...options], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
  } catch (error) {
    // It exits with the number of violations.
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as Cruise;
  const violations = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  return { total: summary.totalCruised, violations: [...new Set(violations)].sort() };
}

let planted: string;
const plant = (path: string, code: string): void => {
  mkdirSync(dirname(join(planted, path)), { recursive: true });
  writeFileSync(join(planted, path), code);
};

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'kaiyaku-rules-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    cpSync(file, join(planted, file));
  symlinkSync(resolve('node_modules'), join(planted, 'node_modules'), 'junction');
  plant('src/page/types.ts', 'export interface Page { n: number }\n');
  plant('src/fill/view.ts', 'export const view = 1;\n');
  plant('src/host/node.ts', "import 'node:fs';\nexport const host = 1;\n");
  plant('src/line/later-stage.ts', "import type { Page } from '../page/types.ts';\nexport type X = Page;\n");
  plant('src/pdf/inner-file.ts', "import { view } from '../fill/view.ts';\nexport const x = view;\n");
  plant('src/style/library.ts', "import { parse } from 'parse5';\nexport const x = parse;\n");
  plant('src/case/node.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n");
  plant('src/facts/host.ts', "import { host } from '../host/node.ts';\nexport const x = host;\n");
  plant('src/document/a.ts', "import { b } from './b.ts';\nexport const a: number = b;\n");
  plant('src/document/b.ts', "import { a } from './a.ts';\nexport const b: number = a;\n");
  plant('src/schedule/a.ts', "import type { B } from './b.ts';\nexport type A = B | 1;\n");
  plant('src/schedule/b.ts', "import type { A } from './a.ts';\nexport type B = A[];\n");
  plant('src/calendar/alone.ts', 'export const x = 1;\n');
  plant('src/case/gone.ts', "import { x } from './nowhere.ts';\nexport const y = x;\n");
  plant(
    'src/index.ts',
    "import '../tests/one.test.ts';\nimport './facts/host.ts';\nimport './case/gone.ts';\n",
  );
  plant('tests/one.test.ts', 'export const x = 1;\n');
});

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test('the imports of the project follow its rules', () => {
  const { total, violations } = cruise('.', ['src', 'tests']);
  expect(violations).toEqual([]);
  // A green check that looked at nothing is worse than a red one.
  expect(total).toBeGreaterThan(200);
});

test('each rule bites on a planted violation', () => {
  expect(cruise(planted, ['src', 'tests']).violations).toEqual(
    expect.arrayContaining([
      'line-knows-its-input-only: src/line/later-stage.ts',
      'pdf-knows-its-input-only: src/pdf/inner-file.ts',
      'parse5-has-one-owner: src/style/library.ts',
      'core-knows-no-node: src/case/node.ts',
      'core-knows-no-node-host: src/facts/host.ts',
      'no-cycles: src/document/a.ts',
      'no-cycles-at-run-time: src/document/a.ts',
      'no-cycles: src/schedule/a.ts',
      'no-orphans: src/calendar/alone.ts',
      'everything-resolves: src/case/gone.ts',
      'source-stands-alone: src/index.ts',
    ]),
  );
});
