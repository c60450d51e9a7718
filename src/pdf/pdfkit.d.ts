/** The part of pdfkit 0.20.2 that is used here; the package itself ships no types. */
declare module 'pdfkit' {
  export interface PDFReference {
    id: number;
    gen: number;
    // biome-ignore lint/suspicious/noExplicitAny: a dictionary of whatever the object needs.
    data: any;
    buffer: Uint8Array[];
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
    finalize(): void;
  }

  export interface PDFPage {
    dictionary: PDFReference;
    content: PDFReference;
    resources: PDFReference;
    annotations: PDFReference[];
  }

  export interface EmbeddedFont {
    id: string;
    font: unknown;
    /** Code points of each glyph code. */
    unicode: number[][];
    subset: { includeGlyph(id: number, wider?: number): number; encode(): Uint8Array };
    /** Advance of each glyph code, in thousandths of an em. */
    widths: number[];
    encode(text: string, features?: object): [string[], unknown[]];
    ref(): PDFReference;
    toUnicodeCmap(): PDFReference;
  }

  export interface DocumentOptions {
    pdfVersion?: string;
    autoFirstPage?: boolean;
    compress?: boolean;
    font?: null;
    info?: object;
  }

  export default class PDFDocument {
    constructor(options: DocumentOptions);
    page: PDFPage;
    info: object;
    _root: PDFReference;
    _font: EmbeddedFont;
    addPage(options: { size: [number, number]; margin: number }): this;
    registerFont(name: string, source: unknown): this;
    font(name: string): this;
    ref(data?: object): PDFReference;
    transform(...matrix: number[]): this;
    endMetadata(): void;
    end(): void;
    _write(data: unknown): void;
    _finalize(): void;
  }
}
