import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { rewriterOf } from '../../tools/build/counted-loops.mjs';

/** What the build makes of a module, and null where it leaves it as it is. */
function rewrite(source: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'kaiyaku-loops-'));
  try {
    const path = join(folder, 'module.ts');
    writeFileSync(path, source);
    const program = ts.createProgram([path], { target: ts.ScriptTarget.ES2022, strict: true, types: [] });
    return rewriterOf(program)(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (source: string): unknown => {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} as { result?: unknown } };
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports.result;
};

/** Rewritten, with no iterator left, and the same result. */
test.each([
  ['an array', `let sum = 0; for (const n of [1, 2, 3]) sum += n; export const result = sum;`],
  [
    'a body in braces',
    `const out: number[] = []; for (const n of [1, 2]) { out.push(n); } export const result = out;`,
  ],
  [
    'a body that shadows',
    `const out: number[] = []; for (const n of [1, 2]) { const twice = 2 * n; { const n = twice; out.push(n); } } export const result = out;`,
  ],
  [
    'one inside the other',
    `const out: string[] = []; for (const a of ['x', 'y']) for (const b of [1, 2]) out.push(a + b); export const result = out;`,
  ],
  [
    'break and continue with a label',
    `const out: number[] = []; outer: for (const a of [1, 2, 3]) { for (const b of [1, 2, 3]) { if (b === 2) continue outer; if (a === 3) break outer; out.push(10 * a + b); } } export const result = out;`,
  ],
  [
    'closures keep their own item',
    `const out: (() => number)[] = []; for (const n of [1, 2, 3]) out.push(() => n); export const result = out.map((f) => f());`,
  ],
  [
    'an array that grows meanwhile',
    `const list = [3]; let steps = 0; for (const n of list) { steps++; if (n > 0) list.push(n - 1); } export const result = steps;`,
  ],
  [
    'a variable that is assigned',
    `const out: number[] = []; for (let n of [1, 2]) { n *= 2; out.push(n); } export const result = out;`,
  ],
  [
    'entries()',
    `const out: string[] = []; for (const [at, name] of ['a', 'b'].entries()) out.push(at + name); export const result = out;`,
  ],
  [
    'pairs',
    `const pairs: [string, { n: number }][] = [['a', { n: 1 }], ['b', { n: 2 }]]; let out = ''; for (const [name, { n }] of pairs) out += name + n; export const result = out;`,
  ],
  [
    'a tuple, a hole and a default',
    `const triple: [number, number, number?] = [1, 2]; const [a, , c = 9] = triple; export const result = [a, c];`,
  ],
  ['a swap', `let [a, b] = [1, 2]; [a, b] = [b, a]; export const result = [a, b];`],
  ['a parameter', `export const result = ([[1, 2], [3, 4]] as [number, number][]).map(([a, b]) => a * b);`],
  [
    'bytes',
    `let sum = 0; for (const byte of new Uint8Array([1, 2])) sum += byte; export const result = sum;`,
  ],
])('counted: %s', (_, source) => {
  const rewritten = rewrite(source);
  expect(rewritten).not.toBeNull();
  expect(rewritten).not.toMatch(/\bof\b|(?:const|let) \[/u);
  expect(run(rewritten as string)).toEqual(run(source));
});

test.each([
  [
    'a Map',
    `const out: string[] = []; for (const [k, v] of new Map([['a', 1]])) out.push(k + v); export const result = out;`,
  ],
  [
    'a Set',
    `const out: number[] = []; for (const n of new Set([1, 1, 2])) out.push(n); export const result = out;`,
  ],
  ['a string', `const out: string[] = []; for (const c of '𠮷野') out.push(c); export const result = out;`],
  [
    'a generator',
    `function* g() { yield 1; } const out: number[] = []; for (const n of g()) out.push(n); export const result = out;`,
  ],
  [
    'what may be either',
    `const x: number[] | Set<number> = new Set([1]); const out: number[] = []; for (const n of x as number[] | Set<number>) out.push(n); export const result = out;`,
  ],
  [
    'any',
    `const x: any = new Set([1]); const out: unknown[] = []; for (const n of x) out.push(n); export const result = out;`,
  ],
  ['a rest', `const [first, ...rest] = [1, 2, 3]; export const result = [first, rest];`],
])('left to its iterator: %s', (_, source) => {
  const rewritten = rewrite(source);
  expect(run(rewritten ?? source)).toEqual(run(source));
  expect(rewritten).toBeNull();
});
