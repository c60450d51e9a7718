/**
 * White space as CSS Text 3 §4.1 collapses it, and R26: a source line end between two wide
 * characters vanishes instead of becoming a space.
 */
import type { TreeText } from './types.ts';

const LINE_END = 0x0a;

export const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

/** Stands for an object, wide, so that a source line end beside it vanishes. */
const OBJECT = '\u3000';

/** Goes through runs of inline content, part by part; spaces at the edges of a run go. */
export class WhiteSpace {
  /** The word or object before; empty at the start of a run. */
  private before = '';
  /** The text that a space ends which has nothing behind it yet. */
  private spaced: TreeText | null = null;
  private holdsLineEnd = false;

  startRun(): void {
    this.before = '';
    this.spaced = null;
    this.holdsLineEnd = false;
  }

  /** Collapses the text in place; a space at its end comes once something stands behind it. */
  addText(node: TreeText): void {
    const { text } = node;
    node.text = '';
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        this.spaced ??= node;
        if (code === LINE_END) this.holdsLineEnd = true;
        at += 1;
        continue;
      }
      const start = at;
      while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
      const word = text.slice(start, at);
      this.addWord(word);
      node.text += word;
    }
  }

  /** An element that is drawn and holds no text. */
  addObject(): void {
    if (this.spaced !== null) this.endSpace(!this.holdsLineEnd);
    this.before = OBJECT;
  }

  /** Text without white space. */
  addWord(word: string): void {
    if (this.spaced !== null) {
      this.endSpace(!(this.holdsLineEnd && endsWide(this.before) && isWide(word.codePointAt(0) as number)));
    }
    this.before = word;
  }

  private endSpace(stays: boolean): void {
    if (stays && this.before !== '') (this.spaced as TreeText).text += ' ';
    this.spaced = null;
    this.holdsLineEnd = false;
  }
}

function endsWide(word: string): boolean {
  const low = word.charCodeAt(word.length - 1);
  return isWide(low >= 0xdc00 && low <= 0xdfff ? (word.codePointAt(word.length - 2) as number) : low);
}

/** Han, kana, full-width forms and CJK punctuation: East Asian width F or W (UAX #11), coarse but safe for line ends. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff01 && code <= 0xff60) ||
  code >= 0x20000;
