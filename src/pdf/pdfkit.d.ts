/** The part of pdfkit 0.20.2 that is used here; the package itself ships no types. */
declare module 'pdfkit' {
  type Reference = import('./object-document.ts').Reference;

  export interface PDFPage {
    dictionary: Reference;
    content: Reference;
  }

  export interface EmbeddedFont {
    id: string;
    font: unknown;
    subset: import('../font/types.ts').GlyphSubset;
    /** Advance of each glyph code, in thousandths of an em. */
    widths: number[];
    encode(text: string, features?: object): [string[], unknown[]];
    ref(): Reference;
    toUnicodeCmap(): Reference;
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
    _root: Reference;
    _font: EmbeddedFont;
    addPage(options: { size: [number, number]; margin: number }): this;
    registerFont(name: string, source: unknown): this;
    font(name: string): this;
    ref(data?: object): Reference;
    transform(...matrix: number[]): this;
    endMetadata(): void;
    end(): void;
    _write(data: unknown): void;
    _finalize(): void;
  }
}
