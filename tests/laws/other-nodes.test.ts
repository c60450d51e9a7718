import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFaults } from '../../.ci/nodes/compare.mjs';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const versions = readJson('.ci/nodes/versions.json') as string[];

const { engines } = readJson('package.json') as { engines: { node: string } };

test('the oldest Node that is promised is tried, and each that is tried is told', () => {
  expect(engines.node).toMatch(`^${versions[0]} ||`);
  const decision = readFileSync('docs/decisions/0001-node-20.md', 'utf8');
  for (const version of versions) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(decision).toContain(`| ${version} `);
  }
});

const parts = (version: string): number[] => version.split('.').map(Number);

/** Of the ranges that packages write: `^20.19.0 || ^22 || >=24`, `20.x || 22`, `*`. */
const satisfies = (version: string, range: string): boolean =>
  range === '*' ||
  range.split('||').some((alternative) => {
    const [, operator, least = ''] =
      /^(\^|>=?|)\s*([\d.]+)$/u.exec(alternative.replace(/\.[x*]/gu, '').trim()) ?? [];
    if (operator === undefined) throw new Error(`${range} is another kind of range`);
    const [[major, minor = 0, patch = 0], [leastMajor, leastMinor = 0, leastPatch = 0]] = [
      parts(version) as [number, ...number[]],
      parts(least) as [number, ...number[]],
    ];
    const later = major - leastMajor || minor - leastMinor || patch - leastPatch;
    return later >= 0 && (operator.startsWith('>') || major === leastMajor);
  });

test.each([...engines.node.matchAll(/\d[\d.]+/gu)].map(String))(
  'no package makes npm warn on Node %s',
  (least) => {
    const { packages } = readJson('package-lock.json') as {
      packages: Record<string, { engines?: { node?: string }; optional?: true }>;
    };
    const refusing = Object.entries(packages).filter(
      ([, { engines: { node } = {}, optional }]) => node && !optional && !satisfies(least, node),
    );
    expect(refusing).toEqual([]);
  },
);

test('what is not promised is no Node of the range', () => {
  const nodes = ['20.18.3', '20.19.0', '21.7.3', '22.2.0', '22.13.0', '23.11.1', '24.0.0', '26.10.0'];
  expect(nodes.filter((version) => satisfies(version, engines.node))).toEqual([
    '20.19.0',
    '22.13.0',
    '24.0.0',
    '26.10.0',
  ]);
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
  expect(findFaults(warned, warned)).toEqual([`help: Node warns: ${line}`]);
});

test.each(['true', 'undefined'])('kept code that V8 does not take is a fault on both: %s', (refused) => {
  const slow = work({ 'kept code of help': `exit 0\nrefused: ${refused}\n` });
  expect(findFaults(slow, slow)).toEqual(['kept code of help: V8 does not take it']);
  const quick = work({ 'kept code of help': 'exit 0\nrefused: false\n' });
  expect(findFaults(quick, quick)).toEqual([]);
});

test('a PDF of other bytes is a fault, which tells whether the text is another one', () => {
  const here = work({ 'file a.pdf': '1f' });
  const there = work({ 'file a.pdf': '2e' }, 80, 'there');
  expect(findFaults(here, there, () => 'text')).toEqual([
    'file a.pdf: other bytes, the same text and structure',
  ]);
  expect(findFaults(here, there, (path) => path)).toEqual(['file a.pdf: other text or structure']);
});
