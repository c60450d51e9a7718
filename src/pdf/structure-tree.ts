/**
 * in: the nodes of the logical structure, and which of them each piece of content belongs to
 * out: the structure tree and its parent tree (ISO 32000-1 §14.7)
 * Refuses to decide what is what: types, languages and alternative texts come with the nodes.
 */
import type { StructNode } from '../style/types.ts';
import { FileObject, type ObjectDocument, type Reference, type WrittenObject } from './object-document.ts';
import { textLiteral } from './serialize.ts';
import { StructElement } from './structure-element.ts';

/** An empty cell keeps its place, or the table would lose its grid (Matterhorn 15-005). */
const keptWhenEmpty = new Set(['TR', 'TH', 'TD']);
/** Their children stand in document order also when a cell is empty and has no first use. */
const keptInOrder = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR']);

/** The root of the tree, as an object of the file. */
export class StructureTree extends FileObject implements WrittenObject {
  /** For the elements below, which ask what they stand in. */
  readonly figure = null;
  private readonly objects: ObjectDocument;
  private readonly nodes: StructNode[];
  private readonly documentLanguage: string;
  private readonly elements: (StructElement | undefined)[] = [];
  /** Value of each key of the parent tree: the elements of a page's marked content, or the one of an annotation. */
  private readonly parents: (StructElement[] | StructElement)[] = [];
  private readonly rootKids: StructElement[] = [];
  private readonly literals = new Map<string, string>();

  constructor(objects: ObjectDocument, nodes: StructNode[], documentLanguage: string) {
    super();
    this.objects = objects;
    this.nodes = nodes;
    this.documentLanguage = documentLanguage;
    objects.objects.push(this);
  }

  /** The key of a page in the parent tree; its marked content is numbered from 0. */
  openPage(): number {
    return this.parents.push([]) - 1;
  }

  /** Gives the next piece of marked content on the page to an element, and returns its number. */
  useContent(element: StructElement, page: Reference, pageKey: number): number {
    const mcid = (this.parents[pageKey] as StructElement[]).push(element) - 1;
    element.addContent(mcid, page);
    return mcid;
  }

  /** Gives an annotation to a node, and returns its key in the parent tree. */
  useAnnotation(id: number, annotation: Reference, page: Reference): number {
    const element = this.element(id);
    element.addKid({ Type: 'OBJR', Pg: page, Obj: annotation });
    return this.parents.push(element) - 1;
  }

  /** The element of a node, made at its first use. */
  element(id: number): StructElement {
    return this.elements[id] ?? this.openElement(id);
  }

  /** As a literal string: a document has few languages, and most of its boxes and blanks are called the same. */
  literalOf(text: string): string {
    let literal = this.literals.get(text);
    if (literal === undefined) {
      literal = textLiteral(text);
      this.literals.set(text, literal);
    }
    return literal;
  }

  private openElement(id: number): StructElement {
    const node = this.nodes[id];
    if (!node) throw new Error(`no structure node ${id}`);
    const parent =
      node.parent === null ? null : (this.elements[node.parent] ?? this.openElement(node.parent));
    const inherited = parent ? parent.node.lang : this.documentLanguage;
    const language = node.lang === inherited ? '' : this.literalOf(node.lang);
    const alternative = node.alt === undefined ? '' : this.literalOf(node.alt);
    const element = new StructElement(node, parent ?? this, language, alternative);
    this.objects.objects.push(element);
    this.elements[id] = element;
    if (parent) parent.addKid(element);
    else this.rootKids.push(element);
    return element;
  }

  /** Empty cells, and the order of what is drawn out of it: to be called when everything is painted. */
  completeKids(): void {
    const { nodes, elements } = this;
    const parentsToSort = new Set<number>();
    for (const [id, { type, parent, ordered }] of nodes.entries()) {
      if (ordered && elements[id]) parentsToSort.add(id);
      if (elements[id] || !keptWhenEmpty.has(type)) continue;
      this.element(id);
      for (let at = parent; at !== null && keptInOrder.has(nodes[at]!.type); at = nodes[at]!.parent) {
        parentsToSort.add(at);
      }
    }
    if (parentsToSort.size === 0) return;
    for (const id of parentsToSort) elements[id]!.kids = null;
    for (const [id, { parent }] of nodes.entries()) {
      const element = elements[id];
      if (element && parent !== null && parentsToSort.has(parent)) elements[parent]!.addKid(element);
    }
  }

  write(): string {
    const { parents } = this;
    let numbers = '';
    for (const [key, value] of parents.entries()) {
      if (Array.isArray(value)) numbers += `${key}[${references(value)}]`;
      // A key behind a reference needs a space before it.
      else numbers += `${key} ${value.id} 0 R${key + 1 < parents.length ? ' ' : ''}`;
    }
    return (
      `<</Type/StructTreeRoot/K[${references(this.rootKids)}]/ParentTree<</Nums[${numbers}]>>` +
      `/ParentTreeNextKey ${parents.length}>>`
    );
  }
}

function references(elements: StructElement[]): string {
  let out = '';
  for (const { id } of elements) out += out === '' ? `${id} 0 R` : ` ${id} 0 R`;
  return out;
}
