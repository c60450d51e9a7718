/**
 * The only file that knows pdfkit (0.20.2, pinned): it makes the objects, `write-file.ts` writes them.
 * pdfkit writes an object as soon as it ends; here it is kept, so that what nothing refers to can be left out
 * and small objects can share a compressed stream (ISO 32000-1 §7.5.7), which pdfkit cannot write.
 */

import PDFDocument, { type EmbeddedFont } from 'pdfkit';
import { latin1Bytes } from './latin1.ts';

export type Font = EmbeddedFont;

/** An object of the file; its number is known when the file is written. */
export abstract class FileObject {
  id = 0;
}

/** A dictionary, or a stream where something was written: what pdfkit asks of its own references. */
export class Reference extends FileObject {
  // biome-ignore lint/suspicious/noExplicitAny: a dictionary of whatever the object needs.
  data: any;
  readonly buffer: Uint8Array[] = [];

  constructor(data: object) {
    super();
    this.data = data;
  }

  end(chunk?: Uint8Array): void {
    if (!chunk) return;
    this.data.Length = (this.data.Length ?? 0) + chunk.length;
    this.buffer.push(chunk);
  }
}

/** An object that gives its own text. It refers only to objects that the file has without it. */
export interface WrittenObject {
  id: number;
  write(): string;
}

/** In pdfkit's terms: a string is a name, a String object a text string. */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  // biome-ignore lint/complexity/noBannedTypes: pdfkit tells names from text by the wrapper object.
  | String
  | Uint8Array
  | FileObject
  | Value[]
  | Dictionary;

export interface Dictionary {
  [key: string]: Value;
}

export function textString(text: string): Value {
  return Object(text) as Value;
}

/** pdfkit derives a file id from these; ours comes from the content (`file-id.ts`), so any fixed time does. */
const unusedInfo = { CreationDate: { getTime: () => 0 } };

export class ObjectDocument extends PDFDocument {
  /** In the order in which they were made. The constructor of pdfkit already makes some. */
  declare objects: (Reference | WrittenObject)[];

  readonly latin1Bytes: (text: string) => Uint8Array;

  constructor(encode = latin1Bytes) {
    super({ pdfVersion: '1.7', autoFirstPage: false, compress: false, font: null, info: unusedInfo });
    this.latin1Bytes = encode;
  }

  override ref(data: object = {}): Reference {
    const reference = new Reference(data);
    this.objects ??= [];
    this.objects.push(reference);
    return reference;
  }

  /** Pages keep PDF's own axes (origin at the bottom left); pdfkit would turn each page upside down. */
  override transform(): this {
    return this;
  }

  override endMetadata(): void {}
  override _write(): void {}
  override _finalize(): void {}

  /** A page of the given size; its content is written once, by the caller. */
  openPage(widthPt: number, heightPt: number): { page: Reference; content: Reference } {
    this.addPage({ size: [widthPt, heightPt], margin: 0 });
    return { page: this.page.dictionary, content: this.page.content };
  }

  openFont(face: string, fontObject: unknown): Font {
    this.registerFont(face, fontObject);
    this.font(face);
    // pdfkit takes fonts of one PostScript name and one head checksum for the same, and would set this in that.
    if (this._font.font !== fontObject) throw new Error(`pdfkit took another font for ${face}`);
    return this._font;
  }
}
