import type { StructNode } from '../style/types.ts';
import type { Dictionary, Reference, WrittenObject } from './object-document.ts';
import { serialize } from './serialize.ts';

/** A rectangle in PDF's axes. */
export type Box = [left: number, bottom: number, right: number, top: number];

/** PDF/UA-1 §7.3 with ISO 32000-1 §14.8.5.4.3: these say which area they fill. */
const withBox = new Set(['Figure', 'Formula']);

/** What lies on another page, or is an annotation. */
interface FarKid extends Dictionary {
  Type: 'MCR' | 'OBJR';
}

/** A number of marked content, an element below, or a dictionary. */
type Kid = number | StructElement | FarKid;

/** An element, or the root of the tree. */
interface StructParent {
  readonly id: number;
  readonly figure: StructElement | null;
}

/** An element of the structure tree (ISO 32000-1 §14.7.2). Nine of ten objects of a file are such, so it writes itself. */
export class StructElement implements WrittenObject {
  id = 0;
  readonly node: StructNode;
  /** The figure that the element is or belongs to; most have none. */
  readonly figure: StructElement | null;
  kids: Kid[] | null = null;
  private readonly parent: StructParent;
  private readonly language: string;
  private readonly alternative: string;
  private page: Reference | null = null;
  private box: Box | null = null;

  /** Literals: of the language, '' where it is inherited, and of the alternative text, '' where there is none. */
  constructor(node: StructNode, parent: StructParent, language: string, alternative: string) {
    this.node = node;
    this.parent = parent;
    this.language = language;
    this.alternative = alternative;
    this.figure = withBox.has(node.type) ? this : parent.figure;
  }

  addKid(kid: Kid): void {
    if (this.kids === null) this.kids = [kid];
    else this.kids.push(kid);
  }

  addContent(mcid: number, page: Reference): void {
    this.page ??= page;
    this.addKid(this.page === page ? mcid : { Type: 'MCR', Pg: page, MCID: mcid });
  }

  /** Lets the box hold what was painted. */
  growBox(painted: Box): void {
    const old = this.box ?? painted;
    this.box = [
      Math.min(old[0], painted[0]),
      Math.min(old[1], painted[1]),
      Math.max(old[2], painted[2]),
      Math.max(old[3], painted[3]),
    ];
  }

  /** Attributes have one owner at most (§14.8.5): a cell, a list and a figure are three. */
  write(): string {
    const { node, page, box } = this;
    const { scope, colSpan, rowSpan, listNumbering } = node;
    let out = `<</S/${node.type}/P ${this.parent.id} 0 R${this.writeKids()}`;
    if (this.language !== '') out += `/Lang${this.language}`;
    if (this.alternative !== '') out += `/Alt${this.alternative}`;
    if (page !== null) out += `/Pg ${page.id} 0 R`;
    if (scope || colSpan || rowSpan)
      out += `/A${serialize({ O: 'Table', Scope: scope, ColSpan: colSpan, RowSpan: rowSpan })}`;
    if (listNumbering) out += `/A${serialize({ O: 'List', ListNumbering: listNumbering })}`;
    // Whole points around it: who asks wants to know where to look.
    if (box !== null) {
      const lowest = `${Math.floor(box[0])} ${Math.floor(box[1])}`;
      out += `/A<</O/Layout/BBox[${lowest} ${Math.ceil(box[2])} ${Math.ceil(box[3])}]>>`;
    }
    return `${out}>>`;
  }

  private writeKids(): string {
    const { kids } = this;
    if (kids === null) return '';
    if (kids.length === 1) {
      const kid = kids[0]!;
      if (typeof kid === 'number') return `/K ${kid}`;
      return isElement(kid) ? `/K ${kid.id} 0 R` : `/K${serialize(kid)}`;
    }
    let out = '/K[';
    let gap = '';
    for (const kid of kids) {
      const isNumber = typeof kid === 'number';
      if (!isNumber && !isElement(kid)) {
        out += serialize(kid);
        gap = '';
        continue;
      }
      out += isNumber ? gap + kid : `${gap}${kid.id} 0 R`;
      // Nothing parts two numbers or references but a space.
      gap = ' ';
    }
    return `${out}]`;
  }
}

const isElement = (kid: StructElement | FarKid): kid is StructElement => 'node' in kid;
