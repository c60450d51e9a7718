/** What can shrink, named as JLREQ §3.8.3 and CLREQ name it. */
export type ShrinkKind = 'word-space' | 'middle-dot' | 'bracket' | 'comma' | 'stop';

/** The step at which a kind shrinks, 0 never: what has a lower step gives all it can first. */
export type ShrinkOrder = Record<ShrinkKind, number>;

/**
 * R43, JLREQ §3.8.3: never the blank after a full stop inside a line. The gap between CJK and Latin stands at its
 * least already (an eighth), so it is not in the list; the blank at line ends is cut before anything shrinks.
 */
export const JAPANESE_ORDER: ShrinkOrder = {
  'word-space': 1,
  'middle-dot': 2,
  bracket: 3,
  comma: 3,
  stop: 0,
};

/** R44, CLREQ on the procedures of reduction: full stops last. */
export const CHINESE_ORDER: ShrinkOrder = {
  'word-space': 1,
  'middle-dot': 2,
  bracket: 3,
  comma: 4,
  stop: 5,
};

export const LAST_SHRINK_STEP = 5;

/** R45: word spaces, then CJK–Latin gaps, then between Han and kana. */
export const STRETCH_WORD_SPACE = 1;
export const STRETCH_GAP = 2;
export const STRETCH_HAN = 3;
