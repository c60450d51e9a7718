import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFaults } from '../../.ci/nodes/compare.mjs';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const versions = readJson('.ci/nodes/versions.json') as string[];

test('the oldest Node that is promised is tried, and each that is tried is told', () => {
  const { engines } = readJson('package.json') as { engines: { node: string } };
  expect(`>=${versions[0]}`).toBe(`${engines.node}.0`);
  const decision = readFileSync('docs/decisions/0001-node-20.md', 'utf8');
  for (const version of versions) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(decision).toContain(`| ${version} `);
  }
});

const work = (found: Record<string, string>, peakMb = 80, out = 'here') => ({
  found: new Map(Object.entries(found)),
  out,
  peakMb,
});

test('the same work on another Node has no fault, however long it took', () => {
  const here = work({ help: 'exit 0\nhelp', batch: '5 rows, 1.2 rows/s', 'file a.pdf': '1f' });
  const there = work({ help: 'exit 0\nhelp', batch: '5 rows, 31 rows/s', 'file a.pdf': '1f' });
  expect(findFaults(here, there)).toEqual([]);
});

test('what another Node prints, leaves out or needs is a fault', () => {
  const here = work({ help: 'exit 0\nhelp\n', check: 'exit 0\n', 'file a.ics': '1f' });
  const there = work({ help: 'exit 0\nhelp\nmore\n', check: 'exit 0\n', build: 'exit 0\n' }, 100);
  expect(findFaults(here, there)).toEqual([
    'help: line 3 is more, not ',
    'file a.ics: line 1 is nothing, not 1f',
    'build: line 1 is exit 0, not nothing',
    'peak memory: 100 MB, where 100 would be too many',
  ]);
  expect(findFaults(here, { ...here, peakMb: Number.NaN })).toHaveLength(1);
});

test.each([
  '(node:12) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.',
  '(node:12) Warning: Setting the flag',
])('a warning of Node is a fault, also where both print it: %s', (line) => {
  const warned = work({ help: `exit 0\nhelp\n${line}\n` });
  expect(findFaults(warned, warned)).toHaveLength(1);
});

test('a PDF of other bytes is a fault, which tells whether the text is another one', () => {
  const here = work({ 'file a.pdf': '1f' });
  const there = work({ 'file a.pdf': '2e' }, 80, 'there');
  expect(findFaults(here, there, () => 'text')).toEqual([
    'file a.pdf: other bytes, the same text and structure',
  ]);
  expect(findFaults(here, there, (path) => path)).toEqual(['file a.pdf: other text or structure']);
});
