import type { FaceId } from '../font/types.ts';
import type { Problem } from '../problem.ts';
import type { Drawing, FieldKind, Language, StructId } from '../style/types.ts';
import type { WritingSystem } from './language.ts';

/** Cells start … end − 1 of the paragraph: text of one inline in one face, and all that they share. */
export interface TextRun {
  kind: 'text';
  start: number;
  end: number;
  text: string;
  face: FaceId;
  sizePt: number;
  lang: Language;
  system: WritingSystem;
  struct: StructId;
  /** Width of the emphasis dot over or under each character; 0 without emphasis. */
  dotPt: number;
  field: FieldKind | null;
  /** Index of its inline, so that two fields side by side stay two. */
  inline: number;
  /** Set where the run is the base of a reading; a part never shares its run. */
  ruby: RubyPart | null;
}

/** One base with its reading: never parted, unlike two parts that stand side by side. */
export interface RubyPart {
  /** Unique in the paragraph, from 1. */
  group: number;
  inline: number;
  mode: 'mono' | 'group' | 'jukugo';
  start: number;
  end: number;
  reading: { text: string; face: FaceId; advancesPt: number[] }[];
  readingLang: Language;
  sizePt: number;
  /** Width of the reading with the room between its characters. */
  readingPt: number;
  /** Room between the characters of the reading (group ruby, 1:2:1). */
  betweenPt: number;
}

export interface ObjectRun {
  kind: 'object';
  start: number;
  end: number;
  heightPt: number;
  depthPt: number;
  drawing: Drawing;
  lang: Language;
  system: WritingSystem;
  struct: StructId;
  glue: 'none' | 'before' | 'after' | 'both';
  fill: boolean;
  inline: number;
}

/** A fixed gap or a mandatory break: nothing is drawn. */
export interface BlankRun {
  kind: 'blank';
  start: number;
  end: number;
  system: WritingSystem;
  inline: number;
}

export type Run = TextRun | ObjectRun | BlankRun;

/**
 * A paragraph as columns, one row a cell: a code point, an object, a gap or a break; rows from `count` on are not its
 * own. All widths are points. Inside a line a cell takes gapPt + advancePt − leftPt − rightPt.
 */
export interface Paragraph {
  count: number;
  runs: Run[];
  /** What could not be drawn as it is written. */
  problems: Problem[];
  /** Whether a line ends in it, whatever its width. */
  hasHardBreaks: boolean;
  /** Whether it has an object that takes what is left of its line. */
  hasFills: boolean;
  codePoints: Int32Array;
  /** Which run each cell is of; `numberRuns` writes it, for the few that ask. */
  runOf: Int32Array;
  /** As the face has it. */
  advancePt: Float64Array;
  /**
   * What is cut off a cell inside a line, on its left and its right: the blank of a full-width mark, kerning, and
   * below 0 the room that a wide reading needs.
   */
  leftPt: Float64Array;
  rightPt: Float64Array;
  /** The same for the first and the last cell of a line. */
  startPt: Float64Array;
  endPt: Float64Array;
  /** Automatic CJK–Latin gap before the cell; not at a line start. */
  gapPt: Float64Array;
  /** 1 where a cell has no width at the end of a line: spaces, controls, breaks. */
  hanging: Uint8Array;
  /**
   * 1 where it is known that a cell is just its advance, the first five of the above being 0: nearly everywhere. A
   * space counts from `sumParagraph` on.
   */
  plain: Uint8Array;
  /** Whether all cells are plain, from `sumParagraph` on. */
  isEven: boolean;
  /** The cells that are not plain or that hang, from `sumParagraph` on. */
  odd: Int32Array;
  oddCount: number;
  /** Line_Break class of each cell, tailored by language and strictness; `fillBreaks` writes it, and the next. */
  classes: Uint8Array;
  /** FORBIDDEN, ALLOWED or MANDATORY before the cell. */
  breaks: Uint8Array;
  /** One row more, from `sumParagraph` on: width of the cells before each cell, as set inside a line. */
  sum: Float64Array;
  /** For a line that ends before cell j: the cell after its last visible one. */
  visibleEnd: Int32Array;
}

/** Index of the run that holds a cell. */
export function runAt({ runs }: Paragraph, cell: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).end <= cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fills in which run each cell is of. */
export function numberRuns({ runs, runOf }: Paragraph): void {
  for (const [index, { start, end }] of runs.entries()) runOf.fill(index, start, end);
}
