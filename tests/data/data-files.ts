import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RawCarrier, RawRule, RawSource } from '../../src/facts/fact-data.ts';

export type Node = Record<string, unknown>;

const dataFolder = fileURLToPath(new URL('../../data/', import.meta.url));

export function readText(path: string): string {
  return readFileSync(dataFolder + path, 'utf8');
}

export function readJson<T = Node>(path: string): T {
  return JSON.parse(readText(path)) as T;
}

export const carrierFiles = readdirSync(`${dataFolder}carriers`)
  .filter((name) => name.endsWith('.json'))
  .sort();

/** The 28 carriers and `any`, by path of the file. */
export const carriers: [path: string, carrier: RawCarrier][] = [
  ...carrierFiles.map((name) => `carriers/${name}`),
  'any-carrier.json',
].map((path) => [path, readJson<RawCarrier>(path)]);

export const rules = readJson<{ rules: RawRule[] }>('general-rules.json').rules;

/** Every carrier and every general rule with its own list of sources. */
export const sourced: [name: string, body: Node, sources: RawSource[]][] = [
  ...carriers.map(([path, { sources, ...body }]): [string, Node, RawSource[]] => [path, body, sources]),
  ...rules.map(({ sources, ...body }): [string, Node, RawSource[]] => [body.id, body as Node, sources]),
];

/** Each object of the tree with its path. */
export function* nodesOf(node: unknown, path = ''): Generator<[path: string, node: Node]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [path, node as Node];
  for (const [key, child] of Object.entries(node))
    yield* nodesOf(child, path === '' ? key : `${path}.${key}`);
}

/** Entries that cite sources. */
export function citedNodes(body: Node): [path: string, node: Node][] {
  return [...nodesOf(body)].filter(([, node]) => Array.isArray(node.source));
}

/** The sentences of one language. */
export function sentences(body: Node, language: 'ja' | 'zhHans'): [path: string, text: string][] {
  return [...nodesOf(body)].flatMap(([path, node]): [string, string][] =>
    typeof node[language] === 'string' ? [[`${path}.${language}`, node[language]]] : [],
  );
}
