import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { PagedDocument } from '../../../src/page/types.ts';

/** A PDF on disk, and where it is known, what the page stage gave for it. */
export interface Sample {
  name: string;
  path: string;
  /** JSON of the paged document. */
  pagesPath: string | null;
  /** What `--dump text` says. */
  textPath: string | null;
  /** What the QR codes in it say. */
  codes: string[] | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    samples: Sample[];
    /** For what a test makes of the samples. */
    workFolder: string;
  }
}

export const samples: Sample[] = inject('samples');
export const workFolder: string = inject('workFolder');

export function readPages(sample: Sample): PagedDocument {
  return JSON.parse(readFileSync(sample.pagesPath!, 'utf8'));
}

/** White space is guessed by readers from gaps, and is no part of the comparison. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000\f]+/gu, '');
}
