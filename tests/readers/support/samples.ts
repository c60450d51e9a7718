import { readFileSync } from 'node:fs';
import { inject } from 'vitest';

/** A PDF on disk, and what the stages before the painter gave for it. */
export interface Sample {
  name: string;
  path: string;
  /** JSON of `SamplePage[]`. */
  pagesPath: string;
  /** What the QR codes in it say. */
  codes: string[];
  /** Paragraphs with readings, without them. */
  phrases: string[];
  fillable: boolean;
}

export interface SampleText {
  xPt: number;
  yPt: number;
  sizePt: number;
  face: string;
  lang: string;
  text: string;
  /** Type of its structure element, or `artifact`. */
  role: string;
}

export interface SamplePage {
  widthPt: number;
  heightPt: number;
  texts: SampleText[];
  /** QR codes. */
  codeCount: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    samples: Sample[];
    /** Examples that could not be written. */
    failures: string[];
    /** For what a test makes of the samples. */
    workFolder: string;
  }
}

export const samples: Sample[] = inject('samples');
export const workFolder: string = inject('workFolder');

export function readPages(sample: Sample): SamplePage[] {
  return JSON.parse(readFileSync(sample.pagesPath, 'utf8'));
}

/** Invisible to every reader: what line breaking leaves in the text. */
const invisible = /[\u200b\u2060]/gu;

/** As it can be seen. */
export const visibleText = ({ text }: SampleText): string => text.replace(invisible, '');

/** White space is guessed by readers from gaps, and is no part of the comparison. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000\f]+/gu, '');
}
