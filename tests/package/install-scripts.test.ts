import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

test('an install asks nobody which scripts of others may run', () => {
  const { packages } = readJson('package-lock.json') as {
    packages: Record<string, { hasInstallScript?: true }>;
  };
  const { allowScripts } = readJson('package.json') as { allowScripts: Record<string, boolean> };
  const withScripts = Object.keys(packages).filter((path) => path !== '' && packages[path]?.hasInstallScript);
  expect(withScripts).toEqual(Object.keys(allowScripts).map((name) => `node_modules/${name}`));
});
