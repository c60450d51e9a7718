/** Stage 9, pdf: what the file says of itself beside its pages. */
import type { FaceId } from '../font/types.ts';

export interface PdfMetadata {
  /** `YYYY-MM-DD` in Japan: the only date in the file. */
  createdOn: string;
  /** The title in the other language of the document. */
  otherTitles?: { lang: string; text: string }[];
}

/** Bytes from text and from bytes; what a host leaves out is done here, slower. */
export interface PdfCodecs {
  /** To a zlib stream (RFC 1950). */
  deflate?: Deflate;
  /** A byte a character, all below U+0100. */
  latin1Bytes?: (text: string) => Uint8Array;
}

export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A font object that pdfkit takes as it is, its glyph ids the code points. */
export interface PdfFonts {
  fontObject(face: FaceId): unknown;
}
