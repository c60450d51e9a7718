// In: a carrier's file or a rule's list of facts. Out: one `Fact` for each entry that cites sources, by path.
// Refuses to decide what a fact means: values, doubts and conflicts pass through as the data has them.

import type { RawSource } from './fact-data.ts';
import type { Confidence, Fact, Source } from './types.ts';

type Node = Record<string, unknown>;

/** Keys that have a place of their own in `Fact`; whatever else an entry says goes to `extra`. */
const NAMED = new Set([
  'value',
  'ja',
  'zhHans',
  'source',
  'confidence',
  'basis',
  'checkedOn',
  'conflict',
  'staleRisk',
  'scope',
]);

/** Keys of a carrier's file that hold no facts. */
const NOT_FACTS = new Set(['$schema', 'names', 'sources', 'unknownFields']);

/** An array is one too, its indices being the keys. */
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A document to bring has no value of its own: its `item` says which one it is. */
function machineValue(node: Node): Fact['value'] {
  if (isScalar(node.value)) return node.value;
  return isScalar(node.item) ? node.item : null;
}

function makeFact(
  prefix: string,
  path: string,
  node: Node,
  sources: Map<string, Source>,
  parent: Fact | null,
): Fact {
  const extra: Record<string, unknown> = {};
  for (const key of Object.keys(node)) if (!NAMED.has(key)) extra[key] = node[key];
  const fact: Fact = {
    id: `${prefix}:${path}`,
    path,
    value: machineValue(node),
    ja: node.ja as string,
    zhHans: node.zhHans as string,
    // A condition or an exception is as sure as the fact that it belongs to.
    confidence: (node.confidence as Confidence | undefined) ?? parent?.confidence ?? 'low',
    basis: node.basis as Fact['basis'],
    sources: (node.source as string[]).flatMap((id) => sources.get(id) ?? []),
    checkedOn: node.checkedOn as string,
    extra,
  };
  if (typeof node.conflict === 'string') fact.conflict = node.conflict;
  if (typeof node.staleRisk === 'string') fact.staleRisk = node.staleRisk;
  if (typeof node.scope === 'string') fact.scope = node.scope;
  return fact;
}

export function flattenFacts(
  prefix: string,
  root: Node,
  sources: readonly RawSource[],
): Record<string, Fact> {
  const byId = new Map<string, Source>(sources.map((source) => [source.id, source]));
  const facts: Record<string, Fact> = {};
  const walk = (node: Node, path: string, parent: Fact | null): void => {
    let owner = parent;
    if (Array.isArray(node.source)) {
      owner = makeFact(prefix, path, node, byId, parent);
      facts[path] = owner;
    }
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (isNode(child)) walk(child, `${path}.${key}`, owner);
    }
  };
  for (const key of Object.keys(root)) {
    const child = root[key];
    if (isNode(child) && !NOT_FACTS.has(key)) walk(child, key, null);
  }
  return facts;
}
