// What runs on a machine with drive letters and backslashes: `npm ci` builds the package there too.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow } from '../support/files-below.ts';

const OURS = ['tools', 'bench', 'src', 'web', 'tests'].flatMap((folder) =>
  filesBelow(folder, '')
    .filter((name) => /\.(?:m|c)?[jt]s$/u.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`),
);

/** Name of a package, a relative path, an address of a file, or an address that a test hands on. */
const IMPORTABLE = /^(?:'|`@|`data:|import\.meta\.resolve|.*\.href$|process\.argv)/u;

const importsOfPaths = (code: string): string[] =>
  Array.from(code.matchAll(/(?<![\w.`])import\(\s*((?:[^()]|\([^()]*\))+?),?\s*\)/gu), ([, given]) =>
    given!.trim(),
  ).filter((given) => !IMPORTABLE.test(given));

test('a module on the disk is imported by its address, for C:\\ is none', () => {
  const planted = "import(bundle); import(pathToFileURL(bundle).href); import('node:fs')";
  expect(importsOfPaths(planted)).toEqual(['bundle']);
  expect(OURS.length).toBeGreaterThan(400);
  const others = OURS.filter((path) => !path.endsWith('paths.test.ts'));
  const found = others.map((path) => [path, ...importsOfPaths(readFileSync(path, 'utf8'))]);
  expect(found.filter(({ length }) => length > 1)).toEqual([]);
});

test('what an address holds is no path: it starts with /C:/ and is escaped', () => {
  const taken = OURS.filter((path) => /import\.meta\.url\)\.pathname/u.test(readFileSync(path, 'utf8')));
  expect(taken).toEqual([]);
});
