/**
 * in: the nodes of the logical structure, and which of them each piece of content belongs to
 * out: the structure tree and its parent tree (ISO 32000-1 §14.7)
 * Refuses to decide what is what: types, languages and alternative texts come with the nodes.
 */
import type { StructNode } from '../style/types.ts';
import {
  type Dictionary,
  type ObjectDocument,
  type Reference,
  textString,
  type Value,
} from './object-document.ts';

/** A rectangle in PDF's axes. */
export type Box = [left: number, bottom: number, right: number, top: number];

/** An empty cell keeps its place, or the table would lose its grid (Matterhorn 15-005). */
const keptWhenEmpty = new Set(['TR', 'TH', 'TD']);
/** Their children stand in document order also when a cell is empty and has no first use. */
const keptInOrder = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR']);
/** PDF/UA-1 §7.3 with ISO 32000-1 §14.8.5.4.3: these say which area they fill. */
const withBox = new Set(['Figure', 'Formula']);

export class StructureTree {
  private readonly objects: ObjectDocument;
  private readonly nodes: StructNode[];
  private readonly documentLanguage: string;
  private readonly root: Reference;
  private readonly elements: (Reference | undefined)[] = [];
  private readonly boxes: (Box | undefined)[] = [];
  /** Value of each key of the parent tree: the elements of a page's marked content, or the one of an annotation. */
  private readonly parents: (Reference[] | Reference)[] = [];
  private readonly rootKids: Reference[] = [];

  constructor(objects: ObjectDocument, nodes: StructNode[], documentLanguage: string) {
    this.objects = objects;
    this.nodes = nodes;
    this.documentLanguage = documentLanguage;
    this.root = objects.ref({ Type: 'StructTreeRoot' });
  }

  node(id: number): StructNode {
    const node = this.nodes[id];
    if (!node) throw new Error(`no structure node ${id}`);
    return node;
  }

  /** The key of a page in the parent tree; its marked content is numbered from 0. */
  openPage(): number {
    return this.parents.push([]) - 1;
  }

  /** Gives the next piece of marked content on the page to a node, and returns its number. */
  useContent(id: number, page: Reference, pageKey: number): number {
    const element = this.element(id);
    const parents = this.parents[pageKey] as Reference[];
    const mcid = parents.push(element) - 1;
    const { data } = element;
    if (!data.Pg) data.Pg = page;
    data.K.push(data.Pg === page ? mcid : { Type: 'MCR', Pg: page, MCID: mcid });
    return mcid;
  }

  /** Gives an annotation to a node, and returns its key in the parent tree. */
  useAnnotation(id: number, annotation: Reference, page: Reference): number {
    const element = this.element(id);
    element.data.K.push({ Type: 'OBJR', Pg: page, Obj: annotation });
    return this.parents.push(element) - 1;
  }

  /** Lets the box of the figure that a node is or belongs to hold what was painted; most nodes have none. */
  growBox(id: number, painted: () => Box): void {
    let at: number | null = id;
    while (at !== null && !withBox.has(this.node(at).type)) at = this.node(at).parent;
    if (at === null) return;
    const box = painted();
    const old = this.boxes[at] ?? box;
    this.boxes[at] = [
      Math.min(old[0], box[0]),
      Math.min(old[1], box[1]),
      Math.max(old[2], box[2]),
      Math.max(old[3], box[3]),
    ];
  }

  private element(id: number): Reference {
    const existing = this.elements[id];
    if (existing) return existing;
    const node = this.node(id);
    const parent = node.parent === null ? null : this.element(node.parent);
    const element = this.objects.ref({ S: node.type, P: parent ?? this.root, K: [] });
    this.elements[id] = element;
    (parent ? parent.data.K : this.rootKids).push(element);
    const inherited = node.parent === null ? this.documentLanguage : this.node(node.parent).lang;
    if (node.lang !== inherited) element.data.Lang = textString(node.lang);
    if (node.alt !== undefined) element.data.Alt = textString(node.alt);
    if (node.id !== undefined) element.data.ID = textString(node.id);
    return element;
  }

  /** Attributes by owner (§14.8.5); none, one dictionary, or several. */
  private attributes(id: number): Value {
    const { scope, colSpan, listNumbering } = this.node(id);
    const box = this.boxes[id];
    const found: Dictionary[] = [];
    if (scope || colSpan) found.push({ O: 'Table', Scope: scope, ColSpan: colSpan });
    if (listNumbering) found.push({ O: 'List', ListNumbering: listNumbering });
    if (box) found.push({ O: 'Layout', BBox: box });
    return found.length > 1 ? found : found[0];
  }

  private addEmptyCells(): void {
    const parentsToSort = new Set<number>();
    this.nodes.forEach(({ type, parent }, id) => {
      if (this.elements[id] || !keptWhenEmpty.has(type)) return;
      this.element(id);
      for (let at = parent; at !== null && keptInOrder.has(this.node(at).type); at = this.node(at).parent) {
        parentsToSort.add(at);
      }
    });
    if (parentsToSort.size === 0) return;
    for (const id of parentsToSort) this.elements[id]!.data.K = [];
    this.nodes.forEach(({ parent }, id) => {
      const element = this.elements[id];
      if (element && parent !== null && parentsToSort.has(parent))
        this.elements[parent]!.data.K.push(element);
    });
  }

  /** The root, complete. */
  end(): Reference {
    this.addEmptyCells();
    const named: [string, Reference][] = [];
    this.elements.forEach((element, id) => {
      if (!element) return;
      const { data } = element;
      data.A = this.attributes(id);
      if (data.K.length === 1) data.K = data.K[0];
      else if (data.K.length === 0) delete data.K;
      const name = this.node(id).id;
      if (name !== undefined) named.push([name, element]);
    });
    const { data } = this.root;
    data.K = this.rootKids;
    data.ParentTree = { Nums: this.parents.flatMap((value, key): Value[] => [key, value]) };
    data.ParentTreeNextKey = this.parents.length;
    if (named.length > 0) data.IDTree = nameTree(named);
    return this.root;
  }
}

/** §7.9.6: names in the order of their bytes. */
function nameTree(named: [string, Reference][]): Dictionary {
  named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  named.forEach(([name], index) => {
    if (name === named[index + 1]?.[0]) throw new Error(`two structure nodes have the id ${name}`);
  });
  return { Names: named.flatMap(([name, element]): Value[] => [textString(name), element]) };
}
