/** The faces that the documents are set in, and what a line needs to know of them. */

/** `extended` faces are Regular only and are opened when a rare character is met. */
export type FaceId = 'sc-regular' | 'sc-bold' | 'jp-regular' | 'jp-bold' | 'sc-extended' | 'jp-extended';

export type Weight = 'regular' | 'bold';

/** Measuring, once: after this, lines and pages are arithmetic. */
export interface Measure {
  /** Advance width of a character in em. */
  advanceEm(face: FaceId, codePoint: number): number;
}

/** Text bound to faces: a run never mixes them. */
export interface BoundRun {
  text: string;
  face: FaceId;
}

/** Binds text to the faces that hold it, by language and weight (docs/decisions on fallback). */
export interface FaceBinder {
  bind(text: string, lang: string, weight: Weight): BoundRun[];
}
