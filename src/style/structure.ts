/** The logical structure as it grows: nodes in order of creation, each with its parent. */
import type { Language, StructNode } from './types.ts';

export interface Structure {
  nodes: StructNode[];
  add(type: string, parent: number | null, lang: Language, more?: Partial<StructNode>): number;
}

export function openStructure(): Structure {
  const nodes: StructNode[] = [];
  return {
    nodes,
    add(type, parent, lang, more) {
      nodes.push(more ? { type, parent, lang, ...more } : { type, parent, lang });
      return nodes.length - 1;
    },
  };
}
