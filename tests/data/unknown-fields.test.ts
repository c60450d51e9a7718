import { expect, test } from 'vitest';
import { carriers, type Node } from './data-files.ts';

/** Nothing to ask for: no such page or remark need exist. */
const NEVER_UNKNOWN = new Set([
  'operatorNote',
  'officialSite',
  'otherSupport',
  'cautions',
  'unknownFields',
  'sources',
]);

function emptyPaths(node: Node, prefix = ''): string[] {
  return Object.entries(node).flatMap(([key, child]) => {
    const path = prefix + key;
    if (NEVER_UNKNOWN.has(path) || path === 'schedule') return [];
    if (child === null || (Array.isArray(child) && child.length === 0)) return [path];
    const isGroup = typeof child === 'object' && !Array.isArray(child) && !('source' in child);
    return isGroup ? emptyPaths(child as Node, `${path}.`) : [];
  });
}

test.each(carriers)('%s: unknownFields names what is empty, no more and no less', (_path, carrier) => {
  expect([...carrier.unknownFields].sort()).toEqual(emptyPaths(carrier).sort());
});
