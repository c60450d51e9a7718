/** Stage 9, pdf: what the file says of itself beside its pages. */
import type { FaceId } from '../font/types.ts';

export interface PdfMetadata {
  /** `YYYY-MM-DD` in Japan: the only date in the file. */
  createdOn: string;
  subject?: string;
  /** The title in the other language of the document. */
  otherTitles?: { lang: string; text: string }[];
  keywords?: string[];
  fillable: boolean;
}

/** A font object that pdfkit takes as it is, its glyph ids the code points. */
export interface PdfFonts {
  fontObject(face: FaceId): unknown;
}
