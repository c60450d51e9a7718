import type { FaceId } from '../font/types.ts';
import type { Drawing, FieldKind, Language, StructId } from '../style/types.ts';
import type { WritingSystem } from './language.ts';

/** Text of one inline in one face: all that its cells share. */
export interface TextRun {
  kind: 'text';
  face: FaceId;
  sizePt: number;
  lang: Language;
  system: WritingSystem;
  struct: StructId;
  risePt: number;
  /** Width of the emphasis dot over or under each character; 0 without emphasis. */
  dotPt: number;
  /** Index of the inline that has a field kind, so that two fields side by side stay two. */
  field: FieldKind | null;
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
  system: WritingSystem;
  inline: number;
}

export type Run = TextRun | ObjectRun | BlankRun;

/**
 * A paragraph as columns, one row a cell: a code point, an object, a gap or a break.
 * All widths are points. Inside a line a cell takes gapPt + advancePt − leftPt − rightPt.
 */
export interface Paragraph {
  count: number;
  codePoints: Int32Array;
  runs: Run[];
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
  /** Line_Break class of each cell, tailored by language and strictness. */
  classes: Uint8Array;
  /** FORBIDDEN, ALLOWED or MANDATORY before the cell. */
  breaks: Uint8Array;
  /** 1 where a cell has no width at the end of a line: spaces. */
  hanging: Uint8Array;
}
